// The six mapped channels on one uniform time axis, in V and A, without gaps.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "signals/capture/capture.h"
#include "signals/replay/mapped_rows.h"
#include "signals/replay/mapping.h"
#include "signals/replay/row_times.h"
#include "signals/resample/kernel.h"
#include "signals/resample/sampled.h"

namespace signals {

// Each row stands for one spacing of time around it, so the record lasts size() / rate() and its
// first row lies half a spacing after time 0.
//
// A record of one rate without skew keeps its samples as they are. Otherwise (several rates, uneven
// stamps, skew) all channels are interpolated, in the order of their rows, by a 34-tap sinc at the
// instants of a uniform axis: the highest rate of the table, or the median spacing of the stamps.
// Stamps within the recording's time resolution of a straight line count as uniform.
// Beyond its ends the record goes on with its nearest sample.
class AlignedRecord final : public Sampled {
 public:
    // The part of the record from `from` to `to`, s from its first row; all of it without them.
    // ReplayError: fewer than two rows, or a mapped channel without a single sample.
    static std::unique_ptr<AlignedRecord> open(Capture& capture, const Mapping& mapping,
                                               std::optional<double> from,
                                               std::optional<double> to);

    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] double duration() const { return static_cast<double>(size_) / rate(); }
    // s from the capture's first row to this record's first row.
    [[nodiscard]] double offset() const { return times_.first_time(); }
    // What had to be done to it.
    [[nodiscard]] const std::vector<std::string>& notes() const { return notes_; }

    void read(std::int64_t first, std::size_t count, double* out) override;

 private:
    AlignedRecord(Capture& capture, const Mapping& mapping, RowTimes times);
    void explain(bool skewed);

    RowTimes times_;
    MappedRows rows_;
    SincKernel kernel_;
    std::array<double, kReplayChannels> skew_{};  // s, beyond the least of the six
    double most_skew_ = 0.0;
    bool as_it_is_ = false;
    std::int64_t size_ = 0;
    std::vector<std::string> notes_;
};

}  // namespace signals
