#include "signals/replay/cycles.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <numeric>

namespace signals {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

double mean_of(std::span<const double> x) {
    return std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
}

// The frequency from the phase advance between the first and the last two thirds of x.
double refined(std::span<const double> x, double rate, double frequency) {
    const std::size_t part = x.size() * 2 / 3;
    const std::size_t shift = x.size() - part;
    const double distance = static_cast<double>(shift) / rate;
    const auto a = fundamental(x.first(part), rate, frequency);
    const auto b = fundamental(x.last(part), rate, frequency);
    const auto advance = b * std::conj(a) * std::polar(1.0, -kTurn * frequency * distance);
    return frequency + std::arg(advance) / (kTurn * distance);
}

}  // namespace

std::complex<double> fundamental(std::span<const double> x, double rate, double frequency) {
    const auto size = static_cast<double>(x.size());
    const std::complex<double> step = std::polar(1.0, -kTurn * frequency / rate);
    const std::complex<double> window_step = std::polar(1.0, kTurn / size);
    std::complex<double> turn{1.0, 0.0};
    std::complex<double> window = std::polar(1.0, kTurn * 0.5 / size);
    std::complex<double> sum{};
    for (const double sample : x) {
        sum += turn * (sample * (1.0 - window.real()));
        turn *= step;
        window *= window_step;
    }
    return sum * (2.0 / size);
}

double fundamental_frequency(std::span<const double> x, double rate, double fallback) {
    constexpr double kStep = 0.5;
    std::vector<double> centred(x.begin(), x.end());
    const double mean = mean_of(x);
    for (double& v : centred) v -= mean;
    double best = 0.0;
    double frequency = fallback;
    for (double f = kLowestFundamental; f <= kHighestFundamental; f += kStep) {
        const double level = std::abs(fundamental(centred, rate, f));
        if (level > best) {
            best = level;
            frequency = f;
        }
    }
    if (best < 1e-12) return fallback;
    for (int i = 0; i < 4; ++i) frequency = refined(centred, rate, frequency);
    const bool plausible = frequency >= kLowestFundamental && frequency <= kHighestFundamental;
    return plausible ? frequency : fallback;
}

PhaseTrack::PhaseTrack(std::span<const double> x, double rate, double frequency)
    : frequency_(frequency) {
    const auto window = static_cast<std::size_t>(std::lround(2.0 * rate / frequency));
    const auto hop = std::max<std::size_t>(1, window / 4);
    hop_ = static_cast<double>(hop) / rate;
    first_ = 0.5 * static_cast<double>(window - 1) / rate;
    std::vector<double> level;
    for (std::size_t at = 0; at + window <= x.size(); at += hop) {
        const auto phasor = fundamental(x.subspan(at, window), rate, frequency);
        const double turn = std::arg(phasor) / kTurn - frequency * static_cast<double>(at) / rate;
        const double last = deviation_.empty() ? 0.0 : deviation_.back();
        deviation_.push_back(turn - std::round(turn - last));
        level.push_back(std::abs(phasor));
    }
    const double strongest = level.empty() ? 0.0 : *std::max_element(level.begin(), level.end());
    for (const double l : level) lost_.push_back(!(l > 0.05 * strongest));
}

double PhaseTrack::deviation(double t) const {
    const double at =
        std::clamp((t - first_) / hop_, 0.0, static_cast<double>(deviation_.size() - 1));
    const auto i = std::min(static_cast<std::size_t>(at), deviation_.size() - 1);
    const std::size_t next = std::min(i + 1, deviation_.size() - 1);
    if (lost_[i] || lost_[next]) return std::numeric_limits<double>::quiet_NaN();
    return deviation_[i] + (at - static_cast<double>(i)) * (deviation_[next] - deviation_[i]);
}

double PhaseTrack::turns(double t0, double t1) const {
    if (deviation_.empty()) return std::numeric_limits<double>::quiet_NaN();
    const auto index = [&](double t) {
        return static_cast<std::size_t>(
            std::clamp((t - first_) / hop_, 0.0, static_cast<double>(lost_.size() - 1)));
    };
    for (std::size_t i = index(t0); i <= index(t1); ++i) {
        if (lost_[i]) return std::numeric_limits<double>::quiet_NaN();
    }
    return frequency_ * (t1 - t0) + deviation(t1) - deviation(t0);
}

}  // namespace signals
