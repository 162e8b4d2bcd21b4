// The chain at its limits: the worst a converter can give, at the ends of calibration. Bounds are
// those of core/metrology/sample.h; a sanitizer build sees every overflow on the way.
#include <gtest/gtest.h>

#include <cstdlib>

#include "core/metrology/chain.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

// Of phases apart, as overflows of vectors are nothing that a sanitizer sees; phases_test.cpp finds
// the other equal.
using Chain = BasicChain<PhasesApart>;
using Signal = std::int32_t (*)(std::int64_t frame, test::Random& random);

constexpr std::int32_t kBeyond = 1 << 30;  // clipped on entry

std::int32_t constant(std::int64_t, test::Random&) { return kBeyond; }
// The integrator at one end, then pulled to the other as fast as it goes.
std::int32_t flips(std::int64_t n, test::Random&) {
    return n / 1'500 % 2 == 0 ? kBeyond : -kBeyond;
}
std::int32_t square(std::int64_t n, test::Random&) { return n / 21 % 2 == 0 ? kBeyond : -kBeyond; }
std::int32_t nyquist(std::int64_t n, test::Random&) { return n % 2 == 0 ? kBeyond : -kBeyond; }
std::int32_t noise(std::int64_t, test::Random& random) {
    return random.below(2) == 0 ? kBeyond : -kBeyond;
}

Calibration extreme(std::int32_t phase_adjust) {
    Calibration c;
    for (PhaseCalibration& phase : c.phase) {
        phase.voltage_gain = phase.current_gain = 31'876'710;  // 1.9
        phase.phase_adjust = phase_adjust;
    }
    return c;
}

void expect_within_limits(const Samples& s) {
    for (const auto& row : {s.v, s.i, s.v90}) {
        for (const std::int32_t x : row) ASSERT_LE(std::abs(x), kSampleLimit);
    }
}

TEST(ChainLimits, SamplesStayInBounds) {
    constexpr VoltageReference kReferences[] = {
        VoltageReference::neutral, VoltageReference::phase_b, VoltageReference::virtual_neutral};
    for (const Signal signal : {constant, flips, square, nyquist, noise}) {
        for (const std::int32_t phase_adjust : {32'767, -32'767}) {
            test::Random random{91};
            Chain chain{extreme(phase_adjust)};
            for (std::int64_t n = 0; n < 12'000; ++n) {
                AdcFrame raw;
                for (std::int32_t& count : raw.count) count = signal(n, random);
                raw.count[1] = -raw.count[3];  // the worst for a difference
                const ClosedWindow* closed = chain.frame(raw);
                expect_within_limits(chain.samples());
                if (closed != nullptr) {
                    ASSERT_LE(closed->frames, kForcedWindowFrames);
                    for (std::size_t p = 0; p < 3; ++p) ASSERT_GE(closed->means_q8.vv(p), 0);
                }
                // A change of preamp and reference in the middle of it all.
                if (n % 997 == 996) {
                    chain.close_early();
                    chain.configure(kReferences[n % 3], n % 2 == 0 ? 8 : 1);
                }
            }
        }
    }
}

// A clipped second leaves nothing behind: two time constants of 0.41 s, 1e-4 after 5 s.
TEST(ChainLimits, RecoversFromClipping) {
    Chain chain{Calibration{}};
    AdcFrame raw;
    raw.count.fill(kBeyond);
    for (int n = 0; n < 2'520; ++n) chain.frame(raw);
    raw.count.fill(0);
    for (int n = 0; n < 12 * 2'520; ++n) chain.frame(raw);
    for (const auto& row : {chain.samples().v, chain.samples().i, chain.samples().v90}) {
        for (const std::int32_t x : row) EXPECT_LE(std::abs(x), 1);
    }
}

}  // namespace
}  // namespace meter
