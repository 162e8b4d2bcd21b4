// Every threshold behind register 146, in one table (meter.md 3.5 and 2.3; all inferred but the
// frequency range and the power factor).
#pragma once

#include <cstdint>

namespace meter {

struct AlertLimits {
    // Voltage out of range: above the rated terminal voltage by the +20 % over-range.
    std::int64_t line_line_uv = 600'000'000LL * 12 / 10;
    std::int64_t line_neutral_uv = 347'000'000LL * 12 / 10;
    // Current out of range, of CT primary.
    std::int32_t current_percent = 120;
    // Frequency out of range, or not found (meter.md 1.1: 45 to 65 Hz).
    std::int32_t frequency_low_uhz = 45'000'000;
    std::int32_t frequency_high_uhz = 65'000'000;
    // Too little voltage to find the frequency: a tenth of the 90 V of meter.md 1.1.
    std::int64_t frequency_voltage_uv = 9'000'000;
    // Low power factor, and the load from which it is judged, of CT primary.
    std::int32_t power_factor_ppb = 500'000'000;
    std::int32_t power_factor_load_percent = 1;
};

inline constexpr AlertLimits kAlertLimits{};

// Register 146, first bit of each group; a group has one bit per phase A, B, C.
namespace alert {
inline constexpr int kVoltage = 0;
inline constexpr int kCurrent = 3;
inline constexpr int kFrequency = 6;
inline constexpr int kPhaseLoss = 8;
inline constexpr int kLowPowerFactor = 11;
inline constexpr int kPulseOverrun = 14;
inline constexpr int kPulseConfiguration = 15;
}  // namespace alert

// Bits 0..13: what follows from the readings.
inline constexpr std::uint16_t kReadingAlertsMask = 0x3FFF;

// Bits 8, 9, 10: what the alarm contact follows (meter.md 5.2).
inline constexpr std::uint16_t kPhaseLossMask = 0x0700;

}  // namespace meter
