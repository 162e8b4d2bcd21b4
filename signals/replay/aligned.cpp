#include "signals/replay/aligned.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>

#include "signals/resample/kernel.h"

namespace signals {
namespace {

constexpr double kStampResolution = 2e-6;  // s
constexpr double kSameInstant = 1e-9;      // s

struct Gaps {
    std::size_t samples = 0;
    std::size_t longest = 0;
};

// Straight lines over NaN; the nearest sample beyond the ends. At least one sample is finite.
Gaps bridge(std::vector<double>& x) {
    Gaps gaps;
    std::size_t last = x.size();  // none yet
    for (std::size_t i = 0; i <= x.size(); ++i) {
        if (i < x.size() && std::isnan(x[i])) continue;
        const bool open_start = last == x.size();
        const std::size_t from = open_start ? 0 : last + 1;
        const std::size_t length = i - from;
        if (length > 0) {
            const double left = open_start ? x[i] : x[last];
            const double right = i == x.size() ? left : x[i];
            for (std::size_t k = 0; k < length; ++k) {
                const double part = static_cast<double>(k + 1) / static_cast<double>(length + 1);
                x[from + k] = left + part * (right - left);
            }
            gaps.samples += length;
            gaps.longest = std::max(gaps.longest, length);
        }
        last = i;
    }
    return gaps;
}

std::vector<double> scaled(const Recording& r, const MappedChannel& mapped,
                           std::vector<std::string>& notes) {
    const AnalogChannel& channel = r.analog[mapped.index];
    std::vector<double> x = channel.samples;
    if (std::all_of(x.begin(), x.end(), [](double v) { return std::isnan(v); })) {
        throw ReplayError(fmt::format("{}: channel {} '{}' has no samples at all", r.file,
                                      channel.position, channel.name));
    }
    for (double& v : x) v *= mapped.scale;
    if (const Gaps gaps = bridge(x); gaps.samples > 0) {
        notes.push_back(fmt::format(
            "channel {} '{}': {} missing samples bridged by straight lines, the longest gap {}",
            channel.position, channel.name, gaps.samples, gaps.longest));
    }
    return x;
}

double spacing(const Recording& r) {
    return (r.time.back() - r.time.front()) / static_cast<double>(r.rows - 1);
}

bool uniform(const Recording& r) {
    const double step = spacing(r);
    for (std::size_t i = 0; i < r.rows; ++i) {
        if (std::fabs(r.time[i] - static_cast<double>(i) * step) > kStampResolution) return false;
    }
    return true;
}

double uniform_rate(const Recording& r) {
    if (!r.time_from_stamps) {
        double highest = 0.0;
        for (const SamplingRate& rate : r.rates) highest = std::max(highest, rate.hertz);
        return highest;
    }
    std::vector<double> steps;
    for (std::size_t i = 1; i < r.rows; ++i) steps.push_back(r.time[i] - r.time[i - 1]);
    std::nth_element(steps.begin(), steps.begin() + std::ssize(steps) / 2, steps.end());
    return 1.0 / steps[steps.size() / 2];
}

// Row number, with its fraction, at time t; beyond the ends the rows go on evenly.
double row_at(const std::vector<double>& time, double t) {
    const auto next = std::upper_bound(time.begin() + 1, time.end() - 1, t);
    const auto row = static_cast<std::size_t>(next - time.begin()) - 1;
    return static_cast<double>(row) + (t - time[row]) / (time[row + 1] - time[row]);
}

double sample_at(const std::vector<double>& x, const SincKernel& kernel, double row,
                 std::vector<double>& coefficients) {
    const double whole = std::floor(row);
    kernel.value_row(row - whole, coefficients);
    const auto first =
        static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(kernel.reach()) + 1;
    double sum = 0.0;
    for (std::size_t k = 0; k < coefficients.size(); ++k) {
        const std::int64_t at =
            std::clamp<std::int64_t>(first + static_cast<std::int64_t>(k), 0, std::ssize(x) - 1);
        sum += coefficients[k] * x[static_cast<std::size_t>(at)];
    }
    return sum;
}

std::vector<double> evened(const std::vector<double>& x, const std::vector<double>& time,
                           double skew, double rate, std::size_t count) {
    const SincKernel kernel{0.4, 0.6, 100.0};
    std::vector<double> coefficients(kernel.taps());
    std::vector<double> out(count);
    for (std::size_t n = 0; n < count; ++n) {
        const double t = static_cast<double>(n) / rate - skew;
        out[n] = sample_at(x, kernel, row_at(time, t), coefficients);
    }
    return out;
}

}  // namespace

AlignedRecord aligned(const Recording& r, const Mapping& mapping) {
    if (r.rows < 2) {
        throw ReplayError(
            fmt::format("{}: {} rows of samples; two cycles are needed", r.file, r.rows));
    }
    AlignedRecord out;
    std::array<double, kReplayChannels> skew{};
    for (std::size_t x = 0; x < kReplayChannels; ++x) {
        const MappedChannel& mapped = x < 3 ? mapping.voltage[x] : mapping.current[x - 3];
        out.series.channel.push_back(scaled(r, mapped, out.notes));
        skew[x] = r.analog[mapped.index].skew;
    }
    const auto [least, most] = std::minmax_element(skew.begin(), skew.end());
    const bool even = uniform(r);
    out.series.rate = even ? 1.0 / spacing(r) : uniform_rate(r);
    out.series.start = 0.5 / out.series.rate;
    if (even && *most - *least < kSameInstant) return out;

    const auto count = static_cast<std::size_t>(r.time.back() * out.series.rate) + 1;
    for (std::size_t x = 0; x < kReplayChannels; ++x) {
        out.series.channel[x] =
            evened(out.series.channel[x], r.time, skew[x] - *least, out.series.rate, count);
    }
    std::string note =
        fmt::format("{}: all channels interpolated to {:.6g} Hz",
                    even ? "channels with skew" : "rows of uneven spacing", out.series.rate);
    if (*most - *least >= kSameInstant) {
        note += fmt::format(", skew of up to {:.3g} us removed", (*most - *least) * 1e6);
    }
    out.notes.push_back(std::move(note));
    return out;
}

}  // namespace signals
