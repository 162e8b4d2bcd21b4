// The nominal front end: what one count means. The core's default calibration is computed from
// exactly these formulas (docs/design.md, sample chain scaling).
//
//   voltage   600 V rms is 250 mV peak at the converter pin (VMAX; metrology.md 1.2)
//   current   rope M = 0.3183 uH, then a divider that puts 5000 A rms at 60 Hz at 80 % of 250 mV
//             peak (metrology.md 2.1: the U018's mV/kA was not found, both numbers are assumed),
//             then the preamplifier, 1 or 8
//   count     356.6 nV (metrology.md 1.2, derived there)
#pragma once

#include <numbers>

namespace signals::nominal {

inline constexpr double kVoltsPerLsb = 356.6e-9;  // at the pin
inline constexpr double kPinPeak = 0.25;          // V

inline constexpr double kVoltageMax = 600.0;  // V rms <-> kPinPeak
inline constexpr double kVoltageDivider = kPinPeak / (kVoltageMax * std::numbers::sqrt2);

inline constexpr double kCurrentReference = 5000.0;  // A rms at kReferenceHz <-> 0.8 * kPinPeak
inline constexpr double kReferenceHz = 60.0;
inline constexpr double kMutualUh = 0.3183099;  // uH, the default of FrontEndSettings

// Pin volts per A/s of di/dt with the nominal rope, at preamplifier gain 1.
inline constexpr double kPinPerSlope =
    0.8 * kPinPeak /
    (kCurrentReference * std::numbers::sqrt2 * 2.0 * std::numbers::pi * kReferenceHz);

// What follows the rope: pin volts per rope volt at gain 1, 0.2357.
inline constexpr double kRopeDivider = kPinPerSlope / (kMutualUh * 1e-6);

inline constexpr double kVoltsPerCount = kVoltsPerLsb / kVoltageDivider;       // 1.2103 mV
inline constexpr double kAmpsPerSecondPerCount = kVoltsPerLsb / kPinPerSlope;  // 4.7532 A/s
inline constexpr double kAmpsPerCountAt60Hz =
    kAmpsPerSecondPerCount / (2.0 * std::numbers::pi * kReferenceHz);  // 12.61 mA

}  // namespace signals::nominal
