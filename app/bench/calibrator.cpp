#include "app/bench/calibrator.h"

#include <fmt/core.h>

#include <cmath>
#include <complex>
#include <numbers>
#include <stdexcept>

#include "app/bench/measurement.h"
#include "core/metrology/ranges.h"
#include "core/metrology/sample.h"

namespace bench {
namespace {

constexpr int kWindows = 26;     // whole frames and cycles at 50 and 60 Hz
constexpr int kLowWindows = 52;  // a smaller signal
constexpr double kTan60 = std::numbers::sqrt3;
constexpr double kUnityGain = 1 << 24;
constexpr double kQ32 = 4'294'967'296.0;
constexpr double kUnityAdjust = 1 << 20;
constexpr double kPole = 1.0 - 1.0 / 512.0;  // core/metrology/filters.h, PhaseFilter
constexpr double kVoltLsb = static_cast<double>(meter::kVoltSampleNv) * 1e-9;
constexpr double kAmpereLsb = static_cast<double>(meter::kAmpereSampleUaTimes8) * 1e-6 / 8.0;

struct Point {
    double voltage;
    double current;
    double angle;  // degrees
    int windows;
};

class Bench {
 public:
    Bench(const signals::FrontEndSettings& front_end, const CalibrationLoad& load)
        : front_end_(front_end), load_(load) {}

    [[nodiscard]] Registered measure(const Point& at, const meter::Calibration& with) const {
        signals::Scenario scenario;
        scenario.meter = {40, load_.ct_primary, 480, 1.0};
        scenario.front_end = front_end_;
        scenario.installation.frequency = load_.frequency;
        scenario.installation.voltage.fill(at.voltage);
        scenario.installation.current.fill(at.current);
        scenario.installation.angle.fill(at.angle);
        Rig rig(scenario, with);
        settle(rig);
        Measurement measurement(rig);
        measurement.run(at.windows);
        return measurement.registered();
    }
    [[nodiscard]] Point full(double angle) const {
        return {load_.voltage, load_.current, angle, kWindows};
    }
    [[nodiscard]] Point low(double of_voltage) const {
        return {load_.voltage * of_voltage, load_.low_current, 0.0, kLowWindows};
    }
    [[nodiscard]] const CalibrationLoad& load() const { return load_; }

