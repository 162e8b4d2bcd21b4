#include "signals/replay/record_sums.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <numeric>

namespace signals {
namespace {

constexpr std::int64_t kHilbertReach = 240;

using Samples = std::vector<double>;

Samples product(const Samples& a, const Samples& b) {
    Samples out(a.size());
    std::transform(a.begin(), a.end(), b.begin(), out.begin(), std::multiplies<>{});
    return out;
}

Samples squared_difference(const Samples& a, const Samples& b) {
    Samples out(a.size());
    std::transform(a.begin(), a.end(), b.begin(), out.begin(),
                   [](double x, double y) { return (x - y) * (x - y); });
    return out;
}

// Odd taps of a windowed Hilbert transformer: 2 / (pi k) under a Hamming window.
std::array<double, kHilbertReach + 1> hilbert_taps() {
    std::array<double, kHilbertReach + 1> taps{};
    for (std::int64_t k = 1; k <= kHilbertReach; k += 2) {
        const double x = std::numbers::pi * static_cast<double>(k);
        taps[static_cast<std::size_t>(k)] =
            2.0 / x * (0.54 + 0.46 * std::cos(x / static_cast<double>(kHilbertReach + 1)));
    }
    return taps;
}

// cos becomes sin: x delayed by 90 degrees. Zero where the filter does not fit.
Samples quadrature(const Samples& x) {
    static const auto kTaps = hilbert_taps();
    Samples out(x.size(), 0.0);
    for (std::int64_t n = kHilbertReach; n < std::ssize(x) - kHilbertReach; ++n) {
        double sum = 0.0;
        for (std::int64_t k = 1; k <= kHilbertReach; k += 2) {
            sum += kTaps[static_cast<std::size_t>(k)] *
                   (x[static_cast<std::size_t>(n - k)] - x[static_cast<std::size_t>(n + k)]);
        }
        out[static_cast<std::size_t>(n)] = sum;
    }
    return out;
}

template <std::size_t N>
void add(std::array<double, N>& to, const std::array<double, N>& from) {
    for (std::size_t i = 0; i < N; ++i) to[i] += from[i];
}

double ratio_or_one(double real, double apparent) {
    return apparent > 0.0 ? std::min(1.0, std::fabs(real) / apparent) : 1.0;
}

double average(const std::array<double, 3>& x) { return (x[0] + x[1] + x[2]) / 3.0; }

}  // namespace

TruthIntegrals& TruthIntegrals::operator+=(const TruthIntegrals& other) {
    seconds += other.seconds;
    add(voltage_ln, other.voltage_ln);
    add(voltage_ll, other.voltage_ll);
    add(current, other.current);
    add(real, other.real);
    add(reactive, other.reactive);
    turns += other.turns;
    return *this;
}

Truth TruthIntegrals::truth() const {
    Truth out;
    if (!(seconds > 0.0)) return out;
    const auto rms = [&](double integral) { return std::sqrt(std::max(0.0, integral / seconds)); };
    out.total = {};
    for (std::size_t x = 0; x < 3; ++x) {
        out.voltage_ln[x] = rms(voltage_ln[x]);
        out.voltage_ll[x] = rms(voltage_ll[x]);
        out.current[x] = rms(current[x]);
        TruePower& p = out.power[x];
        p.real_w = real[x] / seconds;
        p.reactive_var = reactive[x] / seconds;
        p.apparent_va = out.voltage_ln[x] * out.current[x];
        p.power_factor = ratio_or_one(p.real_w, p.apparent_va);
        out.total.real_w += std::fabs(p.real_w);
        out.total.reactive_var += std::fabs(p.reactive_var);
    }
    out.total.apparent_va = std::hypot(out.total.real_w, out.total.reactive_var);
    out.total.power_factor = ratio_or_one(out.total.real_w, out.total.apparent_va);
    out.voltage_ln_average = average(out.voltage_ln);
    out.voltage_ll_average = average(out.voltage_ll);
    out.current_average = average(out.current);
    out.frequency = turns / seconds;
    return out;
}

RecordSums::Running::Running(std::vector<double> values, double rate, double start)
    : sums_(values.size() + 1), rate_(rate), start_(start) {
    std::partial_sum(values.begin(), values.end(), sums_.begin() + 1);
}

double RecordSums::Running::upto(double t) const {
    const double rows = static_cast<double>(sums_.size() - 1);
    const double at = std::clamp((t - start_) * rate_ + 0.5, 0.0, rows);
    const auto row = static_cast<std::size_t>(at);
    if (row + 1 >= sums_.size()) return sums_.back();
    return sums_[row] + (at - static_cast<double>(row)) * (sums_[row + 1] - sums_[row]);
}

double RecordSums::Running::between(double t0, double t1) const {
    return (upto(t1) - upto(t0)) / rate_;
}

RecordSums::RecordSums(const Series& record, const Series& played, double frequency)
    : phase_(played.channel[0], played.rate, frequency), phase_start_(played.start) {
    const double rate = record.rate;
    for (std::size_t x = 0; x < 3; ++x) {
        const Samples& v = record.channel[x];
        const Samples& i = record.channel[x + 3];
        voltage_ln_[x] = {product(v, v), rate, record.start};
        voltage_ll_[x] = {squared_difference(v, record.channel[(x + 1) % 3]), rate, record.start};
        current_[x] = {product(i, i), rate, record.start};
        real_[x] = {product(v, i), rate, record.start};
        reactive_[x] = {product(quadrature(played.channel[x]), played.channel[x + 3]), played.rate,
                        played.start};
    }
    for (std::size_t c = 0; c < means_.size(); ++c) {
        const Samples& x = record.channel[c];
        means_[c] = std::accumulate(x.begin(), x.end(), 0.0) / static_cast<double>(x.size());
    }
}

TruthIntegrals RecordSums::over(double t0, double t1) const {
    TruthIntegrals out;
    out.seconds = t1 - t0;
    for (std::size_t x = 0; x < 3; ++x) {
        out.voltage_ln[x] = voltage_ln_[x].between(t0, t1);
        out.voltage_ll[x] = voltage_ll_[x].between(t0, t1);
        out.current[x] = current_[x].between(t0, t1);
        out.real[x] = real_[x].between(t0, t1);
        out.reactive[x] = reactive_[x].between(t0, t1);
    }
    out.turns = phase_.turns(t0 - phase_start_, t1 - phase_start_);
    return out;
}

}  // namespace signals
