// A capture that is open: its header, and its samples block by block.
//
//   .cfg + .dat, .cff ─┐              ┌─ recording()           header, warnings
//   .csv               ├─► Capture ───┼─ read(channels, rows)  values in the units of the file
//   .wav               ┘              ├─ read_time(rows)       s since the first row
//                                     └─ read_status(rows)
//
// Memory does not grow with the file: a block is read when it is asked for. Where rows are text, or
// their time is in their stamps, opening reads the file once and keeps one mark per 1024 or 4096
// rows. How the rows are cut into blocks changes no value.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>

#include "signals/capture/byte_source.h"
#include "signals/capture/recording.h"

namespace signals {

class RowReader;
class TimeAxis;

// What the file does not say, or says wrong.
struct CaptureOptions {
    std::optional<double> rate;  // Hz, in place of the file's; above 0
};

class Capture {
 public:
    // For the readers of capture/. `rows` reads the rows of `recording`, which it may refer to;
    // `stamp_unit` as in time_axis.h. Throws CaptureError as TimeAxis does.
    using MakeRows = std::function<std::unique_ptr<RowReader>(Recording&)>;
    Capture(Recording recording, const MakeRows& rows, double stamp_unit,
            const CaptureOptions& options);
    ~Capture();
    Capture(const Capture&) = delete;
    Capture& operator=(const Capture&) = delete;

    [[nodiscard]] const Recording& recording() const { return recording_; }

    // out[c * count + n]: channels[c] (an index into recording().analog) in row first + n, in the
    // channel's unit; NaN: missing. out.size() is channels.size() * count, and the rows exist.
    void read(std::span<const std::size_t> channels, std::uint64_t first, std::size_t count,
              std::span<double> out);
    void read_time(std::uint64_t first, std::size_t count, std::span<double> out);
    // out[n * words_per_row() + w]: 16 status channels, LSB first.
    void read_status(std::uint64_t first, std::size_t count, std::span<std::uint16_t> out);

 private:
    Recording recording_;
    std::unique_ptr<RowReader> rows_;
    std::unique_ptr<TimeAxis> time_;
};

using OpenCapture = std::unique_ptr<Capture>;

}  // namespace signals
