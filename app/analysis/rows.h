// The six channels of a recording, read block by block, on one uniform time axis.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "signals/quality/history.h"
#include "signals/resample/series.h"

namespace analysis {

struct Rows {
    double rate = 0.0;   // Hz
    double start = 0.0;  // s, time of row 0
    std::int64_t size = 0;
    // out[c * count + n]: VA VB VC IA IB IC in row first + n, V and A; the rows exist.
    std::function<void(std::int64_t first, std::size_t count, double* out)> read;

    [[nodiscard]] double duration() const { return static_cast<double>(size) / rate; }
};

// The series must outlive the rows.
Rows rows_of(const signals::Series& series);

// Calls `use` with blocks of rows from `first` to `last` (not included), in order.
void for_each_block(const Rows& rows, std::int64_t first, std::int64_t last,
                    const std::function<void(const signals::QualityBlock&)>& use);

}  // namespace analysis
