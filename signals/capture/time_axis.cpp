#include "signals/capture/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace signals {
namespace {

constexpr double kWrap16 = 65'536.0;
constexpr double kWrap32 = 4'294'967'296.0;

bool has_rate(const Recording& r) {
    return !r.rates.empty() &&
           std::all_of(r.rates.begin(), r.rates.end(), [](const auto& s) { return s.hertz > 0.0; });
}

void time_from_rates(Recording& out) {
    std::size_t segment = 0;
    std::size_t segment_start = 0;
    double segment_time = 0.0;
    for (std::size_t row = 0; row < out.rows; ++row) {
        while (segment + 1 < out.rates.size() && row >= out.rates[segment].end_row) {
            segment_time += static_cast<double>(row - segment_start) / out.rates[segment].hertz;
            segment_start = row;
            ++segment;
        }
        out.time[row] =
            segment_time + static_cast<double>(row - segment_start) / out.rates[segment].hertz;
    }
}

double stamp_unit(const Recording& r) {
    const bool nanoseconds = r.start && r.start->fraction_digits > 6;
    return r.time_multiplier * (nanoseconds ? 1e-9 : 1e-6);
}

// Seconds from the first stamp, wraps undone; false when stamps are missing or run backwards.
bool unwrapped(const std::vector<double>& stamps, double unit, std::vector<double>& out) {
    const double highest = stamps.empty() ? 0.0 : *std::max_element(stamps.begin(), stamps.end());
    const double wrap = highest < kWrap16 ? kWrap16 : kWrap32;
    double turns = 0.0;
    for (std::size_t i = 0; i < stamps.size(); ++i) {
        if (std::isnan(stamps[i])) return false;
        if (i > 0 && stamps[i] < stamps[i - 1]) {
            if (stamps[i - 1] - stamps[i] < wrap / 2) return false;
            turns += wrap;
        }
        out[i] = (stamps[i] + turns - stamps[0]) * unit;
        if (i > 0 && out[i] <= out[i - 1]) return false;
    }
    return true;
}

void warn_when_stamps_disagree(const std::vector<double>& stamps, Recording& out) {
    std::vector<double> stamped(stamps.size());
    if (out.rows < 2 || !unwrapped(stamps, stamp_unit(out), stamped)) return;
    const double by_rate = out.time.back();
    const double by_stamp = stamped.back();
    if (std::fabs(by_rate - by_stamp) <= 0.01 * by_rate) return;
    out.warnings.push_back(
        {{out.file, 0, 0},
         fmt::format("the time stamps span {:.6g} s, the sampling rate {:.6g} s; the rate is used",
                     by_stamp, by_rate)});
}

}  // namespace

void fill_time(const std::vector<double>& stamps, Recording& out) {
    out.time.assign(out.rows, 0.0);
    if (has_rate(out)) {
        time_from_rates(out);
        warn_when_stamps_disagree(stamps, out);
        return;
    }
    out.time_from_stamps = true;
    if (!unwrapped(stamps, stamp_unit(out), out.time)) {
        throw CaptureError({out.file, 0, 0},
                           "there is no sampling rate, and the time stamps of the rows are missing "
                           "or run backwards; rising stamps or a rate above 0 Hz are needed");
    }
}

}  // namespace signals
