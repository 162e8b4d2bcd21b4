#include "signals/capture/time_axis.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "signals/capture/phrases.h"

namespace signals {
namespace {

constexpr double kWrap16 = 65'536.0;
constexpr double kWrap32 = 4'294'967'296.0;
constexpr std::uint64_t kIndexed = 4'096;
constexpr std::uint64_t kCompared = 65'536;  // rows whose stamps are held against the rate
// Counts: ns since an epoch are 10^18. What is written as more is no instant, and differences and
// sums of such numbers would be none either.
constexpr double kFarthest = 1e24;

bool has_rate(const Recording& r) {
    return !r.rates.empty() &&
           std::all_of(r.rates.begin(), r.rates.end(), [](const auto& s) { return s.hertz > 0.0; });
}

void time_by_rates(const std::vector<SamplingRate>& rates, std::uint64_t first, std::size_t count,
                   double* out) {
    std::size_t segment = 0;
    std::uint64_t begin = 0;
    double time = 0.0;
    for (std::uint64_t row = first; row < first + count; ++row) {
        while (segment + 1 < rates.size() && row >= rates[segment].end_row) {
            const std::uint64_t end = std::max(begin, rates[segment].end_row);
            time += static_cast<double>(end - begin) / rates[segment].hertz;
            begin = end;
            ++segment;
        }
        out[row - first] = time + static_cast<double>(row - begin) / rates[segment].hertz;
    }
}

// NaN where a stamp is missing or says nothing.
void read_stamps(RowReader& rows, std::uint64_t first, std::size_t count,
                 std::vector<double>& out) {
    rows.read(first, count, {{}, nullptr, out.data(), nullptr});
    for (std::size_t k = 0; k < count; ++k)
        if (!(std::fabs(out[k]) <= kFarthest)) out[k] = kMissing;
}

template <class Each>
void for_each_stamp(RowReader& rows, std::uint64_t most, Each each) {
    std::vector<double> stamps(kIndexed);
    const std::uint64_t end = std::min(rows.rows(), most);
    for (std::uint64_t row = 0; row < end; row += kIndexed) {
        const auto count = static_cast<std::size_t>(std::min(kIndexed, end - row));
        read_stamps(rows, row, count, stamps);
        for (std::size_t k = 0; k < count; ++k) each(row + k, stamps[k]);
    }
}

}  // namespace

TimeAxis::TimeAxis(RowReader& rows, double stamp_unit, Recording& out) : unit_(stamp_unit) {
    out.time_from_stamps = !has_rate(out);
    if (out.rows == 0) return;
    if (out.time_from_stamps) {
        scan_stamps(rows, out);
    } else {
        compare_stamps(rows, out);
    }
    double last = 0.0;
    read(rows, out, out.rows - 1, 1, &last);
    out.seconds = last;
}

// Counts since the first row. `odd`: the stamp says nothing, or something impossible.
double TimeAxis::advance(Clock& clock, double stamp, bool& odd) const {
    odd = false;
    if (!clock.begun) {
        clock.begun = true;
        odd = std::isnan(stamp);
        clock.last = odd ? 0.0 : stamp;
        return clock.time = 0.0;
    }
    double turns = clock.turns;
    if (stamp < clock.last && clock.last - stamp >= wrap_ / 2) turns += wrap_;
    const double step = stamp + turns - (clock.last + clock.turns);
    if (step > 0.0) {
        clock.turns = turns;
        clock.last = stamp;
        clock.step = step;
    } else {
        odd = true;
        clock.last += clock.step > 0.0 ? clock.step : first_step_;
    }
    return clock.time += step > 0.0 ? step : (clock.step > 0.0 ? clock.step : first_step_);
}

void TimeAxis::scan_stamps(RowReader& rows, Recording& out) {
    double highest = 0.0;
    double before = kMissing;
    for_each_stamp(rows, rows.rows(), [&](std::uint64_t, double stamp) {
        if (std::isnan(stamp)) return;
        highest = std::max(highest, stamp);
        if (first_step_ == 0.0 && stamp > before) first_step_ = stamp - before;
        before = stamp;
    });
    if (!(first_step_ > 0.0)) {
        throw CaptureError({out.file, 0, 0}, Sentence::of(kCapture.no_rate));
    }
    wrap_ = highest < kWrap16 ? kWrap16 : kWrap32;
    Clock clock;
    std::uint64_t odd_rows = 0;
    std::uint64_t first_odd = 0;
    for_each_stamp(rows, rows.rows(), [&](std::uint64_t row, double stamp) {
        if (row % kIndexed == 0) known_.push_back(clock);
        bool is_odd = false;
        advance(clock, stamp, is_odd);
        if (is_odd && odd_rows++ == 0) first_odd = row + 1;
    });
    if (odd_rows == 0) return;
    out.warn(
        {out.file, 0, 0},
        fmt::format("{} time stamp{} missing or not above the one before, the first in row {}; "
                    "the last spacing is used there",
                    odd_rows, odd_rows == 1 ? " is" : "s are", first_odd));
}

void TimeAxis::compare_stamps(RowReader& rows, Recording& out) const {
    TimeAxis stamped = *this;
    double highest = 0.0;
    const std::uint64_t most = std::min(out.rows, kCompared);
    for_each_stamp(rows, most, [&](std::uint64_t, double s) { highest = std::max(highest, s); });
    stamped.wrap_ = highest < kWrap16 ? kWrap16 : kWrap32;
    Clock clock;
    bool any_odd = false;
    for_each_stamp(rows, most, [&](std::uint64_t, double stamp) {
        bool odd = false;
        stamped.advance(clock, stamp, odd);
        any_odd = any_odd || odd;
    });
    if (most < 2 || any_odd) return;
    double by_rate = 0.0;
    time_by_rates(out.rates, most - 1, 1, &by_rate);
    const double by_stamp = clock.time * unit_;
    if (std::fabs(by_rate - by_stamp) <= 0.01 * by_rate) return;
    out.warn(
        {out.file, 0, 0},
        fmt::format("the time stamps{} span {:.6g} s, the sampling rate {:.6g} s; the rate is used",
                    most < out.rows ? fmt::format(" of the first {} rows", most) : "", by_stamp,
                    by_rate));
}

void TimeAxis::read(RowReader& rows, const Recording& recording, std::uint64_t first,
                    std::size_t count, double* out) const {
    if (!recording.time_from_stamps) return time_by_rates(recording.rates, first, count, out);
    std::vector<double> stamps(kIndexed);
    const std::uint64_t end = first + count;
    for (std::uint64_t at = first / kIndexed * kIndexed; at < end; at += kIndexed) {
        Clock clock = known_.at(static_cast<std::size_t>(at / kIndexed));
        const auto here = static_cast<std::size_t>(std::min(kIndexed, end - at));
        read_stamps(rows, at, here, stamps);
        for (std::size_t k = 0; k < here; ++k) {
            bool odd = false;
            const double counts = advance(clock, stamps[k], odd);
            if (at + k >= first) out[at + k - first] = counts * unit_;
        }
    }
}

}  // namespace signals
