#include "signals/replay/settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "core/adc_frame.h"
#include "signals/capture/phrases.h"
#include "signals/frontend/nominal.h"
#include "signals/replay/mapped_rows.h"

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

// Slope at which the converter clips with the nominal rope, A/s.
double clipping_slope(double preamp) {
    return nominal::kVoltsPerLsb * meter::kAdcClip / (nominal::kPinPerSlope * preamp);
}

double two_digits_up(double x) {
    const double unit = std::pow(10.0, std::floor(std::log10(x)) - 1.0);
    return std::ceil(x / unit - 1e-9) * unit;
}

void choose_ratio(const RecordExtremes& seen, const std::string& file, ReplaySettings& out) {
    if (seen.volts > kHighestVolts * kLargestRatio) {
        throw ReplayError(Sentence::after(
            file + ": ", Sentence::of(kCapture.high_voltage, seen.volts, kLargestRatio,
                                      kHighestVolts * kLargestRatio)));
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

void choose_ct(const RecordExtremes& seen, ReplaySettings& out) {
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

void choose_system_voltage(std::array<double, 3> volts, ReplaySettings& out) {
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

ReplaySettings choose_settings(const RecordExtremes& seen, const std::string& file) {
    if (seen.volts < kLeastVolts && seen.amps < kLeastAmps) {
        throw ReplayError(Sentence::after(
            file + ": ",
            Sentence::of(kCapture.no_signal, seen.volts, seen.amps, kLeastVolts, kLeastAmps)));
    }
    ReplaySettings out;
    out.meter.pt_ratio = 1.0;
    out.meter.system_type = 40;
    choose_ratio(seen, file, out);
    choose_ct(seen, out);
    choose_system_voltage(seen.first_volts, out);
    return out;
}

}  // namespace signals
