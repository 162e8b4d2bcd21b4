#include "signals/capture/capture.h"

#include <utility>

#include "signals/capture/row_reader.h"
#include "signals/capture/time_axis.h"

namespace signals {

Capture::Capture(Recording recording, const MakeRows& rows, double stamp_unit,
                 const CaptureOptions& options)
    : recording_(std::move(recording)) {
    rows_ = rows(recording_);
    recording_.rows = rows_->rows();
    if (options.rate) recording_.rates = {{*options.rate, recording_.rows}};
    time_ = std::make_unique<TimeAxis>(*rows_, stamp_unit, recording_);
}

Capture::~Capture() = default;

void Capture::read(std::span<const std::size_t> channels, std::uint64_t first, std::size_t count,
                   std::span<double> out) {
    rows_->read(first, count, {channels, out.data(), nullptr, nullptr});
}

void Capture::read_time(std::uint64_t first, std::size_t count, std::span<double> out) {
    time_->read(*rows_, recording_, first, count, out.data());
}

void Capture::read_status(std::uint64_t first, std::size_t count, std::span<std::uint16_t> out) {
    rows_->read(first, count, {{}, nullptr, nullptr, out.data()});
}

}  // namespace signals
