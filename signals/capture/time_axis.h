// When the rows of a recording were taken (metrology.md 5.2, 5.4).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/capture/row_reader.h"

namespace signals {

// With sampling rates the rate table is authoritative and cumulative per segment; stamps that
// disagree by more than 1 % over the first rows are warned about. Without a rate the stamps count:
// stamp * time multiplier * 1 us (1 ns when the cfg's stamps have more than six fraction digits),
// unwrapped where a 16- or 32-bit writer wrapped. A stamp that is missing, or does not rise, is
// warned about and replaced by the one before plus the last spacing.
class TimeAxis {
 public:
    // Sets out.time_from_stamps and out.seconds. `stamp_unit`: s per count of the rows' stamps.
    // CaptureError: neither rates nor a single pair of rising stamps.
    TimeAxis(RowReader& rows, double stamp_unit, Recording& out);

    // s since the first row, of rows [first, first + count).
    void read(RowReader& rows, const Recording& recording, std::uint64_t first, std::size_t count,
              double* out) const;

 private:
    // The state of unwrapping before a row.
    struct Clock {
        double turns = 0.0;  // counts
        double last = 0.0;   // raw stamp of the row before
        double time = 0.0;   // counts since the first row, of the row before
        double step = 0.0;   // the last spacing that rose
        bool begun = false;
    };

    double advance(Clock& clock, double stamp, bool& odd) const;
    void scan_stamps(RowReader& rows, Recording& out);
    void compare_stamps(RowReader& rows, Recording& out) const;

    double unit_ = 1e-6;
    double wrap_ = 0.0;
    double first_step_ = 0.0;   // counts; used while no spacing is known
    std::vector<Clock> known_;  // before every kIndexed-th row
};

}  // namespace signals