 private:
    signals::FrontEndSettings front_end_;
    CalibrationLoad load_;
};

// Mean power of a phase, W.
double watts(const Registered& r, std::size_t phase) { return r.real_phase_wh[phase] / r.hours(); }

// Relative error of a phase's energy.
double energy_error(const Registered& r, const Point& at, std::size_t phase) {
    const double truth = at.voltage * at.current * std::cos(at.angle * std::numbers::pi / 180.0);
    return watts(r, phase) / truth - 1.0;
}

std::int32_t checked(double value, double low, double high, double unity, const char* what,
                     std::size_t phase) {
    if (value >= low && value <= high) return static_cast<std::int32_t>(std::llround(value));
    throw std::runtime_error(
        fmt::format("calibration: phase {}: {} would be {:.6g}, allowed is "
                    "{:.6g} to {:.6g}",
                    "ABC"[phase], what, value / unity, low / unity, high / unity));
}

std::int32_t gain(double value, const char* what, std::size_t phase) {
    return checked(value, 0.5 * kUnityGain, 1.9 * kUnityGain, kUnityGain, what, phase);
}

void correct_phase(const Bench& bench, std::size_t phase, double e_v, double e0, double e60,
                   meter::PhaseCalibration& c) {
    const double frequency = bench.load().frequency;
    const double add = std::atan((e60 - e0) / ((1.0 + e0) * kTan60));
    const double a_v = 1.0 + e_v;
    const double a_i = (1.0 + e0) / (a_v * std::cos(add));
    if (!(a_v > 0.01 && a_i > 0.01))
        throw std::runtime_error(
            fmt::format("calibration: phase {} measures {:.3g} of the voltage and {:.3g} of the "
                        "current, allowed is 0.01 or more",
                        "ABC"[phase], a_v, a_i));
    const double was = phase_filter_gain(c.phase_adjust, frequency);
    const double lag = phase_filter_lag(c.phase_adjust, frequency) + add;
    c.phase_adjust =
        checked(phase_adjust_for(lag, frequency), -32'767.0, 32'767.0, 1.0, "PHADJ", phase);
    const double now = phase_filter_gain(c.phase_adjust, frequency);
    c.voltage_gain = gain(c.voltage_gain / a_v, "voltage gain", phase);
    c.current_gain = gain(c.current_gain / a_i * was / now, "current gain", phase);
}

void correct_gain_and_phase(const Bench& bench, meter::Calibration& calibration) {
    const Registered at0 = bench.measure(bench.full(0.0), calibration);
    const Registered at60 = bench.measure(bench.full(60.0), calibration);
    for (std::size_t p = 0; p < 3; ++p) {
        correct_phase(bench, p, at0.voltage[p] / bench.load().voltage - 1.0,
                      energy_error(at0, bench.full(0.0), p),
                      energy_error(at60, bench.full(60.0), p), calibration.phase[p]);
    }
}

// Excess power is k V^2 + o.
void correct_pickup(const Bench& bench, meter::Calibration& calibration) {
    const Point full = bench.low(1.0);
    const Point half = bench.low(0.5);
    const Registered at_full = bench.measure(full, calibration);
    const Registered at_half = bench.measure(half, calibration);
    for (std::size_t p = 0; p < 3; ++p) {
        const double excess = watts(at_full, p) - full.voltage * full.current;
        const double excess_half = watts(at_half, p) - half.voltage * half.current;
        const double k = (excess - excess_half) / (0.75 * full.voltage * full.voltage);
        const double offset = excess - k * full.voltage * full.voltage;
        meter::PhaseCalibration& c = calibration.phase[p];
        constexpr double kMost = 1 << 27;
        c.voltage_pickup = checked(c.voltage_pickup + k * kVoltLsb / kAmpereLsb * kQ32, -kMost * 8,
                                   kMost * 8, 1.0, "voltage pick-up", p);
        c.power_offset = checked(c.power_offset + offset / (kVoltLsb * kAmpereLsb), -kMost, kMost,
                                 1.0, "power offset", p);
    }
}

// Mean of i^2 beyond the true one, in squares of the sample's LSB at the preamplifier in use.
void correct_current_noise(const Bench& bench, meter::Calibration& calibration) {
    const double lsb =
        kAmpereLsb / meter::preamp_for(static_cast<std::uint16_t>(bench.load().ct_primary));
    const Registered low = bench.measure(bench.low(1.0), calibration);
    for (std::size_t p = 0; p < 3; ++p) {
        const double excess =
            low.current[p] * low.current[p] - bench.load().low_current * bench.load().low_current;
        calibration.phase[p].current_offset_q8 =
            checked(excess / (lsb * lsb) * 256.0, -1e9, 1e9, 1.0, "current offset", p);
    }
}

}  // namespace

CalibrationLoad calibration_load(int ct_primary, double voltage, double frequency) {
    const double rated = ct_primary;
    return {ct_primary, voltage, rated, 0.02 * rated, frequency};
}

Errors measure_errors(const signals::FrontEndSettings& front_end, const CalibrationLoad& load,
                      const meter::Calibration& calibration) {
    const Bench bench(front_end, load);
    const Registered at0 = bench.measure(bench.full(0.0), calibration);
    const Registered at60 = bench.measure(bench.full(60.0), calibration);
    const Registered low = bench.measure(bench.low(1.0), calibration);
    Errors out;
    for (std::size_t p = 0; p < 3; ++p) {
        out[p] = {100.0 * (at0.voltage[p] / load.voltage - 1.0),
                  100.0 * energy_error(at0, bench.full(0.0), p),
                  100.0 * energy_error(at60, bench.full(60.0), p),
                  100.0 * energy_error(low, bench.low(1.0), p),
                  100.0 * (low.current[p] / load.low_current - 1.0)};
    }
    return out;
}

meter::Calibration calibrate(const signals::FrontEndSettings& front_end,
                             const CalibrationLoad& load) {
    const Bench bench(front_end, load);
    meter::Calibration calibration;
    correct_gain_and_phase(bench, calibration);
    correct_pickup(bench, calibration);
    correct_gain_and_phase(bench, calibration);
    correct_pickup(bench, calibration);
    correct_gain_and_phase(bench, calibration);
    correct_current_noise(bench, calibration);
    return calibration;
}

namespace {

std::complex<double> phase_filter(double adjust, double frequency) {
    const double w = 2.0 * std::numbers::pi * frequency / signals::kFrameRate;
    return 1.0 + adjust / kUnityAdjust / (1.0 - kPole * std::polar(1.0, -w));
}

}  // namespace

double phase_filter_lag(double adjust, double frequency) {
    return -std::arg(phase_filter(adjust, frequency));
}

double phase_filter_gain(double adjust, double frequency) {
    return std::abs(phase_filter(adjust, frequency));
}

double phase_adjust_for(double lag, double frequency) {
    const double w = 2.0 * std::numbers::pi * frequency / signals::kFrameRate;
    const double c = std::cos(w);
    return kUnityAdjust * std::tan(lag) * (1.0 + kPole * kPole - 2.0 * kPole * c) /
           (kPole * std::sin(w) - std::tan(lag) * (1.0 - kPole * c));
}

}  // namespace bench
