#include "app/cli/truth_points.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace cli {
namespace {

using signals::Truth;

constexpr double kKilo = 1'000.0;

double one(const Truth&) { return 1.0; }

template <auto Member>
double scalar(const Truth& t) {
    return t.*Member;
}

template <auto Member, std::size_t I>
double element(const Truth& t) {
    return (t.*Member)[I];
}

// Registers show magnitudes (unidirectional; meter.md 1.1, inferred), in k units.
template <auto Member>
double total(const Truth& t) {
    return std::abs(t.total.*Member) / kKilo;
}

template <auto Member, std::size_t I>
double phase(const Truth& t) {
    return std::abs(t.power[I].*Member) / kKilo;
}

double total_factor(const Truth& t) { return t.total.power_factor; }

template <std::size_t I>
double phase_factor(const Truth& t) {
    return t.power[I].power_factor;
}

constexpr auto kReal = &signals::TruePower::real_w;
constexpr auto kReactive = &signals::TruePower::reactive_var;
constexpr auto kApparent = &signals::TruePower::apparent_va;

// clang-format off
constexpr std::array<TruthPoint, 29> kPoints{{
    //name        label                      value                                 reference
    {"kw_total",   "real power, total",       total<kReal>,                         total<kApparent>},
    {"kvar_total", "reactive power, total",   total<kReactive>,                     total<kApparent>},
    {"kva_total",  "apparent power, total",   total<kApparent>,                     total<kApparent>},
    {"pf_total",   "power factor, total",     total_factor,                         one},
    {"v_ll_avg",   "voltage L-L, average",    scalar<&Truth::voltage_ll_average>,   scalar<&Truth::voltage_ll_average>},
    {"v_ln_avg",   "voltage L-N, average",    scalar<&Truth::voltage_ln_average>,   scalar<&Truth::voltage_ln_average>},
    {"i_avg",      "current, average",        scalar<&Truth::current_average>,      scalar<&Truth::current_average>},
    {"kw_a",       "real power A",            phase<kReal, 0>,                      phase<kApparent, 0>},
    {"kw_b",       "real power B",            phase<kReal, 1>,                      phase<kApparent, 1>},
    {"kw_c",       "real power C",            phase<kReal, 2>,                      phase<kApparent, 2>},
    {"pf_a",       "power factor A",          phase_factor<0>,                      one},
    {"pf_b",       "power factor B",          phase_factor<1>,                      one},
    {"pf_c",       "power factor C",          phase_factor<2>,                      one},
    {"v_ab",       "voltage A-B",             element<&Truth::voltage_ll, 0>,       element<&Truth::voltage_ll, 0>},
    {"v_bc",       "voltage B-C",             element<&Truth::voltage_ll, 1>,       element<&Truth::voltage_ll, 1>},
    {"v_ac",       "voltage A-C",             element<&Truth::voltage_ll, 2>,       element<&Truth::voltage_ll, 2>},
    {"v_an",       "voltage A-N",             element<&Truth::voltage_ln, 0>,       element<&Truth::voltage_ln, 0>},
    {"v_bn",       "voltage B-N",             element<&Truth::voltage_ln, 1>,       element<&Truth::voltage_ln, 1>},
    {"v_cn",       "voltage C-N",             element<&Truth::voltage_ln, 2>,       element<&Truth::voltage_ln, 2>},
    {"i_a",        "current A",               element<&Truth::current, 0>,          element<&Truth::current, 0>},
    {"i_b",        "current B",               element<&Truth::current, 1>,          element<&Truth::current, 1>},
    {"i_c",        "current C",               element<&Truth::current, 2>,          element<&Truth::current, 2>},
    {"frequency",  "frequency",               scalar<&Truth::frequency>,            scalar<&Truth::frequency>},
    {"kva_a",      "apparent power A",        phase<kApparent, 0>,                  phase<kApparent, 0>},
    {"kva_b",      "apparent power B",        phase<kApparent, 1>,                  phase<kApparent, 1>},
    {"kva_c",      "apparent power C",        phase<kApparent, 2>,                  phase<kApparent, 2>},
    {"kvar_a",     "reactive power A",        phase<kReactive, 0>,                  phase<kApparent, 0>},
    {"kvar_b",     "reactive power B",        phase<kReactive, 1>,                  phase<kApparent, 1>},
    {"kvar_c",     "reactive power C",        phase<kReactive, 2>,                  phase<kApparent, 2>},
}};
// clang-format on

constexpr std::string_view kFloatPrefix = "f_";

}  // namespace

const TruthPoint* find_truth_point(std::string_view register_name) {
    if (register_name.starts_with(kFloatPrefix)) register_name.remove_prefix(kFloatPrefix.size());
    const auto* found = std::find_if(kPoints.begin(), kPoints.end(), [&](const TruthPoint& point) {
        return point.name == register_name;
    });
    return found == kPoints.end() ? nullptr : &*found;
}

std::optional<double> error_percent(double measured, const TruthPoint& point,
                                    const signals::Truth& truth) {
    const double reference = point.reference(truth);
    const double error = 100.0 * (measured - point.value(truth)) / reference;
    if (!std::isfinite(error)) return std::nullopt;
    return error;
}

}  // namespace cli
