// From counts to volts and amperes: the nominal front end, as numbers the chain multiplies with.
//
// Nominal front end (metrology.md 1.2, 2.2): 356.6 nV a count; 600 V rms gives 250 mV peak;
// 5000 A rms at 60 Hz gives 200 mV peak at preamp 1. Filter gains are taken at 55 Hz, the middle of
// 45..65 Hz, where blocker, leak, phase filter and FIR3 together stray by less than 4.1e-5.
// tests/core/metrology/scaling_test.cpp recomputes every constant in double.
#pragma once

#include <array>
#include <cstdint>

namespace meter {

// volts (156.25 nV) = raw * kNominalVoltageGain / 2^11.
// = 600 sqrt2 / 0.25 * 356.6e-9 / 156.25e-9 / |blocker| * 2^11
inline constexpr std::int64_t kNominalVoltageGain = 15'856'831;

// amperes (1.5625 uA at preamp 1) = (blocked integral / 2^8) * kNominalCurrentGain / 2^19, where
// the integral carries 2^12 * 11 * cot(pi f/fs) per count.
inline constexpr std::int64_t kNominalCurrentGain = 1'794'482;

// What the 90 degree path adds to cot(pi f/fs): leak and phase filter at 55 Hz, Q30.
inline constexpr std::int64_t kQuadratureGainQ30 = 1'074'900'781;

// All-pass coefficients, Q24: every slot is moved to VB's instant, two frames later;
// D = 2 + (slot - VB) / 13 frames (metrology.md 1.1).
struct AllPassCoefficients {
    std::int32_t a1;
    std::int32_t a2;
};
inline constexpr std::array<AllPassCoefficients, 6> kAlignment{{
    {6'100'806, -464'192},  // IA, D = 20/13
    {3'834'792, -359'512},  // VA, D = 22/13
    {1'813'753, -199'513},  // IB, D = 24/13
    {0, 0},                 // VB, D = 2
    {-1'636'802, 227'334},  // IC, D = 28/13
    {-3'121'343, 473'775},  // VC, D = 30/13
}};

}  // namespace meter
