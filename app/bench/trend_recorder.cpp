#include "app/bench/trend_recorder.h"

#include <cmath>
#include <limits>

#include "core/registers/table.h"
#include "signals/source.h"

namespace bench {

namespace {

float value_of(const meter::RegisterRow& row, const meter::Points& points) {
    const meter::Value value = row.get(points);
    if (!value.valid) return std::numeric_limits<float>::quiet_NaN();
    return static_cast<float>(static_cast<double>(value.whole) + value.nano * 1e-9);
}

}  // namespace

TrendRecorder::TrendRecorder() : rows_(meter::register_table().size(), Pyramid{kSeconds}) {}

void TrendRecorder::window(std::int64_t frame, const meter::Points& points) {
    const std::lock_guard lock(mutex_);
    const auto second =
        static_cast<std::int64_t>(std::floor(static_cast<double>(frame) / signals::kFrameRate));
    const std::int64_t next = origin_ + rows_.front().size();
    if (second < next - 1 || rows_.front().size() == 0) {
        origin_ = second;
        for (Pyramid& row : rows_) row.clear();
    }
    const std::int64_t missing = second + 1 - origin_ - rows_.front().size();
    const auto table = meter::register_table();
    for (std::size_t r = 0; r < table.size() && missing > 0; ++r) {
        const float value = value_of(table[r], points);
        for (std::int64_t i = 0; i < missing; ++i) rows_[r].append(value);
    }
}

TrendRecorder::Kept TrendRecorder::kept() const {
    const std::lock_guard lock(mutex_);
    return {origin_ + rows_.front().first(), origin_ + rows_.front().size()};
}

Strip TrendRecorder::strip(std::size_t row, double from, double to, int columns) const {
    const std::lock_guard lock(mutex_);
    const auto origin = static_cast<double>(origin_);
    Strip out = rows_.at(row).strip(from - origin, to - origin, columns);
    out.first += origin;
    return out;
}

}  // namespace bench
