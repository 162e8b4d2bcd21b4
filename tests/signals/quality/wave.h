// Three-phase recordings in closed form, sample by sample, for the power quality tests.
#pragma once

#include <array>
#include <cmath>
#include <functional>
#include <numbers>
#include <vector>

#include "signals/quality/quality_meter.h"

namespace signals::test {

inline constexpr double kTurn = 2.0 * std::numbers::pi;
inline constexpr double kRoot2 = std::numbers::sqrt2;

struct Partial {
    double order;    // of the fundamental, need not be whole
    double percent;  // of the fundamental
};

struct WaveForm {
    double rate = 6'400.0;
    double seconds = 2.0;
    double frequency = 50.0;
    std::array<double, 3> volts{230.0, 230.0, 230.0};
    std::array<double, 3> volts_angle{0.0, -120.0, 120.0};  // degrees
    std::array<double, 3> amps{10.0, 10.0, 10.0};
    std::array<double, 3> lag{30.0, 30.0, 30.0};
    std::vector<Partial> voltage_partials;
    std::function<double(std::size_t phase, double t)> envelope;  // of the voltages
};

inline double turned(const WaveForm& w, double t, double degrees) {
    return kTurn * (w.frequency * t + degrees / 360.0);
}

inline double volts_at(const WaveForm& w, std::size_t x, double t) {
    const double own = turned(w, t, w.volts_angle[x]);
    double sum = std::sin(own);
    for (const Partial& p : w.voltage_partials) sum += p.percent / 100.0 * std::sin(p.order * own);
    return kRoot2 * w.volts[x] * sum * (w.envelope ? w.envelope(x, t) : 1.0);
}

inline double amps_at(const WaveForm& w, std::size_t x, double t) {
    return kRoot2 * w.amps[x] * std::sin(turned(w, t, w.volts_angle[x] - w.lag[x]));
}

struct Heard {
    std::vector<CycleValues> cycles;
    std::vector<QualityWindow> windows;
    std::vector<QualityEvent> events;
    std::vector<FrequencyValue> frequencies;
};

inline QualitySettings settings_for(const WaveForm& w) {
    return {.rate = w.rate, .nominal = w.frequency < 55.0 ? 50.0 : 60.0, .declared = 230.0};
}

// Plays the wave to a meter in blocks of `block` rows.
inline Heard heard(const WaveForm& w, const QualitySettings& settings, std::size_t block = 1'000) {
    Heard out;
    QualityMeter meter(
        settings, {.cycle = [&](const CycleValues& v) { out.cycles.push_back(v); },
                   .window = [&](const QualityWindow& v) { out.windows.push_back(v); },
                   .event = [&](const QualityEvent& v) { out.events.push_back(v); },
                   .frequency = [&](const FrequencyValue& v) { out.frequencies.push_back(v); }});
    const auto rows = static_cast<std::size_t>(w.rate * w.seconds);
    std::array<std::vector<double>, kQualityChannels> rows_of;
    for (std::size_t n = 0; n < rows; ++n) {
        const double t = static_cast<double>(n) / w.rate;
        for (std::size_t x = 0; x < 3; ++x) {
            rows_of[x].push_back(volts_at(w, x, t));
            rows_of[x + 3].push_back(amps_at(w, x, t));
        }
    }
    for (std::size_t at = 0; at < rows; at += block) {
        QualityBlock spans;
        for (std::size_t c = 0; c < kQualityChannels; ++c)
            spans[c] = std::span(rows_of[c]).subspan(at, std::min(block, rows - at));
        meter.add(spans);
    }
    meter.finish();
    return out;
}

inline Heard heard(const WaveForm& w) { return heard(w, settings_for(w)); }

}  // namespace signals::test
