#include "signals/resample/slot_reader.h"

#include <cmath>

namespace signals {

SlotReader::SlotReader(Sampled& in) : in_(in), kernel_(0.4, 0.6, 100.0), row_(kernel_.taps()) {}

void SlotReader::load(double t0, double t1) {
    const auto reach = static_cast<std::int64_t>(kernel_.reach());
    const auto row = [&](double t) {
        return static_cast<std::int64_t>(std::floor((t - in_.start()) * in_.rate()));
    };
    first_ = row(t0) - reach;
    count_ = static_cast<std::size_t>(row(t1) + reach + 2 - first_);
    loaded_.resize(count_ * in_.channels());
    in_.read(first_, count_, loaded_.data());
}

double SlotReader::dot(std::size_t channel, double t, bool slope) {
    const double at = (t - in_.start()) * in_.rate();
    const double whole = std::floor(at);
    if (slope) {
        kernel_.slope_row(at - whole, row_);
    } else {
        kernel_.value_row(at - whole, row_);
    }
    const auto begin =
        static_cast<std::int64_t>(whole) - static_cast<std::int64_t>(kernel_.reach()) + 1 - first_;
    const double* x = loaded_.data() + channel * count_ + begin;
    double sum = 0.0;
    for (std::size_t k = 0; k < row_.size(); ++k) sum += row_[k] * x[k];
    return sum;
}

double SlotReader::value(std::size_t channel, double t) { return dot(channel, t, false); }

double SlotReader::slope(std::size_t channel, double t) {
    return dot(channel, t, true) * in_.rate();
}

}  // namespace signals
