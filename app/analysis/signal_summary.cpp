#include "app/analysis/signal_summary.h"

#include <cmath>

#include "signals/wiring/wiring.h"

namespace analysis {
namespace {

double distortion(const std::array<double, signals::kHighestOrder + 1>& rms) {
    double sum = 0.0;
    for (std::size_t h = 2; h < rms.size(); ++h) {
        if (std::isfinite(rms[h])) sum += rms[h] * rms[h];
    }
    return rms[1] > 0.0 ? 100.0 * std::sqrt(sum) / rms[1] : 0.0;
}

}  // namespace

SignalSummary summary_of(const signals::Installation& installation,
                         const signals::MeterSettings& meter) {
    SignalSummary out;
    out.frequency = installation.frequency;
    const auto rows = signals::at_terminals(signals::phasors_of(installation),
                                            signals::wiring_of(meter.system_type));
    for (const signals::OrderPhasors& row : rows) {
        const auto order = static_cast<std::size_t>(row.order);
        for (std::size_t x = 0; x < 3; ++x) {
            out.harmonic[x][order] = meter.pt_ratio * std::abs(row.voltage[x]);
            out.harmonic[x + 3][order] = std::abs(row.current[x]);
        }
    }
    for (std::size_t c = 0; c < out.thd.size(); ++c) out.thd[c] = distortion(out.harmonic[c]);
    const signals::Symmetry v = signals::symmetry(rows.front().voltage);
    const signals::Symmetry i = signals::symmetry(rows.front().current);
    out.voltage_negative = v.negative_percent();
    out.voltage_zero = v.zero_percent();
    out.current_negative = i.negative_percent();
    out.current_zero = i.zero_percent();
    return out;
}

void SummaryAverage::add(const signals::QualityWindow& w) {
    for (std::size_t c = 0; c < sums_.harmonic.size(); ++c) {
        for (std::size_t h = 0; h < sums_.harmonic[c].size(); ++h) {
            const double rms = w.spectrum[c].subgroup[h];
            sums_.harmonic[c][h] += rms * rms;
        }
    }
    sums_.voltage_negative += w.voltage.negative_percent();
    sums_.voltage_zero += w.voltage.zero_percent();
    sums_.current_negative += w.current.negative_percent();
    sums_.current_zero += w.current.zero_percent();
    sums_.frequency += w.frequency;
    ++sums_.windows;
}

SignalSummary SummaryAverage::summary() const {
    SignalSummary out = sums_;
    const auto n = static_cast<double>(sums_.windows);
    for (auto& channel : out.harmonic) {
        for (double& rms : channel) rms = std::sqrt(rms / n);
    }
    for (std::size_t c = 0; c < out.thd.size(); ++c) out.thd[c] = distortion(out.harmonic[c]);
    for (double* x : {&out.voltage_negative, &out.voltage_zero, &out.current_negative,
                      &out.current_zero, &out.frequency}) {
        *x /= n;
    }
    return out;
}

}  // namespace analysis
