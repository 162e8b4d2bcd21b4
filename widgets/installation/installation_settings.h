// What the installation editor edits: a plain picture of a three-phase installation.
#pragma once

#include <array>

namespace widgets {

struct InstallationSettings {
    double frequency = 60.0;          // Hz
    std::array<double, 3> voltage{};  // V rms, L-N at the meter's terminals
    std::array<double, 3> current{};  // A rms
    std::array<double, 3> angle{};    // degrees, current lags its voltage

    bool operator==(const InstallationSettings&) const = default;
};

// One quantity of it: what a spin box may hold. Limits are the model's, wider than the meter's.
struct SettingRange {
    double least, most, step;
    int decimals;
};
inline constexpr SettingRange kFrequencyRange{40.0, 70.0, 0.1, 3};
inline constexpr SettingRange kVoltageRange{0.0, 1'000.0, 1.0, 2};
inline constexpr SettingRange kCurrentRange{0.0, 6'000.0, 1.0, 2};
inline constexpr SettingRange kAngleRange{-180.0, 180.0, 5.0, 2};

// True when all three phases carry the same.
bool is_balanced(const InstallationSettings& settings);
// Phases B and C as phase A.
InstallationSettings balanced(InstallationSettings settings);

}  // namespace widgets
