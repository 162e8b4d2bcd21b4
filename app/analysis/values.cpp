#include "app/analysis/values.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double kMicro = 1e-6;

double micro(std::int64_t x) { return static_cast<double>(x) * kMicro; }

template <class F>
void each(Values& to, const Values& from, F f) {
    for (std::size_t x = 0; x < 3; ++x) {
        f(to.volts[x], from.volts[x], true);
        f(to.amps[x], from.amps[x], true);
        f(to.watts[x], from.watts[x], false);
        f(to.vars[x], from.vars[x], false);
        f(to.vas[x], from.vas[x], false);
    }
    f(to.hertz, from.hertz, false);
}

// Phases that the system type does not have do not count.
double sum_of_magnitudes(const std::array<double, 3>& x) {
    double sum = 0.0;
    for (const double v : x) sum += std::isnan(v) ? 0.0 : std::fabs(v);
    return sum;
}

double factor(double real, double apparent) {
    if (std::isnan(real) || std::isnan(apparent)) return signals::kNoPoint;
    return apparent > 0.0 ? std::min(1.0, std::fabs(real) / apparent) : 1.0;
}

// clang-format off
template <std::size_t X> double volts(const Values& v) { return v.volts[X]; }
template <std::size_t X> double amps(const Values& v) { return v.amps[X]; }
template <std::size_t X> double watts(const Values& v) { return v.watts[X]; }
template <std::size_t X> double vars(const Values& v) { return v.vars[X]; }
template <std::size_t X> double apparent(const Values& v) { return v.vas[X]; }
template <std::size_t X> double phase_factor(const Values& v) { return factor(v.watts[X], apparent<X>(v)); }
double total_watts(const Values& v) { return sum_of_magnitudes(v.watts); }
double total_vars(const Values& v) { return sum_of_magnitudes(v.vars); }
double total_apparent(const Values& v) { return std::hypot(total_watts(v), total_vars(v)); }
double total_factor(const Values& v) { return factor(total_watts(v), total_apparent(v)); }
double hertz(const Values& v) { return v.hertz; }
double one(const Values&) { return 1.0; }

constexpr std::array<Quantity, kQuantities> kTable{{
    {"VA", "V", "voltage A-N", volts<0>, volts<0>},
    {"VB", "V", "voltage B-N", volts<1>, volts<1>},
    {"VC", "V", "voltage C-N", volts<2>, volts<2>},
    {"IA", "A", "current A", amps<0>, amps<0>},
    {"IB", "A", "current B", amps<1>, amps<1>},
    {"IC", "A", "current C", amps<2>, amps<2>},
    {"PA", "W", "real power A", watts<0>, apparent<0>},
    {"PB", "W", "real power B", watts<1>, apparent<1>},
    {"PC", "W", "real power C", watts<2>, apparent<2>},
    {"QA", "var", "reactive power A", vars<0>, apparent<0>},
    {"QB", "var", "reactive power B", vars<1>, apparent<1>},
    {"QC", "var", "reactive power C", vars<2>, apparent<2>},
    {"SA", "VA", "apparent power A", apparent<0>, apparent<0>},
    {"SB", "VA", "apparent power B", apparent<1>, apparent<1>},
    {"SC", "VA", "apparent power C", apparent<2>, apparent<2>},
    {"PFA", "", "power factor A", phase_factor<0>, one},
    {"PFB", "", "power factor B", phase_factor<1>, one},
    {"PFC", "", "power factor C", phase_factor<2>, one},
    {"P", "W", "real power, total", total_watts, total_apparent},
    {"Q", "var", "reactive power, total", total_vars, total_apparent},
    {"S", "VA", "apparent power, total", total_apparent, total_apparent},
    {"PF", "", "power factor, total", total_factor, one},
    {"F", "Hz", "frequency", hertz, hertz},
}};
// clang-format on

}  // namespace

Values values_of(const meter::Readings& readings) {
    Values out;
    for (std::size_t x = 0; x < 3; ++x) {
        out.volts[x] = micro(readings.voltage_ln_uv[x]);
        out.amps[x] = micro(readings.current_ua[x]);
        out.watts[x] = micro(readings.power[x].real_uw);
        out.vars[x] = micro(readings.power[x].reactive_uvar);
        out.vas[x] = micro(readings.power[x].apparent_uva);
    }
    out.hertz = micro(readings.frequency_uhz);
    return out;
}

Values values_of(const signals::Truth& truth) {
    Values out;
    out.volts = truth.voltage_ln;
    out.amps = truth.current;
    for (std::size_t x = 0; x < 3; ++x) {
        out.watts[x] = truth.power[x].real_w;
        out.vars[x] = truth.power[x].reactive_var;
        out.vas[x] = truth.power[x].apparent_va;
    }
    out.hertz = truth.frequency;
    return out;
}

std::span<const Quantity> quantities() { return kTable; }

std::size_t find_quantity(std::string_view name) {
    const auto* at = std::find_if(kTable.begin(), kTable.end(),
                                  [name](const Quantity& q) { return q.name == name; });
    return static_cast<std::size_t>(at - kTable.begin());
}

std::optional<double> error_percent(const Quantity& q, const Values& measured,
                                    const Values& truth) {
    const double error = 100.0 * (q.of(measured) - q.of(truth)) / q.whole(truth);
    if (!std::isfinite(error)) return std::nullopt;
    return error;
}

void Average::add(const Values& window, double frames) {
    each(sums_, window,
         [frames](double& sum, double x, bool square) { sum += frames * (square ? x * x : x); });
    frames_ += frames;
}

Values Average::values() const {
    Values out;
    const double n = frames_;
    each(out, sums_,
         [n](double& to, double sum, bool square) { to = square ? std::sqrt(sum / n) : sum / n; });
    return out;
}

}  // namespace analysis
