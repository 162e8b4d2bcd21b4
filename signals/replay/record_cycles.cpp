#include "signals/replay/record_cycles.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <complex>
#include <numbers>
#include <span>
#include <vector>

#include "signals/capture/phrases.h"
#include "signals/replay/cycles.h"

namespace signals {
namespace {

constexpr double kCycles = 10.0;
constexpr double kLeastRowsPerCycle = 4.0;
constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr std::int64_t kMostRows = 131'072;  // a fundamental needs no more

std::int64_t rows_of(const AlignedRecord& record, double seconds) {
    return std::min(record.size(),
                    static_cast<std::int64_t>(std::llround(seconds * record.rate())));
}

// The voltages over some rows, thinned out where they are very many.
struct Stretch {
    double rate = 0.0;
    std::array<std::vector<double>, 3> voltage;
};

Stretch stretch(AlignedRecord& record, std::int64_t first, std::int64_t rows) {
    const std::int64_t every = (rows + kMostRows - 1) / kMostRows;
    Stretch out;
    out.rate = record.rate() / static_cast<double>(every);
    std::vector<double> block;
    for (std::int64_t at = 0; at < rows; at += MappedRows::kTileRows) {
        const auto count = static_cast<std::size_t>(std::min(MappedRows::kTileRows, rows - at));
        block.resize(kReplayChannels * count);
        record.read(first + at, count, block.data());
        for (std::size_t c = 0; c < 3; ++c) {
            for (std::size_t n = 0; n < count; ++n) {
                if ((at + static_cast<std::int64_t>(n)) % every != 0) continue;
                out.voltage[c].push_back(block[c * count + n]);
            }
        }
    }
    return out;
}

// The voltage with the strongest fundamental over the first cycles.
void choose_reference(AlignedRecord& record, double nominal, RecordCycles& out) {
    constexpr double kDeadVolts = 1.0;
    const Stretch head = stretch(record, 0, rows_of(record, kCycles / nominal));
    double best = 0.0;
    for (std::size_t c = 0; c < 3; ++c) {
        const double f = fundamental_frequency(head.voltage[c], head.rate, nominal);
        const double level = std::abs(fundamental(head.voltage[c], head.rate, f));
        if (level <= best) continue;
        best = level;
        out.reference = c;
        out.head_frequency = f;
    }
    out.alive = best >= kDeadVolts;
    if (!out.alive) out.head_frequency = nominal;
}

}  // namespace

RecordCycles cycles_of(AlignedRecord& record, double nominal, const std::string& file) {
    const double believed =
        nominal >= kLowestFundamental && nominal <= kHighestFundamental ? nominal : 50.0;
    if (record.duration() < 2.0 / believed || record.rate() < kLeastRowsPerCycle * believed) {
        throw ReplayError(Sentence::after(
            file + ": ", Sentence::of(kCapture.short_record, record.size(), record.rate(),
                                      record.duration() * believed, believed, kLeastRowsPerCycle)));
    }
    RecordCycles out;
    choose_reference(record, believed, out);
    out.tail_frequency = out.head_frequency;
    if (out.alive) {
        const std::int64_t rows = rows_of(record, kCycles / believed);
        const Stretch tail = stretch(record, record.size() - rows, rows);
        out.tail_frequency =
            fundamental_frequency(tail.voltage[out.reference], tail.rate, out.head_frequency);
    }
    if (record.duration() * out.head_frequency < 2.0) {
        throw ReplayError(Sentence::after(
            file + ": ", Sentence::of(kCapture.few_cycles, record.duration() * out.head_frequency,
                                      out.head_frequency)));
    }
    return out;
}

double loop_length(AlignedRecord& record, const RecordCycles& cycles) {
    const double duration = record.duration();
    const double f = cycles.tail_frequency;
    const std::int64_t tail_rows = rows_of(record, 2.0 / f);
    const Stretch begin = stretch(record, 0, rows_of(record, 2.0 / cycles.head_frequency));
    const Stretch end = stretch(record, record.size() - tail_rows, tail_rows);
    const auto head =
        fundamental(begin.voltage[cycles.reference], begin.rate, cycles.head_frequency);
    const auto tail = fundamental(end.voltage[cycles.reference], end.rate, f);
    if (!cycles.alive || std::abs(tail) < 0.05 * std::abs(head)) {
        return std::floor(duration * cycles.head_frequency) / cycles.head_frequency;
    }
    // Phase at the first row, and at the first row of the tail, which lies `tail_rows` before the
    // end: going on from there, the start's phase returns every 1 / f.
    const double ahead = (std::arg(head) - std::arg(tail)) / kTurn;
    const double since_tail = (ahead - std::floor(ahead)) / f;
    const double tail_start = duration - static_cast<double>(tail_rows) / record.rate();
    double length = tail_start + since_tail;
    while (length + 1.0 / f <= duration) length += 1.0 / f;
    return std::min(length, duration);
}

EndlessRecord::EndlessRecord(AlignedRecord& record, const RecordCycles& cycles)
    : Sampled(record.rate(), record.start(), kPlayedChannels),
      record_(record),
      head_cycle_(record.rate() / cycles.head_frequency),
      tail_cycle_(record.rate() / cycles.tail_frequency) {}

void EndlessRecord::between(double row, std::size_t n, std::size_t count, double* out) {
    const double whole = std::floor(row);
    const double u = row - whole;
    std::array<double, kReplayChannels * 4> x{};
    record_.read(static_cast<std::int64_t>(whole) - 1, 4, x.data());
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        const double* at = x.data() + 4 * c;
        out[c * count + n] = -u * (u - 1) * (u - 2) / 6 * at[0] +
                             (u + 1) * (u - 1) * (u - 2) / 2 * at[1] -
                             (u + 1) * u * (u - 2) / 2 * at[2] + (u + 1) * u * (u - 1) / 6 * at[3];
    }
}

void EndlessRecord::read(std::int64_t first, std::size_t count, double* out) {
    record_.read(first, count, out);  // right inside, the nearest sample outside
    const auto last = static_cast<double>(record_.size() - 1);
    for (std::size_t n = 0; n < count; ++n) {
        const auto row = static_cast<double>(first + static_cast<std::int64_t>(n));
        if (row < 0.0) {
            between(row + head_cycle_ * std::ceil(-row / head_cycle_), n, count, out);
        } else if (row > last) {
            between(row - tail_cycle_ * std::ceil((row - last) / tail_cycle_), n, count, out);
        }
    }
    for (std::size_t n = 0; n < count; ++n) {
        out[kIn * count + n] = out[kIa * count + n] + out[kIb * count + n] + out[kIc * count + n];
    }
}

}  // namespace signals
