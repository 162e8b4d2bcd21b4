#include "signals/replay/playable.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <span>

#include "signals/replay/cycles.h"
#include "signals/resample/band_limit.h"
#include "signals/resample/frame_reader.h"

namespace signals {
namespace {

constexpr double kCycles = 10.0;
constexpr double kLeastRowsPerCycle = 4.0;
constexpr double kTurn = 2.0 * std::numbers::pi;

std::size_t rows_of(const Series& record, double seconds) {
    return std::min(record.size(), static_cast<std::size_t>(std::lround(seconds * record.rate)));
}

// The voltage with the strongest fundamental over the first cycles.
void choose_reference(const Series& record, double nominal, RecordCycles& out) {
    constexpr double kDeadVolts = 1.0;
    const std::size_t rows = rows_of(record, kCycles / nominal);
    double best = 0.0;
    for (std::size_t c = 0; c < 3; ++c) {
        const std::span<const double> head{record.channel[c].data(), rows};
        const double f = fundamental_frequency(head, record.rate, nominal);
        const double level = std::abs(fundamental(head, record.rate, f));
        if (level <= best) continue;
        best = level;
        out.reference = c;
        out.head_frequency = f;
    }
    out.alive = best >= kDeadVolts;
    if (!out.alive) out.head_frequency = nominal;
}

// Cubic through the four samples around `position`, clamped at the ends.
double between(const std::vector<double>& x, double position) {
    const auto last = std::ssize(x) - 1;
    const double whole = std::floor(position);
    const double u = position - whole;
    const auto at = [&](std::int64_t k) {
        const auto index = std::clamp<std::int64_t>(static_cast<std::int64_t>(whole) + k, 0, last);
        return x[static_cast<std::size_t>(index)];
    };
    return -u * (u - 1) * (u - 2) / 6 * at(-1) + (u + 1) * (u - 1) * (u - 2) / 2 * at(0) -
           (u + 1) * u * (u - 2) / 2 * at(1) + (u + 1) * u * (u - 1) / 6 * at(2);
}

std::vector<double> extended(const std::vector<double>& x, std::size_t margin, double head_cycle,
                             double tail_cycle) {
    std::vector<double> out(x.size() + 2 * margin);
    const double last = static_cast<double>(x.size() - 1);
    for (std::size_t n = 0; n < out.size(); ++n) {
        double row = static_cast<double>(n) - static_cast<double>(margin);
        if (row < 0.0) {
            row += head_cycle * std::ceil(-row / head_cycle);
        } else if (row > last) {
            row -= tail_cycle * std::ceil((row - last) / tail_cycle);
        }
        out[n] = between(x, row);
    }
    return out;
}

}  // namespace

RecordCycles cycles_of(const Series& record, double nominal, const std::string& file) {
    const double believed =
        nominal >= kLowestFundamental && nominal <= kHighestFundamental ? nominal : 50.0;
    if (record.duration() < 2.0 / believed || record.rate < kLeastRowsPerCycle * believed) {
        throw ReplayError(fmt::format(
            "{}: {} rows at {:.5g} Hz last {:.3g} cycles of {:g} Hz; a waveform to hold needs at "
            "least 2 cycles of {:g} rows each",
            file, record.size(), record.rate, record.duration() * believed, believed,
            kLeastRowsPerCycle));
    }
    RecordCycles out;
    choose_reference(record, believed, out);
    const std::vector<double>& x = record.channel[out.reference];
    const std::size_t rows = rows_of(record, kCycles / believed);
    out.tail_frequency = out.alive ? fundamental_frequency({x.data() + (x.size() - rows), rows},
                                                           record.rate, out.head_frequency)
                                   : out.head_frequency;
    if (record.duration() * out.head_frequency < 2.0) {
        throw ReplayError(fmt::format("{}: lasts {:.3g} cycles of {:.5g} Hz; 2 are needed", file,
                                      record.duration() * out.head_frequency, out.head_frequency));
    }
    return out;
}

Series playable(const Series& record, const RecordCycles& cycles) {
    const SincKernel kernel = band_limit_kernel(record.rate);
    const auto margin =
        static_cast<std::size_t>(std::ceil(kPlayMargin * record.rate)) + kernel.reach() + 1;
    Series wide{record.rate, record.start - static_cast<double>(margin) / record.rate, {}};
    for (const std::vector<double>& x : record.channel) {
        wide.channel.push_back(extended(x, margin, record.rate / cycles.head_frequency,
                                        record.rate / cycles.tail_frequency));
    }
    const auto count =
        static_cast<std::size_t>((record.duration() + 2.0 * kPlayMargin) * kPlayRate);
    return resampled(wide, kernel, kPlayRate, -kPlayMargin, count);
}

double loop_length(const Series& record, const RecordCycles& cycles) {
    const std::vector<double>& x = record.channel[cycles.reference];
    const double duration = record.duration();
    const double f = cycles.tail_frequency;
    const std::size_t head_rows = rows_of(record, 2.0 / cycles.head_frequency);
    const std::size_t tail_rows = rows_of(record, 2.0 / f);
    const auto head = fundamental({x.data(), head_rows}, record.rate, cycles.head_frequency);
    const auto tail = fundamental({x.data() + (x.size() - tail_rows), tail_rows}, record.rate, f);
    if (!cycles.alive || std::abs(tail) < 0.05 * std::abs(head)) {
        return std::floor(duration * cycles.head_frequency) / cycles.head_frequency;
    }
    // Phase at the first row, and at the first row of the tail, which lies `tail_rows` before the
    // end: going on from there, the start's phase returns every 1 / f.
    const double ahead = (std::arg(head) - std::arg(tail)) / kTurn;
    const double since_tail = (ahead - std::floor(ahead)) / f;
    const double tail_start = duration - static_cast<double>(tail_rows) / record.rate;
    double length = tail_start + since_tail;
    while (length + 1.0 / f <= duration) length += 1.0 / f;
    return std::min(length, duration);
}

}  // namespace signals
