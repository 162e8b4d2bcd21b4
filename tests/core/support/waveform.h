// A nominal installation and front end in closed form, for tests of the core alone: phasors in,
// converter counts out. Independent of signals/ on purpose.
#pragma once

#include <array>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <vector>

#include "core/adc_frame.h"
#include "tests/core/support/random.h"

namespace meter::test {

struct Tone {
    int order = 1;
    double rms = 0.0;
    double degrees = 0.0;  // of sin(order * w t + degrees)
};

struct PhaseWave {
    std::vector<Tone> voltage;  // V
    std::vector<Tone> current;  // A
};

struct Wave {
    double frequency = 60.0;
    std::array<PhaseWave, 3> phase;
    double preamp = 1.0;
    double noise = 0.0;  // counts, uniform between -noise and noise
};

inline constexpr double kVoltsPerCount = 600.0 * std::numbers::sqrt2 / 0.25 * 356.6e-9;
// 5000 A rms at 60 Hz is 200 mV peak, and the output follows di/dt.
inline constexpr double kAmperesPerCountAt60 = 5000.0 * std::numbers::sqrt2 / (0.2 / 356.6e-9);

inline double radians(double degrees) { return degrees * std::numbers::pi / 180.0; }

inline double sum(const std::vector<Tone>& tones, double wt, bool slope) {
    double out = 0.0;
    for (const Tone& t : tones) {
        const double x = t.order * wt + radians(t.degrees);
        out += t.rms * std::numbers::sqrt2 * (slope ? t.order * std::cos(x) : std::sin(x));
    }
    return out;
}

inline AdcFrame sample(const Wave& wave, std::int64_t frame) {
    constexpr double kTick = 1.0 / 32768.0;
    const double w = 2.0 * std::numbers::pi * wave.frequency;
    AdcFrame out;
    Random random{static_cast<std::uint64_t>(frame)};
    for (int p = 0; p < kPhases; ++p) {
        const auto at = [&](Slot s) {
            return static_cast<double>(13 * frame + slot_instant(s).count) * kTick;
        };
        const PhaseWave& phase = wave.phase[static_cast<std::size_t>(p)];
        const double i = sum(phase.current, w * at(current_slot(p)), true) * wave.frequency / 60.0 /
                         kAmperesPerCountAt60 * wave.preamp;
        const double v = sum(phase.voltage, w * at(voltage_slot(p)), false) / kVoltsPerCount;
        out.count[static_cast<std::size_t>(current_slot(p))] =
            static_cast<std::int32_t>(std::lround(i + wave.noise * random.symmetric()));
        out.count[static_cast<std::size_t>(voltage_slot(p))] =
            static_cast<std::int32_t>(std::lround(v + wave.noise * random.symmetric()));
    }
    return out;
}

// Balanced wye: V, I rms, current lags by `angle` degrees; sequence A B C.
inline Wave balanced(double frequency, double volts, double amperes, double angle) {
    Wave wave;
    wave.frequency = frequency;
    for (std::size_t p = 0; p < 3; ++p) {
        const double at = -120.0 * static_cast<double>(p);
        wave.phase[p].voltage = {{1, volts, at}};
        wave.phase[p].current = {{1, amperes, at - angle}};
    }
    return wave;
}

}  // namespace meter::test
