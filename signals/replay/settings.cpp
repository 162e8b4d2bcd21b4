#include "signals/replay/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/adc_frame.h"
#include "signals/frontend/nominal.h"

namespace signals {
namespace {

constexpr double kRatedVolts = 347.0;    // V rms L-N at the terminals
constexpr double kHighestVolts = 600.0;  // V rms L-N, end of the calibrated range
constexpr double kLargestRatio = 320.0;
constexpr double kLeastVolts = 1.0;
constexpr double kLeastAmps = 0.005;
constexpr int kPreampLimit = 200;  // A, core/metrology/ranges.h
constexpr double kPreamp = 8.0;

// clang-format off
constexpr std::array kSizes{
    5, 10, 15, 20, 25, 30, 40, 50, 60, 75, 80, 100, 120, 125, 150, 200, 250, 300, 400, 500, 600,
    750, 800, 1000, 1200, 1250, 1500, 1600, 2000, 2500, 3000, 4000, 5000};
// clang-format on

// Largest rms of any whole cycle, cycles side by side from the start.
double strongest_cycle(const std::vector<double>& x, double rate, double frequency) {
    const auto cycle =
        std::max<std::size_t>(1, static_cast<std::size_t>(std::lround(rate / frequency)));
    double strongest = 0.0;
    for (std::size_t at = 0; at + cycle <= x.size(); at += cycle) {
        double squares = 0.0;
        for (std::size_t k = at; k < at + cycle; ++k) squares += x[k] * x[k];
        strongest = std::max(strongest, squares / static_cast<double>(cycle));
    }
    return std::sqrt(strongest);
}

double first_cycles(const std::vector<double>& x, double rate, double frequency) {
    const auto rows =
        std::min(x.size(), static_cast<std::size_t>(std::lround(10.0 * rate / frequency)));
    double squares = 0.0;
    for (std::size_t k = 0; k < rows; ++k) squares += x[k] * x[k];
    return std::sqrt(squares / static_cast<double>(rows));
}

double steepest(const std::vector<double>& x, double rate) {
    double slope = 0.0;
    for (std::size_t k = 1; k < x.size(); ++k) slope = std::max(slope, std::fabs(x[k] - x[k - 1]));
    return slope * rate;
}

// Slope at which the converter clips with the nominal rope, A/s.
double clipping_slope(double preamp) {
    return nominal::kVoltsPerLsb * meter::kAdcClip / (nominal::kPinPerSlope * preamp);
}

double two_digits_up(double x) {
    const double unit = std::pow(10.0, std::floor(std::log10(x)) - 1.0);
    return std::ceil(x / unit - 1e-9) * unit;
}

struct Extremes {
    double volts = 0.0;
    double amps = 0.0;
    double slope = 0.0;
};

Extremes extremes_of(const Series& record, const Series& played, double frequency) {
    Extremes out;
    for (std::size_t x = 0; x < 3; ++x) {
        const std::vector<double>& v = record.channel[x];
        const std::vector<double>& i = record.channel[x + 3];
        out.volts = std::max(out.volts, strongest_cycle(v, record.rate, frequency));
        out.amps = std::max(out.amps, strongest_cycle(i, record.rate, frequency));
        out.slope = std::max(out.slope, steepest(played.channel[x + 3], played.rate));
    }
    return out;
}

void choose_ratio(const Extremes& seen, const std::string& file, ReplaySettings& out) {
    if (seen.volts > kHighestVolts * kLargestRatio) {
        throw ReplayError(fmt::format(
            "{}: {:.6g} V rms line to neutral; the meter's largest PT ratio, {:g}, allows {:g} V",
            file, seen.volts, kLargestRatio, kHighestVolts * kLargestRatio));
    }
    double& ratio = out.meter.pt_ratio;
    if (seen.volts > kRatedVolts)
        ratio = std::min(kLargestRatio, two_digits_up(seen.volts / kRatedVolts));
    out.explanation.push_back(fmt::format(
        "PT ratio {:g}: the strongest cycle has {:.5g} V rms line to neutral, {:.4g} V at the "
        "terminals{}",
        ratio, seen.volts, seen.volts / ratio,
        seen.volts / ratio > kRatedVolts
            ? fmt::format(", above their rating of {:g} V because {:g} is the largest ratio",
                          kRatedVolts, kLargestRatio)
            : std::string{}));
    if (seen.volts < kLeastVolts) {
        out.explanation.push_back(
            "there is practically no voltage: powers are near zero and frequency cannot be told");
    }
}

void choose_ct(const Extremes& seen, ReplaySettings& out) {
    int& size = out.meter.ct_primary;
    const auto fits = std::find_if(kSizes.begin(), kSizes.end(), [&](int s) {
        return s >= seen.amps && (s > kPreampLimit || seen.slope < clipping_slope(kPreamp));
    });
    size = fits == kSizes.end() ? kSizes.back() : *fits;
    std::string text =
        fmt::format("CT primary {} A: the strongest cycle has {:.5g} A rms", size, seen.amps);
    if (size > kPreampLimit && seen.amps <= kPreampLimit) {
        text += ", and slopes that would clip the preamplifier of smaller sizes";
    }
    if (seen.amps > size) text += ", more than the largest size";
    if (seen.slope > clipping_slope(1.0)) {
        text += fmt::format("; its steepest slope, {:.3g} A/s, clips at {:.3g} A/s", seen.slope,
                            clipping_slope(1.0));
    }
    out.explanation.push_back(text);
}

void choose_system_voltage(const Series& record, double frequency, ReplaySettings& out) {
    std::array<double, 3> volts{};
    for (std::size_t x = 0; x < 3; ++x) {
        volts[x] = first_cycles(record.channel[x], record.rate, frequency);
    }
    std::sort(volts.begin(), volts.end());
    const double wanted = std::numbers::sqrt3 * volts[1];
    const double low = std::max(82.0, std::ceil(82.0 * out.meter.pt_ratio));
    const double high = std::min(32'000.0, std::floor(660.0 * out.meter.pt_ratio));
    const double chosen = std::clamp(std::round(wanted), low, high);
    out.meter.system_voltage = static_cast<int>(chosen);
    out.explanation.push_back(fmt::format(
        "system voltage {:g} V: sqrt(3) times the middle phase's {:.5g} V rms{}", chosen, volts[1],
        std::fabs(chosen - wanted) > 1.0
            ? fmt::format(", kept within the meter's {:g} to {:g} V at this PT ratio", low, high)
            : std::string{}));
}

}  // namespace

ReplaySettings choose_settings(const Series& record, const Series& played, double frequency,
                               const std::string& file) {
    const Extremes seen = extremes_of(record, played, frequency);
    if (seen.volts < kLeastVolts && seen.amps < kLeastAmps) {
        throw ReplayError(fmt::format(
            "{}: practically no signal: the strongest cycle of the phase voltages has {:.3g} V "
            "rms, of the currents {:.3g} A; at least {:g} V or {:g} A are needed",
            file, seen.volts, seen.amps, kLeastVolts, kLeastAmps));
    }
    ReplaySettings out;
    out.meter.pt_ratio = 1.0;
    out.meter.system_type = 40;
    choose_ratio(seen, file, out);
    choose_ct(seen, out);
    choose_system_voltage(record, frequency, out);
    return out;
}

}  // namespace signals
