#include "app/typetest/trial.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numbers>

#include "app/bench/measurement.h"
#include "app/typetest/gated_input.h"
#include "core/registers/derived.h"
#include "core/registers/rules.h"
#include "signals/truth/installation_truth.h"

namespace typetest {
namespace {

constexpr int kPulses = 3;        // least number of closures to time
constexpr int kLongest = 3'000;   // windows, whatever the pulses do
constexpr int kMeasurements = 5;  // of a repeatability point
constexpr double kWindowSeconds = 1.0;

signals::Installation installation_of(const Conditions& at, const Setup& setup) {
    signals::Installation in;
    in.frequency = at.frequency > 0.0 ? at.frequency : setup.frequency;
    for (std::size_t x = 0; x < 3; ++x) {
        in.voltage[x] = at.with_voltage[x] ? setup.voltage * at.voltage : 0.0;
        in.current[x] = at.with_current[x] ? setup.ct_primary * at.current : 0.0;
    }
    in.angle.fill(at.angle);
    if (at.reversed) std::swap(in.voltage_angle[1], in.voltage_angle[2]);
    const auto harmonics = harmonics_of(at.wave);
    in.harmonics.assign(harmonics.begin(), harmonics.end());
    return in;
}

signals::Scenario scenario_of(const Conditions& at, const Setup& setup) {
    signals::Scenario scenario;
    scenario.meter.ct_primary = setup.ct_primary;
    scenario.meter.system_voltage =
        static_cast<int>(std::lround(setup.voltage * std::numbers::sqrt3));
    scenario.installation = installation_of(at, setup);
    scenario.front_end = setup.front_end;
    return scenario;
}

// A meter under test, settled under load.
class Trial {
 public:
    Trial(const Point& point, const Setup& setup, const meter::Calibration& calibration,
          const std::function<bool()>& cancelled)
        : point_(point),
          setup_(setup),
          cancelled_(cancelled),
          scenario_(scenario_of(point.at, setup)),
          rig_(scenario_, calibration) {
        meter::Config config = rig_.meter().points().config;
        configure_pulses(config, 3.0 * kImax * setup.ct_primary * kNoLoadVoltage * setup.voltage);
        weight_ = config.wh_per_pulse;
        if (rig_.configure(config) != meter::ConfigError::none)
            throw std::invalid_argument("type test: the meter refuses its pulse weight");
        const signals::Gate gate = gate_of(point.at.wave);
        if (!gate.conducts.empty()) {
            auto input = gated_input(gate, scenario_.installation, scenario_.front_end);
            truth_ = input->truth(0, 0);
            rig_.set_input(std::move(input));
        } else {
            truth_ = signals::installation_truth(scenario_.installation, 40);
        }
        bench::settle(rig_);
    }

    Result measure();

 private:
    void step(bench::Measurement& m) const {
        if (cancelled_ && cancelled_()) throw Cancelled();
        m.step();
    }
    void run(bench::Measurement& m, int windows) const {
        while (m.registered().windows < windows) step(m);
    }
    // Until there are windows enough and, for active energy, pulses enough.
    void run_for_pulses(bench::Measurement& m) const {
        run(m, point_.windows);
        if (point_.quantity == Quantity::reactive) return;
        while (m.pulses().count < kPulses && m.registered().windows < kLongest) step(m);
    }
    [[nodiscard]] double energy_error(const bench::Registered& r) const {
        const bool active = point_.quantity == Quantity::active;
        const double truth = active ? truth_.total.real_w : truth_.total.reactive_var;
        return 100.0 * ((active ? r.real_wh : r.reactive_varh) / (truth * r.hours()) - 1.0);
    }
    void put_errors(const bench::Measurement& m, Result& out) const;
    void error(Result& out);
    void starting(Result& out);
    void no_load(Result& out);
    void constant(Result& out);
    void repeatability(Result& out);

