#include "signals/quality/half_cycles.h"

#include <algorithm>
#include <cmath>
#include <complex>
#include <numbers>
#include <utility>

namespace signals {
namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;
constexpr double kLowest = 40.0, kHighest = 75.0;  // Hz
constexpr double kArm = 0.1;                       // of the peak: hysteresis
constexpr double kFade = 0.7;                      // of the peak, per cycle
constexpr double kPatience = 0.75;  // periods after the last crossing until the clock runs on

}  // namespace

// A Butterworth low pass by the bilinear transform, corner at the nominal frequency.
HalfCycles::HalfCycles(double rate, double nominal, double dead)
    : shortest_(rate / kHighest),
      longest_(rate / kLowest),
      nominal_period_(rate / nominal),
      dead_(dead),
      period_(rate / nominal) {
    const double k = std::tan(kTurn / 2.0 * nominal / rate);
    const double norm = 1.0 / (1.0 + std::numbers::sqrt2 * k + k * k);
    b0_ = k * k * norm;
    b1_ = 2.0 * b0_;
    b2_ = b0_;
    a1_ = 2.0 * (k * k - 1.0) * norm;
    a2_ = (1.0 - std::numbers::sqrt2 * k + k * k) * norm;
}

double HalfCycles::lag() const {
    const double omega = kTurn / period_;
    const std::complex<double> z = std::polar(1.0, -omega);
    const std::complex<double> h = (b0_ + z * (b1_ + z * b2_)) / (1.0 + z * (a1_ + z * a2_));
    return -std::arg(h) / omega;
}

std::optional<double> HalfCycles::step(double x) {
    if (warm_) {
        process(x);
    } else {
        first_cycle_.push_back(x);
        if (static_cast<double>(first_cycle_.size()) >= nominal_period_) warm_up();
    }
    return next();
}

std::optional<double> HalfCycles::next() {
    if (found_.empty()) return std::nullopt;
    const double out = found_.front();
    found_.pop_front();
    return out;
}

// As if the first cycle had gone on before the recording, too.
void HalfCycles::warm_up() {
    constexpr int kTurns = 3;
    const std::vector<double> cycle = std::move(first_cycle_);
    for (int turn = 0; turn < kTurns; ++turn) {
        for (const double x : cycle) filter(x);
    }
    warm_ = true;
    for (const double x : cycle) process(x);
}

void HalfCycles::filter(double x) {
    const double y = b0_ * x + b1_ * x1_ + b2_ * x2_ - a1_ * y1_ - a2_ * y2_;
    x2_ = x1_;
    x1_ = x;
    y2_ = y1_;
    y1_ = y;
    peak_ = std::max(std::fabs(y), peak_ * (1.0 - (1.0 - kFade) / nominal_period_));
    const double threshold = std::max(kArm * peak_, dead_);
    armed_high_ = armed_high_ || y > threshold;
    armed_low_ = armed_low_ || y < -threshold;
}

void HalfCycles::process(double x) {
    filter(x);
    ++now_;
    auto found = crossed(y2_);
    if (!found) found = run_on();
    if (found) found_.push_back(*found);
}

std::optional<double> HalfCycles::crossed(double previous) {
    const bool rising = previous < 0.0 && y1_ >= 0.0 && armed_low_;
    const bool falling = previous > 0.0 && y1_ <= 0.0 && armed_high_;
    if (!rising && !falling) return std::nullopt;
    (rising ? armed_low_ : armed_high_) = false;
    const double part = previous / (previous - y1_);
    return accept(static_cast<double>(now_ - 1) + part, rising);
}

std::optional<double> HalfCycles::accept(double instant, bool rising) {
    std::optional<double>& same = rising ? last_rising_ : last_falling_;
    const double period = same ? instant - *same : 0.0;
    same = instant;
    if (period >= shortest_ && period <= longest_) period_ = period;
    const double at = instant - lag();
    if (last_ && at - *last_ < 0.4 * shortest_) return std::nullopt;
    missed_ = 0;
    last_ = at;
    return at;
}

std::optional<double> HalfCycles::run_on() {
    if (!last_) return std::nullopt;
    const double due = *last_ + 0.5 * period_;
    const double early = due + (kPatience - 0.5) * period_;
    const auto now = static_cast<double>(now_);
    if (now < early || now < early + lag()) return std::nullopt;  // lag() is dear, and above 0
    ++missed_;
    last_ = due;
    return due;
}

}  // namespace signals
