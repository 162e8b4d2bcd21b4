#include "signals/resample/kernel.h"

#include <cmath>
#include <numbers>

namespace signals {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr double kStepsPerLobe = 512.0;

// Modified Bessel function of the first kind, order 0 or 1, by its power series: all terms are
// positive, so the sum is good to the last digits for the arguments used here (0..15).
double bessel_i(int order, double x) {
    const double quarter = x * x / 4.0;
    double term = order == 0 ? 1.0 : x / 2.0;
    double sum = term;
    for (int k = 1; term > 1e-18 * sum; ++k) {
        term *= quarter / (k * (k + order));
        sum += term;
    }
    return sum;
}

double kaiser_beta(double db) {
    if (db > 50.0) return 0.1102 * (db - 8.7);
    return 0.5842 * std::pow(db - 21.0, 0.4) + 0.07886 * (db - 21.0);
}

}  // namespace

SincKernel::SincKernel(double pass, double stop, double attenuation_db)
    : cutoff_((pass + stop) / 2.0),
      beta_(kaiser_beta(attenuation_db)),
      half_width_(std::ceil((attenuation_db - 8.0) / (2.285 * 2.0 * kPi * (stop - pass)) / 2.0)),
      taps_(2 * static_cast<std::size_t>(half_width_)),
      steps_per_sample_(std::ceil(kStepsPerLobe * 2.0 * cutoff_)) {
    table_.resize(static_cast<std::size_t>(half_width_ * steps_per_sample_) + 2);
    for (std::size_t i = 0; i < table_.size(); ++i) {
        table_[i] = formula(static_cast<double>(i) / steps_per_sample_);
        table_[i].slope /= steps_per_sample_;
    }
}

SincKernel::Knot SincKernel::formula(double x) const {
    const double r = x / half_width_;
    if (std::fabs(r) >= 1.0) return {};
    const double root = std::sqrt(1.0 - r * r);
    const double scale = 2.0 * cutoff_ / bessel_i(0, beta_);
    const double window = scale * bessel_i(0, beta_ * root);
    const double window_slope =
        -scale * bessel_i(1, beta_ * root) * beta_ * r / (root * half_width_);
    const double angle = 2.0 * kPi * cutoff_ * x;
    if (std::fabs(angle) < 1e-5) return {window, window_slope};
    const double sinc = std::sin(angle) / angle;
    const double sinc_slope = (std::cos(angle) - sinc) / x;
    return {sinc * window, sinc_slope * window + sinc * window_slope};
}

SincKernel::Piece SincKernel::piece_at(double distance) const {
    const double at = distance * steps_per_sample_;
    const auto index = static_cast<std::size_t>(at);
    if (index + 1 >= table_.size()) return {};
    return {table_[index], table_[index + 1], at - static_cast<double>(index)};
}

double SincKernel::value(double x) const {
    const auto [left, right, u] = piece_at(std::fabs(x));
    const double rise = right.value - left.value;
    const double a = left.slope - rise;
    const double b = rise - right.slope;
    return left.value + u * (rise + (1.0 - u) * (a * (1.0 - u) + b * u));
}

double SincKernel::slope(double x) const {
    const auto [left, right, u] = piece_at(std::fabs(x));
    const double rise = right.value - left.value;
    const double a = left.slope - rise;
    const double b = rise - right.slope;
    const double v = 1.0 - u;
    const double forward = rise + (v - u) * (a * v + b * u) + u * v * (b - a);
    return (x < 0.0 ? -forward : forward) * steps_per_sample_;
}

void SincKernel::value_row(double fraction, std::span<double> out) const {
    double sum = 0.0;
    double x = fraction + static_cast<double>(reach()) - 1.0;
    for (double& c : out) {
        c = value(x);
        sum += c;
        x -= 1.0;
    }
    for (double& c : out) c /= sum;
}

void SincKernel::slope_row(double fraction, std::span<double> out) const {
    std::vector<double> values(out.size());
    value_row(fraction, values);
    const double first = fraction + static_cast<double>(reach()) - 1.0;
    double sum = 0.0;
    for (std::size_t k = 0; k < out.size(); ++k) {
        out[k] = slope(first - static_cast<double>(k));
        sum += out[k];
    }
    double ramp = 0.0;
    for (std::size_t k = 0; k < out.size(); ++k) {
        out[k] -= sum * values[k];
        ramp += out[k] * (static_cast<double>(k) - first);
    }
    for (double& c : out) c /= ramp;
}

}  // namespace signals
