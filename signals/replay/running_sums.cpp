#include "signals/replay/running_sums.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace signals {
namespace {

// Values whose sums are made side by side, so that they do not wait for each other's additions.
constexpr std::size_t kAtOnce = 6;

// kCount rows of `count` values become kCount rows of count + 1 sums.
template <std::size_t kCount>
void sum_up(const double* x, std::size_t count, double* sums) {
    std::array<double, kCount> sum{};
    for (std::size_t i = 0; i < kCount; ++i) sums[i * (count + 1)] = 0.0;
    for (std::size_t n = 0; n < count; ++n) {
#pragma GCC unroll 6
        for (std::size_t i = 0; i < kCount; ++i) {
            sum[i] += x[i * count + n];
            sums[i * (count + 1) + n + 1] = sum[i];
        }
    }
}

}  // namespace

void RunningSums::make(std::int64_t number, Tile& out) {
    const std::int64_t first = number * kTileSamples;
    const auto count = static_cast<std::size_t>(std::min(kTileSamples, samples_ - first));
    made_.resize(width_ * count);
    values_(first, count, made_.data());
    out.resize(width_ * (count + 1));
    std::size_t w = 0;
    for (; w + kAtOnce <= width_; w += kAtOnce) {
        sum_up<kAtOnce>(made_.data() + w * count, count, out.data() + w * (count + 1));
    }
    for (; w < width_; ++w)
        sum_up<1>(made_.data() + w * count, count, out.data() + w * (count + 1));
}

const RunningSums::Tile& RunningSums::tile(std::int64_t number) {
    return tiles_.get(number, [this](std::int64_t n, Tile& out) {
        make(n, out);
        const auto at = static_cast<std::size_t>(n);
        if (known_.size() <= at) {
            known_.resize(at + 1);
            totals_.resize((at + 1) * width_);
        }
        known_[at] = true;
        const std::size_t length = out.size() / width_;
        for (std::size_t w = 0; w < width_; ++w) {
            totals_[at * width_ + w] = out[(w + 1) * length - 1];
        }
    });
}

const double* RunningSums::total(std::int64_t number) {
    const auto at = static_cast<std::size_t>(number);
    if (known_.size() <= at || !known_[at]) tile(number);
    return totals_.data() + at * width_;
}

void RunningSums::add(std::int64_t number, double upto, double sign, double* out) {
    if (upto <= 0.0) return;
    const Tile& sums = tile(number);
    const std::size_t length = sums.size() / width_;
    const auto whole = std::min(static_cast<std::size_t>(upto), length - 1);
    const double part = upto - static_cast<double>(whole);
    for (std::size_t w = 0; w < width_; ++w) {
        const double* s = sums.data() + w * length;
        double sum = s[whole];
        if (whole + 1 < length) sum += part * (s[whole + 1] - s[whole]);
        out[w] += sign * sum;
    }
}

void RunningSums::between(double a, double b, double* out) {
    std::fill_n(out, width_, 0.0);
    const auto number_of = [](double at) { return static_cast<std::int64_t>(at) / kTileSamples; };
    const std::int64_t from = number_of(a);
    const std::int64_t to = number_of(b);
    add(from, a - static_cast<double>(from * kTileSamples), -1.0, out);
    for (std::int64_t number = from; number < to; ++number) {
        const double* sums = total(number);
        for (std::size_t w = 0; w < width_; ++w) out[w] += sums[w];
    }
    add(to, b - static_cast<double>(to * kTileSamples), 1.0, out);
}

}  // namespace signals
