#include "widgets/installation/installation_settings.h"

#include <algorithm>
#include <cmath>

namespace widgets {

double wrapped(double degrees) {
    const double turned = std::remainder(degrees, 360.0);
    return turned <= -180.0 ? turned + 360.0 : turned;
}

bool is_balanced(const InstallationSettings& settings, const BalancedAngles& angles) {
    const InstallationSettings even = balanced(settings, angles);
    for (std::size_t x = 0; x < 3; ++x) {
        const double off = wrapped(even.voltage_angle[x] - settings.voltage_angle[x]);
        if (std::abs(off) > 1e-9) return false;
    }
    return even.voltage == settings.voltage && even.current == settings.current &&
           even.angle == settings.angle;
}

InstallationSettings balanced(InstallationSettings settings, const BalancedAngles& angles) {
    settings.voltage.fill(settings.voltage[0]);
    settings.current.fill(settings.current[0]);
    settings.angle.fill(settings.angle[0]);
    const double first = settings.voltage_angle[0];
    for (std::size_t x = 1; x < 3; ++x)
        settings.voltage_angle[x] = wrapped(first + angles[x] - angles[0]);
    return settings;
}

Distortion distortion(const std::vector<HarmonicSetting>& harmonics) {
    Distortion most;
    for (unsigned x = 0; x < 3; ++x) {
        Distortion squares;
        for (const HarmonicSetting& h : harmonics) {
            if ((h.phases & (1U << x)) == 0) continue;
            squares.voltage += h.voltage * h.voltage;
            squares.current += h.current * h.current;
        }
        most.voltage = std::max(most.voltage, std::sqrt(squares.voltage));
        most.current = std::max(most.current, std::sqrt(squares.current));
    }
    return most;
}

}  // namespace widgets
