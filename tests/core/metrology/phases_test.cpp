// Phases one after the other and side by side: one meter, whichever processor it runs on.
#include <gtest/gtest.h>

#include <cstdint>
#include <string>

#include "core/metrology/chain.h"
#include "core/state.h"
#include "tests/core/support/random.h"

#if defined(__x86_64__)

namespace meter {
namespace {

class Phases : public testing::Test {
 protected:
    void SetUp() override {
        if (!HostChain::has_vectors()) GTEST_SKIP() << "no AVX-512 here: phases are apart";
    }
};

Calibration uneven(test::Random& random) {
    Calibration c;
    for (PhaseCalibration& phase : c.phase) {
        phase.voltage_gain = 8'388'608 + static_cast<std::int32_t>(random.below(23'000'000));
        phase.current_gain = 8'388'608 + static_cast<std::int32_t>(random.below(23'000'000));
        phase.phase_adjust =
            static_cast<std::int16_t>(static_cast<int>(random.below(65'535)) - 32'767);
    }
    return c;
}

// Mostly what a converter gives, at times the most that an int32 holds.
AdcFrame any_frame(test::Random& random) {
    AdcFrame frame;
    const bool wild = random.below(50) == 0;
    for (std::int32_t& count : frame.count) {
        count = static_cast<std::int32_t>(random.below(std::uint64_t{1} << 32));
        if (!wild) count >>= 11 + random.below(6);
    }
    return frame;
}

struct Pair {
    BasicChain<PhasesApart> apart;
    BasicChain<PhasesTogether> together;

    explicit Pair(const Calibration& c) : apart(c), together(c) {}

    void configure(VoltageReference reference, std::uint8_t preamp) {
        apart.configure(reference, preamp);
        together.configure(reference, preamp);
    }
    void expect_equal(const std::string& when) {
        ASSERT_EQ(digest_of(apart), digest_of(together)) << when;
    }
};

TEST_F(Phases, TogetherAreThePhasesApart) {
    test::Random random(2024);
    for (int run = 0; run < 4; ++run) {
        Pair pair(uneven(random));
        for (std::int64_t n = 0; n < 12'000; ++n) {
            if (n % 1'000 == 0) {
                pair.configure(static_cast<VoltageReference>(random.below(3)),
                               random.below(2) == 0 ? 1 : 8);
            }
            const AdcFrame frame = any_frame(random);
            const bool closed = pair.apart.frame(frame) != nullptr;
            ASSERT_EQ(pair.together.frame(frame) != nullptr, closed) << run << ' ' << n;
            if (n % 97 == 0 || closed) pair.expect_equal(std::to_string(n));
        }
        pair.apart.close_early();
        pair.together.close_early();
        pair.expect_equal("closed early");
    }
}

// The converter at its ends, for as long as the longest window: what chain_limits_test.cpp holds to
// 64 bits with phases apart, the vectors of phases together do not overflow either.
TEST_F(Phases, AgreeAtTheLimits) {
    Calibration extreme;
    for (PhaseCalibration& phase : extreme.phase) {
        phase.voltage_gain = phase.current_gain = 31'876'710;  // 1.9
        phase.phase_adjust = 32'767;
    }
    for (const auto reference : {VoltageReference::neutral, VoltageReference::phase_b,
                                 VoltageReference::virtual_neutral}) {
        Pair pair(extreme);
        pair.configure(reference, 8);
        for (std::int64_t n = 0; n < 3 * kForcedWindowFrames; ++n) {
            AdcFrame frame;
            frame.count.fill(n / 1'500 % 2 == 0 ? kAdcClip : -kAdcClip);
            pair.apart.frame(frame);
            pair.together.frame(frame);
        }
        pair.expect_equal("at the limits");
    }
}

// What is kept of one is taken up by the other: the same bytes.
TEST_F(Phases, ASnapshotOfOneIsTheOthers) {
    test::Random random(7);
    Pair pair(uneven(random));
    pair.configure(VoltageReference::virtual_neutral, 8);
    for (int n = 0; n < 3'000; ++n) pair.apart.frame(any_frame(random));
    test::Bytes bytes(snapshot_size(pair.apart));
    SnapshotWriter writer(bytes);
    walk_state(pair.apart, writer);
    ASSERT_TRUE(writer.ok());
    SnapshotReader reader(bytes);
    walk_state(pair.together, reader);
    ASSERT_TRUE(reader.ok());
    for (int n = 0; n < 3'000; ++n) {
        const AdcFrame frame = any_frame(random);
        pair.apart.frame(frame);
        pair.together.frame(frame);
    }
    pair.expect_equal("after the snapshot");
}

}  // namespace
}  // namespace meter

#endif
