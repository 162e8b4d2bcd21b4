#include "app/bench/trend_recorder.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "core/registers/table.h"
#include "signals/source.h"

namespace bench {

namespace {

constexpr float kNothing = std::numeric_limits<float>::quiet_NaN();
constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();
// A reading window is a second and a little, so that seconds are skipped; more is a gap.
constexpr std::int64_t kMostSkipped = 2;
constexpr std::size_t kWhole = 8;   // recorders that may take all that they want
constexpr std::size_t kShared = 3;  // levels, all but 1 % of what a pyramid takes

float value_of(const meter::RegisterRow& row, const meter::Points& points) {
    const meter::Value value = row.get(points);
    if (!value.valid) return kNothing;
    return static_cast<float>(static_cast<double>(value.whole) + value.nano * 1e-9);
}

std::int64_t second_of(std::int64_t frame) {
    return static_cast<std::int64_t>(std::floor(signals::seconds_of(frame)));
}

}  // namespace

Pyramid::Capacity TrendRecorder::share(std::size_t recorders) {
    const std::size_t parts = std::bit_ceil(std::max(recorders, kWhole)) / kWhole;
    Pyramid::Capacity out = kSeconds;
    for (std::size_t level = 0; level < kShared; ++level) out[level] /= parts;
    return out;
}

// `begin`: second that the record may begin with, when nothing is missing from there.
void TrendRecorder::append(Record& record, std::int64_t begin, std::int64_t frame,
                           const meter::Points& points) const {
    const auto table = meter::register_table();
    const std::int64_t second = second_of(frame);
    if (record.rows.empty() || second < record.end() - 1) {
        record.rows.assign(table.size(), Pyramid{capacity_});
        record.origin = second - begin <= kMostSkipped ? std::min(begin, second) : second;
    }
    const std::int64_t missing = second + 1 - record.end();
    for (std::size_t r = 0; r < table.size() && missing > 0; ++r) {
        const float value = value_of(table[r], points);
        for (std::int64_t left = missing; left > 0; --left)
            record.rows[r].append(left > kMostSkipped ? kNothing : value);
    }
}

void TrendRecorder::window(std::int64_t frame, const meter::Points& points) {
    const std::lock_guard lock(mutex_);
    const int piece = lineage_.newest_piece(present_);
    const std::int64_t from = lineage_.begin_of(piece);
    const bool first = from == Lineage::kAlways;
    Record& record = records_[static_cast<std::size_t>(piece)];
    const bool begins = record.rows.empty();
    append(record, first ? second_of(frame) : second_of(from), frame, points);
    // A run takes its memory at its start; branches, which are many and most of them short, after
    // half an hour (pyramid.h).
    if (first && begins)
        for (Pyramid& row : record.rows) row.take_all();
}

void TrendRecorder::looked_window(std::int64_t frame, const meter::Points& points) {
    const std::lock_guard lock(mutex_);
    append(looked_, second_of(frame), frame, points);
}

void TrendRecorder::look_anew() {
    const std::lock_guard lock(mutex_);
    looked_ = {};
}

void TrendRecorder::follow(const std::vector<BranchView>& branches, int present) {
    const std::lock_guard lock(mutex_);
    const std::vector<int> gone = lineage_.follow(branches);
    present_ = present;
    records_.resize(static_cast<std::size_t>(lineage_.pieces()));
    for (const int piece : gone) records_[static_cast<std::size_t>(piece)] = {};
}

void TrendRecorder::clear(const Pyramid::Capacity& capacity) {
    const std::lock_guard lock(mutex_);
    capacity_ = capacity;
    lineage_.clear();
    present_ = 1;
    records_.assign(1, {});
    looked_ = {};
}

std::vector<TrendRecorder::Part> TrendRecorder::parts(int branch, std::int64_t until) const {
    std::vector<Part> out;
    for (const Lineage::Part& part : lineage_.past(branch, until)) {
        const Record& record = records_[static_cast<std::size_t>(part.piece)];
        if (record.rows.empty()) continue;
        const auto first = static_cast<double>(record.origin + record.rows.front().first());
        const double from =
            part.from == Lineage::kAlways ? first : std::floor(signals::seconds_of(part.from));
        const auto end = static_cast<double>(record.end());
        const double to = part.to == kNow ? end : std::floor(signals::seconds_of(part.to));
        out.push_back({&record, std::max(from, first), std::min(to, end)});
    }
    return out;
}

TrendRecorder::Kept TrendRecorder::kept() const {
    const std::lock_guard lock(mutex_);
    const std::vector<Part> all = parts(present_, kNow);
    if (all.empty()) return {};
    return {static_cast<std::int64_t>(all.back().from), static_cast<std::int64_t>(all.front().to)};
}

std::pair<double, double> TrendRecorder::span_of(const std::vector<Part>& parts) {
    std::pair<double, double> out{0.0, 0.0};
    for (const Part& part : parts) {
        const bool first = &part == parts.data();
        out.first = first ? part.from : std::min(out.first, part.from);
        out.second = first ? part.to : std::max(out.second, part.to);
    }
    return out;
}

// As samples when there are less than two for each column and all of them are still there, as a
// pyramid does it.
Strip TrendRecorder::strip_of(const std::vector<Part>& parts, std::size_t row, double from,
                              double to, int columns) {
    columns = std::max(columns, 1);
    Strip out{from, (to - from) / columns, false, {}, 0};
    double first = std::floor(from) - 1.0, end = std::ceil(to) + 2.0;
    out.exact = out.step < 2.0 && std::all_of(parts.begin(), parts.end(), [&](const Part& part) {
                    const Pyramid& series = part.record->rows.at(row);
                    const double oldest = std::max(first, part.from);
                    return oldest >= part.to || oldest >= static_cast<double>(part.record->origin +
                                                                              series.first_exact());
                });
    if (out.exact) {
        const auto [oldest, newest] = span_of(parts);
        first = std::max(first, oldest);
        end = std::max(first, std::min(end, newest));
        out.first = first;
        out.step = 1.0;
        columns = static_cast<int>(end - first);
    }
    out.parts.resize(static_cast<std::size_t>(columns));
    for (const Part& part : parts) {
        const auto origin = static_cast<double>(part.record->origin);
        for (int i = 0; i < columns; ++i) {
            const double left = std::max(out.first + i * out.step, part.from);
            const double right = std::min(out.first + (i + 1) * out.step, part.to);
            if (left < right)
                out.parts[static_cast<std::size_t>(i)].add(
                    part.record->rows.at(row).extent(left - origin, right - origin, out.visited));
        }
    }
    return out;
}

Strip TrendRecorder::strip(std::size_t row, double from, double to, int columns) const {
    const std::lock_guard lock(mutex_);
    return strip_of(parts(present_, kNow), row, from, to, columns);
}

Strip TrendRecorder::strip(std::size_t row, double from, double to, int columns,
                           const Moment& looked_at) const {
    const std::lock_guard lock(mutex_);
    std::vector<Part> all = parts(looked_at.branch, looked_at.frame);
    if (!looked_.rows.empty())
        all.push_back(
            {&looked_, static_cast<double>(looked_.origin), static_cast<double>(looked_.end())});
    return strip_of(all, row, from, to, columns);
}

}  // namespace bench
