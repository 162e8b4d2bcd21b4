// What the installation editor edits: a plain picture of a three-phase installation.
#pragma once

#include <array>
#include <vector>

namespace widgets {

inline constexpr unsigned kAllHarmonicPhases = 7;

// One harmonic of some phases, usually of all, % of the fundamental; angles in degrees of the
// harmonic at the fundamental's positive zero crossing.
struct HarmonicSetting {
    int order = 2;
    double voltage = 0.0;
    double current = 0.0;
    double voltage_angle = 0.0;
    double current_angle = 0.0;
    unsigned phases = kAllHarmonicPhases;  // bit 0 is A

    bool operator==(const HarmonicSetting&) const = default;
};
inline constexpr int kLeastOrder = 2, kMostOrder = 40;

struct InstallationSettings {
    double frequency = 60.0;                                  // Hz
    std::array<double, 3> voltage{};                          // V rms, L-N at the meter's terminals
    std::array<double, 3> current{};                          // A rms
    std::array<double, 3> angle{};                            // degrees, current lags its voltage
    std::array<double, 3> voltage_angle{0.0, -120.0, 120.0};  // degrees
    std::vector<HarmonicSetting> harmonics;

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

// The voltages' angles of a balanced installation with A at 0: of the system type.
using BalancedAngles = std::array<double, 3>;
inline constexpr BalancedAngles kThreePhase{0.0, -120.0, 120.0};

// True when all three phases carry the same, their voltages `angles` apart.
bool is_balanced(const InstallationSettings& settings, const BalancedAngles& angles = kThreePhase);
// Phases B and C as phase A.
InstallationSettings balanced(InstallationSettings settings,
                              const BalancedAngles& angles = kThreePhase);

// -180 < result <= 180.
double wrapped(double degrees);

// Total harmonic distortion in %, closed form: root of the sum of squares of the members' %; of the
// phase with most of it.
struct Distortion {
    double voltage = 0.0, current = 0.0;
};
Distortion distortion(const std::vector<HarmonicSetting>& harmonics);

}  // namespace widgets
