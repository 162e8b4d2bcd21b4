// The whole story with real units: a meter lives, loses power after any byte, and powers up again.
#include "tests/core/storage/kept_meter.h"

#include <gtest/gtest.h>

#include "core/state.h"
#include "core/storage/power.h"
#include "tests/core/storage/nv_board.h"

namespace meter::test {
namespace {

constexpr std::size_t kBytes = 8'192;

// A window of about a quarter of a Wh a phase.
EnergyStep window_step() {
    static const ClosedWindow window = [] {
        ClosedWindow w;
        for (const std::size_t p : {0u, 1u, 2u}) {
            w.sums.value[6 + p] = 1'234'567'890'123'456;
            w.sums.value[9 + p] = 123'456'789'012'345;
        }
        w.frames = 2'521;
        w.frequency_uhz = 60'000'000;
        return w;
    }();
    static const Readings readings{};
    return {window, readings, *find_system_type(40), 100, 8};
}

// Operation n of a life. True when the meter says that it is kept.
bool live(KeptMeter& meter, int n) {
    if (n % 11 == 3) {
        Config next = meter.config;
        next.ct_primary = static_cast<std::uint16_t>(100 + n);
        next.setup_passcode = static_cast<std::uint32_t>(1'000 + n);
        next.line.address = static_cast<std::uint8_t>(1 + n);
        return meter.configure(next);
    }
    if (n == 29) return meter.clear_energies();
    return meter.window_closed(window_step(), {n * 1'000'000LL, 0, 0});
}

constexpr int kOperations = 60;

// Everything that has to survive, as one number.
std::uint64_t measured(KeptMeter& meter) {
    Digest digest;
    storage::walk(digest, meter.energy, meter.pulse_count, meter.pulse_owed_pwh);
    return digest.value();
}

// The same life without a power loss: what there is after every operation.
struct Moment {
    std::uint64_t measured = 0;
    Config config{};
    std::int64_t maximum_uw = 0;
};

std::vector<Moment> uninterrupted() {
    NvBoard board{kBytes};
    KeptMeter meter{board};
    meter.power_up();
    std::vector<Moment> out;
    for (int n = -1; n < kOperations; ++n) {
        if (n >= 0) live(meter, n);
        out.push_back({measured(meter), meter.config, meter.maximum.real_uw});
    }
    return out;
}

TEST(KeptMeter, RestoresWhatItWas) {
    NvBoard board{kBytes};
    KeptMeter first{board};
    first.power_up();
    EXPECT_EQ(first.power_up_count, 1);
    EXPECT_EQ(first.config, Config{});
    for (int n = 0; n < kOperations; ++n) ASSERT_TRUE(live(first, n)) << n;

    KeptMeter second{board};
    second.power_up();
    EXPECT_EQ(second.power_up_count, 2);
    EXPECT_EQ(second.config, first.config);
    EXPECT_EQ(second.config.setup_passcode, 1'058u);
    EXPECT_EQ(second.maximum.real_uw, 59'000'000);
    EXPECT_EQ(measured(second), measured(first));
    Energies energies;
    second.energy.publish(energies, std::uint64_t{1} << 32);
    EXPECT_EQ(energies.reset_count, 1);
    // 27 windows since the reset: 27 * 3 phases * 1234567890123456 * 1300 / 5.89824e18 Wh.
    EXPECT_EQ(energies.real.whole, 22u);
    EXPECT_EQ(energies.real.micro, 40'472u);
}

TEST(KeptMeter, LosesNothingItHadKept) {
    const std::vector<Moment> moments = uninterrupted();
    int lives = 0;
    for (std::size_t budget = 0;; ++budget) {
        NvBoard board{kBytes};
        board.bytes_left = budget;
        KeptMeter meter{board};
        meter.power_up();
        std::size_t kept = 0;
        while (kept < kOperations && live(meter, static_cast<int>(kept))) ++kept;
        board.bytes_left = SIZE_MAX;
        ++lives;

        KeptMeter again{board};
        again.power_up();
        // An operation may be kept in part between its records, never inside one.
        const Moment& before = moments[kept];
        const Moment& after = moments[std::min<std::size_t>(kept + 1, kOperations)];
        SCOPED_TRACE(testing::Message() << "cut after byte " << budget);
        ASSERT_TRUE(measured(again) == before.measured || measured(again) == after.measured);
        ASSERT_TRUE(again.config == before.config || again.config == after.config);
        ASSERT_TRUE(again.maximum.real_uw == before.maximum_uw ||
                    again.maximum.real_uw == after.maximum_uw);
        ASSERT_EQ(again.power_up_count, budget < 8 + 2 + 8 ? 1 : 2);
        if (kept == kOperations) break;
    }
    EXPECT_GT(lives, 5'000);
}

TEST(KeptMeter, PowerUpsSaturate) {
    NvBoard board{kBytes};
    Journal journal{board};
    journal.mount();
    std::uint16_t count = 32'765;
    ASSERT_TRUE(save(journal, record::power_ups, count));
    for (const int expected : {32'766, 32'767, 32'767}) {
        KeptMeter meter{board};
        meter.power_up();
        EXPECT_EQ(meter.power_up_count, expected);
    }
}

// Settings that are whole but not allowed are not taken over.
TEST(KeptMeter, ValidatesWhatItRestores) {
    NvBoard board{kBytes};
    Journal journal{board};
    journal.mount();
    Config wrong;
    wrong.system_type = 41;
    ASSERT_TRUE(save(journal, record::settings, wrong));
    KeptMeter meter{board};
    meter.power_up();
    EXPECT_EQ(meter.config, Config{});
}

TEST(KeptMeter, RunsWithoutMemory) {
    NvBoard board{0};
    KeptMeter meter{board};
    meter.power_up();
    EXPECT_EQ(meter.power_up_count, 1);
    EXPECT_FALSE(live(meter, 0));
    EXPECT_EQ(meter.pulse_count[0], 1u);
}

// The bench's half: the meter runs on through short interruptions and is built anew after long
// ones.
TEST(KeptMeter, FollowsItsControlPower) {
    struct Gap {
        std::int64_t ms;
        int power_ups;
    };
    NvBoard board{kBytes};
    ControlPower power;
    std::optional<KeptMeter> meter;
    meter.emplace(board).power_up();
    Instant now{};
    for (const Gap gap : {Gap{20, 1}, {99, 1}, {101, 2}, {50, 2}, {60'000, 3}}) {
        now = now + seconds(1);
        meter->window_closed(window_step(), {});
        power.level(false, now);
        now = now + ticks_rounded_up(gap.ms * 1'000);
        if (power.level(true, now)) meter.emplace(board).power_up();
        EXPECT_EQ(meter->power_up_count, gap.power_ups) << gap.ms << " ms";
    }
    EXPECT_EQ(meter->pulse_count[0], 5u);
}

TEST(Save, RefusesWhatDoesNotFit) {
    NvBoard board{kBytes};
    Journal journal{board};
    journal.mount();
    std::array<std::uint8_t, 240> most{};
    std::array<std::uint8_t, 241> more{};
    EXPECT_TRUE(save(journal, record::totals, most));
    EXPECT_FALSE(save(journal, record::totals, more));
    EXPECT_FALSE(load(journal, record::totals, more));
}

// Another size is another layout, whatever its version says.
TEST(Save, LeavesUnitsAloneThatDoNotMatch) {
    NvBoard board{kBytes};
    Journal journal{board};
    journal.mount();
    std::uint32_t four = 0x12345678;
    std::uint64_t eight = 99;
    ASSERT_TRUE(save(journal, record::maxima, four));
    EXPECT_FALSE(load(journal, record::maxima, eight));
    EXPECT_EQ(eight, 99u);
    four = 0;
    EXPECT_TRUE(load(journal, record::maxima, four));
    EXPECT_EQ(four, 0x12345678u);
}

}  // namespace
}  // namespace meter::test
