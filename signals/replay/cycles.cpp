#include "signals/replay/cycles.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <numbers>
#include <numeric>
#include <vector>

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

double turns_between(Sampled& x, double frequency, double strongest, double t0, double t1) {
    const auto window = static_cast<std::int64_t>(std::lround(2.0 * x.rate() / frequency));
    const std::int64_t hop = std::max<std::int64_t>(1, window / 4);
    // Window k is centred on sample k * hop.
    const auto place = [&](double t) {
        return (t - x.start()) * x.rate() / static_cast<double>(hop);
    };
    const auto first = static_cast<std::int64_t>(std::floor(place(t0)));
    const auto last = static_cast<std::int64_t>(std::floor(place(t1))) + 1;
    std::vector<double> samples(x.channels() * static_cast<std::size_t>(window));
    double deviation = 0.0;  // turns beyond frequency * t, unwrapped
    double begin = 0.0;
    double end = 0.0;
    for (std::int64_t k = first; k <= last; ++k) {
        const std::int64_t at = k * hop - window / 2;
        x.read(at, static_cast<std::size_t>(window), samples.data());
        const auto phasor =
            fundamental({samples.data(), static_cast<std::size_t>(window)}, x.rate(), frequency);
        if (!(std::abs(phasor) > 0.05 * strongest)) return std::numeric_limits<double>::quiet_NaN();
        const double turn =
            std::arg(phasor) / kTurn - frequency * static_cast<double>(at) / x.rate();
        const double next = k == first ? turn : turn - std::round(turn - deviation);
        // The straight line from `deviation` at k - 1 to `next` at k, at t0 and at t1.
        const double to_begin = place(t0) - static_cast<double>(k - 1);
        const double to_end = place(t1) - static_cast<double>(k - 1);
        if (k == first + 1) begin = deviation + to_begin * (next - deviation);
        if (k == last) end = deviation + to_end * (next - deviation);
        deviation = next;
    }
    return frequency * (t1 - t0) + end - begin;
}

}  // namespace signals
