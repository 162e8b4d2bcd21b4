#include "signals/resample/kernel.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "signals/resample/mix.h"

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
      steps_(static_cast<std::size_t>(std::ceil(kStepsPerLobe * 2.0 * cutoff_))),
      phase_(steps_ + 1) {
    const auto per_sample = static_cast<double>(steps_);
    for (std::size_t j = 0; j <= steps_; ++j) {
        Phase& phase = phase_[j];
        for (std::size_t k = 0; k < taps_; ++k) {
            const Knot knot = formula(half_width_ - 1.0 - static_cast<double>(k) +
                                      static_cast<double>(j) / per_sample);
            phase.value.push_back(knot.value);
            phase.slope.push_back(knot.slope / per_sample);
            phase.value_sum += phase.value.back();
            phase.slope_sum += phase.slope.back();
        }
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

// The piece that `fraction` lies in, and where in it, 0..1.
double SincKernel::position(double fraction, std::size_t& step) const {
    const double at = fraction * static_cast<double>(steps_);
    step = std::min(static_cast<std::size_t>(at), steps_ - 1);
    return at - static_cast<double>(step);
}

void SincKernel::mix(std::size_t step, const Weights& w, std::span<double> out) const {
    const Phase& left = phase_[step];
    const Phase& right = phase_[step + 1];
    signals::mix({w.a, w.b, w.c, w.d, left.value.data(), right.value.data(), left.slope.data(),
                  right.slope.data()},
                 out);
}

void SincKernel::value_row(double fraction, std::span<double> out) const {
    std::size_t step = 0;
    const double u = position(fraction, step);
    const double v = 1.0 - u;
    Weights w{(1.0 + 2.0 * u) * v * v, u * u * (3.0 - 2.0 * u), u * v * v, -u * u * v};
    const Phase& left = phase_[step];
    const Phase& right = phase_[step + 1];
    const double sum = w.a * left.value_sum + w.b * right.value_sum +
                       (w.c * left.slope_sum + w.d * right.slope_sum);
    w = {w.a / sum, w.b / sum, w.c / sum, w.d / sum};
    mix(step, w, out);
}

void SincKernel::slope_row(double fraction, std::span<double> out) const {
    std::vector<double> values(out.size());
    value_row(fraction, values);
    std::size_t step = 0;
    const double u = position(fraction, step);
    const double v = 1.0 - u;
    const auto per_sample = static_cast<double>(steps_);
    const double rise = 6.0 * u * v * per_sample;
    mix(step, {-rise, rise, v * (1.0 - 3.0 * u) * per_sample, u * (3.0 * u - 2.0) * per_sample},
        out);
    const double first = fraction + static_cast<double>(reach()) - 1.0;
    double sum = 0.0;
    for (const double c : out) sum += c;
    double ramp = 0.0;
    for (std::size_t k = 0; k < out.size(); ++k) {
        out[k] -= sum * values[k];
        ramp += out[k] * (static_cast<double>(k) - first);
    }
    for (double& c : out) c /= ramp;
}

}  // namespace signals
