#include "signals/replay/record_sums.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <vector>

#include "signals/replay/cycles.h"
#include "signals/resample/mix.h"

namespace signals {
namespace {

constexpr std::int64_t kHilbertReach = 240;

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

RecordSums::RecordSums(AlignedRecord& record, Sampled& played, double frequency)
    : record_(record),
      played_(played),
      frequency_(frequency),
      duration_(record.duration()),
      strongest_(0.0),
      rows_(kPerRow, record.size(),
            [this](std::int64_t first, std::size_t count, double* out) {
                row_values(first, count, out);
            }),
      reactive_(3, static_cast<std::int64_t>(std::ceil(duration_ * played.rate())) + 1,
                [this](std::int64_t first, std::size_t count, double* out) {
                    reactive_values(first, count, out);
                }) {
    const double cycle = 1.0 / frequency;
    for (double t = 0.0; t + cycle <= duration_; t += cycle) {
        strongest_ = std::max(strongest_, rows_between(t, t + cycle)[0] / record.rate());
    }
    strongest_ = std::sqrt(2.0 * strongest_ * frequency);
}

void RecordSums::row_values(std::int64_t first, std::size_t count, double* out) {
    scratch_.resize(kReplayChannels * count);
    const std::span<double> rows = scratch_;
    record_.read(first, count, rows.data());
    for (std::size_t x = 0; x < 3; ++x) {
        const double* v = rows.data() + x * count;
        const double* w = rows.data() + (x + 1) % 3 * count;
        const double* i = rows.data() + (x + 3) * count;
        const auto to = [&](std::size_t kind) { return out + (3 * kind + x) * count; };
        for (std::size_t n = 0; n < count; ++n) {
            to(0)[n] = v[n] * v[n];
            to(1)[n] = (v[n] - w[n]) * (v[n] - w[n]);
            to(2)[n] = i[n] * i[n];
            to(3)[n] = v[n] * i[n];
        }
    }
    std::copy(rows.begin(), rows.end(), out + 12 * count);
}

void RecordSums::reactive_values(std::int64_t first, std::size_t count, double* out) {
    const std::size_t wide = count + 2 * kHilbertReach;
    static const auto kTaps = hilbert_taps();
    scratch_.resize(played_.channels() * wide);
    const std::span<double> x = scratch_;
    played_.read(first - kHilbertReach, wide, x.data());
    for (std::size_t p = 0; p < 3; ++p) {
        double* q = out + p * count;
        const double* current = x.data() + (p + 3) * wide + kHilbertReach;
        turn_back(kTaps, x.data() + p * wide + kHilbertReach, {q, count});
        for (std::size_t n = 0; n < count; ++n) q[n] *= current[n];
    }
}

std::array<double, RecordSums::kPerRow> RecordSums::rows_between(double t0, double t1) {
    const auto row = [&](double t) {
        return std::clamp((t - record_.start()) * record_.rate() + 0.5, 0.0,
                          static_cast<double>(record_.size()));
    };
    std::array<double, kPerRow> sums{};
    rows_.between(row(t0), row(t1), sums.data());
    return sums;
}

TruthIntegrals RecordSums::over_rows(double t0, double t1) {
    const std::array<double, kPerRow> sums = rows_between(t0, t1);
    TruthIntegrals out;
    out.seconds = t1 - t0;
    for (std::size_t x = 0; x < 3; ++x) {
        out.voltage_ln[x] = sums[x] / record_.rate();
        out.voltage_ll[x] = sums[3 + x] / record_.rate();
        out.current[x] = sums[6 + x] / record_.rate();
        out.real[x] = sums[9 + x] / record_.rate();
    }
    return out;
}

TruthIntegrals RecordSums::over(double t0, double t1) {
    TruthIntegrals out = over_rows(t0, t1);
    const auto sample = [&](double t) {
        return std::clamp((t - played_.start()) * played_.rate() + 0.5, 0.0,
                          static_cast<double>(reactive_.samples()));
    };
    std::array<double, 3> sums{};
    reactive_.between(sample(t0), sample(t1), sums.data());
    for (std::size_t x = 0; x < 3; ++x) out.reactive[x] = sums[x] / played_.rate();
    out.turns = turns_between(played_, frequency_, strongest_, t0, t1);
    return out;
}

void RecordSums::walk_to(double t) {
    if (t <= walked_) return;
    whole_ += over(walked_, std::min(t, duration_));
    walked_ = std::min(t, duration_);
}

const TruthIntegrals& RecordSums::whole() {
    if (walked_ < duration_) walk_to(duration_);
    return whole_;
}

std::array<double, 6> RecordSums::means() {
    const std::array<double, kPerRow> sums = rows_between(0.0, duration_);
    std::array<double, 6> out{};
    for (std::size_t c = 0; c < out.size(); ++c) {
        out[c] = sums[12 + c] / static_cast<double>(record_.size());
    }
    return out;
}

}  // namespace signals
