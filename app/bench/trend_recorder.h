// Keeps the value of every register once a second of metering time, for trends: a pyramid per row
// of the register table, bounded memory (170 kB each).
//
// The rig's thread feeds it at the end of reading windows; any thread may look.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "app/bench/pyramid.h"
#include "core/registers/points.h"

namespace bench {

class TrendRecorder {
 public:
    // Every second is kept for 4.5 h, then every 16 s for 36 h, then every 4 minutes for 12 days.
    static constexpr Pyramid::Capacity kSeconds{1 << 14, 1 << 13, 1 << 12, 1 << 9, 1 << 6};

    TrendRecorder();

    // A reading window has closed with `frame` (Rig::on_window). A frame before the last one
    // begins a new record: time was turned back.
    void window(std::int64_t frame, const meter::Points& points);

    // Seconds since power-up that are kept, [first, end).
    struct Kept {
        std::int64_t first = 0;
        std::int64_t end = 0;
    };
    [[nodiscard]] Kept kept() const;

    // Row `row` of register_table(), in the row's units; NaN where it was not valid. In seconds.
    [[nodiscard]] Strip strip(std::size_t row, double from, double to, int columns) const;

 private:
    mutable std::mutex mutex_;
    std::int64_t origin_ = 0;  // second of sample 0
    std::vector<Pyramid> rows_;
};

}  // namespace bench
