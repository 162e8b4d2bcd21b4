#include "app/analysis/installation_rows.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "app/bench/record_series.h"

namespace analysis {
namespace {

// Order 40 and the bins around it are flat (0.4 of the rate).
constexpr double kRowsPerCycle = 128.0;

double rate_for(const signals::Scenario& scenario) {
    return kRowsPerCycle * (scenario.installation.frequency < 55.0 ? 50.0 : 60.0);
}

}  // namespace

InstallationRows::InstallationRows(const signals::Scenario& scenario, double begin, double end)
    : series_(bench::terminal_series(bench::source_of(scenario, {.connection_errors = true}),
                                     rate_for(scenario))),
      pt_ratio_(scenario.meter.pt_ratio),
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
