// Snapshots of a whole meter: a life goes on from one as if nothing had happened.
#include <gtest/gtest.h>

#include "tests/core/support/meter_rig.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

using test::MeterRig;
using test::settings;
using test::wye;

// Three runs of the same life: uninterrupted; interrupted by a snapshot; restored from it into
// another meter with other settings. From there on all three are the same.
TEST(Snapshot, RunsOnAsIfNothingHadHappened) {
    test::Random random{81};
    for (int n = 0; n < 6; ++n) {
        const std::int64_t before = random.between(1, 9'000), after = random.between(1, 9'000);
        MeterRig first{wye(), settings()};
        first.frames(before);
        const std::vector<std::uint8_t> bytes = first.snapshot();
        ASSERT_FALSE(bytes.empty());

        MeterRig third{wye(), test::config_of(31, 400, 208)};
        third.frames(100);
        ASSERT_TRUE(third.meter.restore(bytes));
        EXPECT_EQ(third.snapshot(), bytes);
        EXPECT_EQ(third.meter.digest(), first.meter.digest());
        EXPECT_EQ(third.board.preamp, first.board.preamp) << "the board is told";
        third.frame = first.frame;
        third.board.nv = first.board.nv;

        MeterRig second{wye(), settings()};
        second.frames(before + after);
        first.frames(after);
        third.frames(after);
        EXPECT_EQ(first.snapshot(), second.snapshot()) << before << ' ' << after;
        EXPECT_EQ(first.snapshot(), third.snapshot()) << before << ' ' << after;
    }
}

TEST(Snapshot, LookingChangesNothing) {
    MeterRig a{wye(), settings()}, b{wye(), settings()};
    for (int n = 0; n < 3'000; ++n) {
        a.frames(1);
        b.frames(1);
        (void)b.meter.digest();
        (void)b.snapshot();
        (void)b.meter.lcd();
        (void)b.meter.contacts();
        (void)b.meter.line_deadline();
    }
    EXPECT_EQ(a.meter.digest(), b.meter.digest());
}

TEST(Snapshot, OfAnotherSizeIsRefused) {
    MeterRig rig{wye(), settings()};
    rig.frames(3'000);
    const std::vector<std::uint8_t> bytes = rig.snapshot();
    for (const std::size_t size : {std::size_t{0}, bytes.size() - 1, bytes.size() + 1}) {
        std::vector<std::uint8_t> other(bytes);
        other.resize(size);
        EXPECT_FALSE(rig.meter.restore(other)) << size;
        EXPECT_EQ(rig.snapshot(), bytes) << "and nothing changed";
    }
}

TEST(Digest, SeesOneCount) {
    MeterRig a{wye(), settings()}, b{wye(), settings()};
    a.frames(500);
    b.frames(500);
    AdcFrame raw = a.next();
    a.meter.frame(raw);
    raw.count[2] += 1;
    b.meter.frame(raw);
    EXPECT_NE(a.meter.digest(), b.meter.digest());
}

}  // namespace
}  // namespace meter
