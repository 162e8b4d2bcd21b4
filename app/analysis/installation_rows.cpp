#include "app/analysis/installation_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/bench/record_series.h"
#include "signals/synth/synthesizer.h"

namespace analysis {
namespace {

// Order 40 and the bins around it are flat (0.4 of the rate).
constexpr double kRowsPerCycle = 128.0;

double rate_at(const signals::Course& course, double seconds) {
    const auto frame = static_cast<std::int64_t>(seconds * signals::kFrameRate);
    return kRowsPerCycle * (course.installation_at(frame).frequency < 55.0 ? 50.0 : 60.0);
}

bench::SourceAt source_of(const signals::Course& course) {
    return [course](const signals::SlotTiming& timing) {
        auto source = std::make_unique<signals::Synthesizer>(course, timing);
        source->leave_out({.above_half_rate = false, .connection_errors = true});
        return source;
    };
}

}  // namespace

InstallationRows::InstallationRows(const signals::Course& course, double pt_ratio, double begin,
                                   double end)
    : series_(bench::terminal_series(source_of(course), rate_at(course, begin))),
      pt_ratio_(pt_ratio),
      first_(std::llround(begin * series_->rate())),
      size_(std::llround(end * series_->rate()) - first_) {}

Rows InstallationRows::rows() const {
    const double rate = series_->rate();
    return {rate, static_cast<double>(first_) / rate, size_,
            [this, all = std::vector<double>{}](std::int64_t from, std::size_t count,
                                                double* out) mutable {
                all.resize(series_->channels() * count);
                series_->read(first_ + from, count, all.data());
                const std::size_t volts = 3 * count;
                for (std::size_t n = 0; n < volts; ++n) out[n] = pt_ratio_ * all[n];
                std::copy_n(all.begin() + static_cast<std::ptrdiff_t>(volts), volts, out + volts);
            }};
}

}  // namespace analysis