    const Point& point_;
    const Setup& setup_;
    const std::function<bool()>& cancelled_;
    signals::Scenario scenario_;
    bench::Rig rig_;
    signals::Truth truth_;
    double weight_ = 0.0;  // Wh
};

void Trial::put_errors(const bench::Measurement& m, Result& out) const {
    out.energy_error = energy_error(m.registered());
    const bench::Pulses& pulses = m.pulses();
    if (point_.quantity == Quantity::reactive || pulses.count < 2) return;
    const double counted = (pulses.count - 1) * weight_;
    out.pulse_error = 100.0 * (counted / (truth_.total.real_w * pulses.hours()) - 1.0);
}

void Trial::error(Result& out) {
    bench::Measurement m(rig_);
    run_for_pulses(m);
    put_errors(m, out);
}

void Trial::starting(Result& out) {
    bench::Measurement m(rig_);
    const double expected = 2.0 * weight_ / truth_.total.real_w * 3600.0;
    const int patience = static_cast<int>(3.0 * expected / kWindowSeconds);
    while (m.pulses().count < 2 && m.registered().windows < patience) step(m);
    put_errors(m, out);
    out.pass = m.pulses().count >= 2;
    out.note = fmt::format("{} pulses in {} s; two are expected in {:.0f} s at most",
                           m.pulses().count, m.registered().windows, 3.0 * expected);
}

void Trial::no_load(Result& out) {
    const double minutes = no_load_minutes(setup_.accuracy, 1000.0 / weight_, 3, setup_.voltage,
                                           setup_.ct_primary * kImax);
    bench::Measurement m(rig_);
    run(m, static_cast<int>(std::ceil(minutes * 60.0 / kWindowSeconds)));
    out.judged = m.pulses().count;
    out.limit = 1.0;
    out.pass = m.pulses().count <= 1;
    out.note =
        fmt::format("{} pulses in {:.1f} min, register moved {:.6f} Wh; one pulse is allowed",
                    m.pulses().count, minutes, m.registered().real_wh);
}

// Load off at the end: pulses are a window behind the register, and come to rest.
void Trial::constant(Result& out) {
    signals::Installation idle = scenario_.installation;
    const auto total = [this] {
        const meter::Energy& e = rig_.meter().points().energies.real;
        return static_cast<double>(e.whole) + e.micro * 1e-6;
    };
    bench::Measurement m(rig_);
    run_for_pulses(m);
    put_errors(m, out);
    idle.current.fill(0.0);
    rig_.set_installation(idle);
    bench::settle(rig_);
    const double sent = rig_.meter().points().pulse_count[0];
    out.judged = std::abs(total() / weight_ - sent);
    out.limit = 1.0;
    out.pass = *out.judged <= 1.0;
    out.note = fmt::format("{:.0f} pulses, register {:.3f} kWh, {:.3f} pulses apart", sent,
                           total() / 1000.0, *out.judged);
}

void Trial::repeatability(Result& out) {
    std::vector<double> errors;
    for (int i = 0; i < kMeasurements; ++i) {
        bench::Measurement m(rig_);
        run(m, point_.windows);
        errors.push_back(energy_error(m.registered()));
    }
    const auto [least, most] = std::minmax_element(errors.begin(), errors.end());
    out.energy_error = errors.front();
    out.judged = *most - *least;
    out.note = fmt::format("{} measurements", kMeasurements);
}

Result Trial::measure() {
    using Procedure = void (Trial::*)(Result&);
    // clang-format off
    static constexpr std::array<Procedure, 7> kProcedures{  // by Kind
        &Trial::error, &Trial::error, &Trial::error, &Trial::starting, &Trial::no_load,
        &Trial::constant, &Trial::repeatability};
    // clang-format on
    Result out;
    out.point = point_;
    (this->*kProcedures[static_cast<std::size_t>(point_.kind)])(out);
    out.digest = rig_.meter().digest();
    out.seconds = signals::seconds_of(rig_.frame());
    return out;
}

}  // namespace

void configure_pulses(meter::Config& config, double watts) {
    constexpr std::uint16_t kHighestSystemVoltage = 660;
    const auto power_uw = static_cast<std::int64_t>(watts * 1e6);
    const std::uint16_t rated = config.system_voltage;
    for (const std::uint16_t wh : std::array<std::uint16_t, 4>{10, 100, 1'000, 10'000}) {
        config.wh_per_pulse = wh;
        for (std::uint16_t v = rated; v <= kHighestSystemVoltage; ++v) {
            config.system_voltage = v;
            if (meter::validate_change(meter::Config{}, config) != meter::ConfigError::none)
                continue;
            if (meter::pulses_keep_up(power_uw, wh, meter::derive(config).pulse_ms)) return;
        }
    }
    throw std::invalid_argument("type test: no pulse weight keeps up with Imax");
}

Result measure_point(const Point& point, const Setup& setup, const meter::Calibration& calibration,
                     const std::function<bool()>& cancelled) {
    return Trial(point, setup, calibration, cancelled).measure();
}

}  // namespace typetest
