#include "signals/replay/aligned.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>

#include "signals/capture/phrases.h"

namespace signals {
namespace {

constexpr double kSameInstant = 1e-9;  // s

}  // namespace

std::unique_ptr<AlignedRecord> AlignedRecord::open(Capture& capture, const Mapping& mapping,
                                                   std::optional<double> from,
                                                   std::optional<double> to) {
    RowTimes times{capture, from, to};
    if (times.size() < 2) {
        throw ReplayError(
            Sentence::after(capture.recording().file + ": ",
                            from || to ? Sentence::of(kCapture.few_rows_in_part, times.size())
                                       : Sentence::of(kCapture.few_rows, times.size())));
    }
    return std::unique_ptr<AlignedRecord>(new AlignedRecord(capture, mapping, std::move(times)));
}

AlignedRecord::AlignedRecord(Capture& capture, const Mapping& mapping, RowTimes times)
    : Sampled(times.rate(), 0.5 / times.rate(), kReplayChannels),
      times_(std::move(times)),
      rows_(capture, mapping, times_.first_row(), times_.size()),
      kernel_(0.4, 0.6, 100.0),
      notes_(rows_.notes()) {
    const auto& analog = capture.recording().analog;
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        skew_[c] = analog[c < 3 ? mapping.voltage[c].index : mapping.current[c - 3].index].skew;
    }
    const double least = *std::min_element(skew_.begin(), skew_.end());
    for (double& s : skew_) s -= least;
    most_skew_ = *std::max_element(skew_.begin(), skew_.end());
    const bool skewed = most_skew_ >= kSameInstant;
    as_it_is_ = times_.even() && !skewed;
    size_ = as_it_is_ ? rows_.size() : static_cast<std::int64_t>(times_.span() * rate()) + 1;
    if (!as_it_is_) explain(skewed);
}

void AlignedRecord::explain(bool skewed) {
    std::string note =
        fmt::format("{}: all channels interpolated to {:.6g} Hz",
                    times_.even() ? "channels with skew" : "rows of uneven spacing", rate());
    if (skewed) note += fmt::format(", skew of up to {:.3g} us removed", most_skew_ * 1e6);
    notes_.push_back(std::move(note));
}

void AlignedRecord::read(std::int64_t first, std::size_t count, double* out) {
    if (as_it_is_) return rows_.read(first, count, out);
    const std::size_t taps = kernel_.taps();
    std::vector<double> coefficients(taps);
    std::vector<double> window(kReplayChannels * taps);
    for (std::size_t n = 0; n < count; ++n) {
        const std::int64_t at =
            std::clamp<std::int64_t>(first + static_cast<std::int64_t>(n), 0, size_ - 1);
        double applied = -1.0;  // skew of the window
        for (std::size_t c = 0; c < kReplayChannels; ++c) {
            if (skew_[c] != applied) {
                applied = skew_[c];
                const double row = times_.row_at(static_cast<double>(at) / rate() - applied);
                const double whole = std::floor(row);
                kernel_.value_row(row - whole, coefficients);
                rows_.read(static_cast<std::int64_t>(whole) -
                               static_cast<std::int64_t>(kernel_.reach()) + 1,
                           taps, window.data());
            }
            double sum = 0.0;
            for (std::size_t k = 0; k < taps; ++k) sum += coefficients[k] * window[c * taps + k];
            out[c * count + n] = sum;
        }
    }
}

}  // namespace signals
