#include "app/analysis/twin_window.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "core/time.h"

namespace analysis {
namespace {

// Samples are aligned to VB's slot, 6 of 13 ticks into the frame (core/metrology/scaling.h).
constexpr double kAlignedInstant = 6.0 / 13.0;

void add(Means& to, const Waves& w, std::size_t n, double weight) {
    for (std::size_t x = 0; x < 3; ++x) {
        to.vv[x] += weight * w.v[x][n] * w.v[x][n];
        to.ii[x] += weight * w.i[x][n] * w.i[x][n];
        to.vi[x] += weight * w.v[x][n] * w.i[x][n];
        to.qi[x] += weight * w.v90[x][n] * w.iq[x][n];
    }
}

Means divided(Means m, double by) {
    for (auto* row : {&m.vv, &m.ii, &m.vi, &m.qi}) {
        for (double& x : *row) x /= by;
    }
    return m;
}

// As ZeroCrossing of the core: a crossing counts when the voltage has been below -2 V since the
// last one; a window that was forced to close has its border on the frame's edge.
bool crosses(const Waves& w, std::size_t before) {
    constexpr std::size_t kCycle = 64;  // frames, one of 40 Hz
    const Wave& v = w.v[0];
    if (v[before] >= 0.0 || v[before + 1] < 0.0) return false;
    const std::size_t from = before > kCycle ? before - kCycle : 0;
    return std::any_of(v.begin() + static_cast<std::ptrdiff_t>(from),
                       v.begin() + static_cast<std::ptrdiff_t>(before) + 1,
                       [](double x) { return x < -2.0; });
}

// Where the border between the frames `before` and before + 1 lies, in frames from half-way.
double border_weight(const Waves& w, std::size_t before) {
    const double a = w.v[0][before];
    const double b = w.v[0][before + 1];
    return crosses(w, before) ? a / (a - b) - 0.5 : 0.0;
}

// As the firmware does it: the frame beyond the border that it moves into counts a part more.
Means firmware_means(const Waves& w, std::size_t begin, std::size_t end) {
    Means sum;
    for (std::size_t n = begin; n < end; ++n) add(sum, w, n, 1.0);
    double length = static_cast<double>(end - begin);
    const double closing = border_weight(w, end - 1);
    add(sum, w, closing > 0.0 ? end : end - 1, closing);
    length += closing;
    if (begin > 0) {
        const double opening = border_weight(w, begin - 1);
        add(sum, w, opening > 0.0 ? begin : begin - 1, -opening);
        length -= opening;
    }
    return divided(sum, length);
}

// From `from` to `to`; sample n stands for [n - 1/2, n + 1/2].
Means exact_means(const Waves& w, double from, double to) {
    Means sum;
    const auto last = static_cast<double>(w.v[0].size() - 1);
    const auto first_cell = static_cast<std::size_t>(std::max(0.0, std::floor(from + 0.5)));
    const auto last_cell = static_cast<std::size_t>(std::min(last, std::floor(to + 0.5)));
    for (std::size_t n = first_cell; n <= last_cell; ++n) {
        const double cell = static_cast<double>(n);
        add(sum, w, n, std::max(0.0, std::min(to, cell + 0.5) - std::max(from, cell - 0.5)));
    }
    return divided(sum, to - from);
}

// Integral of a Hann window of width 1 around 0.
double hann_step(double u) {
    const double x = std::clamp(u + 0.5, 0.0, 1.0);
    return x - std::sin(2.0 * std::numbers::pi * x) / (2.0 * std::numbers::pi);
}

Means smooth_means(const Waves& w, double from, double to, double fade) {
    Means sum;
    double length = 0.0;
    const auto begin = static_cast<std::size_t>(std::max(0.0, std::ceil(from - fade / 2.0)));
    for (std::size_t n = begin; n < w.v[0].size(); ++n) {
        const double at = static_cast<double>(n);
        if (at > to + fade / 2.0) break;
        const double weight = hann_step((at - from) / fade) - hann_step((at - to) / fade);
        add(sum, w, n, weight);
        length += weight;
    }
    return divided(sum, length);
}

}  // namespace

Means means_over(const Waves& waves, const ReadingWindow& window, Border border, double fade) {
    const std::int64_t end = window.last_frame - waves.first_frame;  // the frame that closed it
    const std::int64_t begin = end - window.frames;
    if (border == Border::firmware)
        return firmware_means(waves, static_cast<std::size_t>(begin),
                              static_cast<std::size_t>(end));
    if (border == Border::smooth)
        return smooth_means(waves, static_cast<double>(begin) - 0.5, static_cast<double>(end) - 0.5,
                            fade);
    const double delay = kSampleDelay - kAlignedInstant;
    return exact_means(waves, static_cast<double>(begin + 1) + delay,
                       static_cast<double>(end + 1) + delay);
}

}  // namespace analysis
