#include "app/desktop/dials.h"

#include <cmath>
#include <numbers>

#include "core/metrology/system_type.h"
#include "signals/wiring/phasors.h"
#include "signals/wiring/wiring.h"

namespace desktop {

namespace {

constexpr double kMicro = 1e-6;
constexpr double kDegrees = 180.0 / std::numbers::pi;

widgets::DialPhasor polar(const signals::Phasor& phasor, bool shown) {
    return {std::abs(phasor), std::arg(phasor) * kDegrees, shown};
}

const meter::SystemType& type_of(const bench::View& view) {
    const meter::SystemType* type = meter::find_system_type(view.points.config.system_type);
    return type != nullptr ? *type : meter::kSystemTypes.back();
}

bool measured(const bench::View& view, int phase) {
    return view.points.readings.sequence != 0 &&
           (phase < 0 || meter::contains(type_of(view).phases, phase));
}

}  // namespace

widgets::Dial dial_of(const signals::Installation& installation, int system_type) {
    const signals::Wiring wiring = signals::wiring_of(system_type);
    widgets::Dial dial;
    for (std::size_t x = 0; x < 3; ++x) {
        dial.voltage[x] = {installation.voltage[x], installation.voltage_angle[x],
                           wiring.voltage[x][x] != 0.0};
        dial.current[x] = {installation.current[x],
                           widgets::wrapped(installation.voltage_angle[x] - installation.angle[x]),
                           wiring.current[x][x] != 0.0};
    }
    return dial;
}

widgets::InstallationSettings turned(widgets::InstallationSettings settings, widgets::Handle handle,
                                     double rms, double degrees) {
    const auto x = static_cast<std::size_t>(handle.phase);
    if (handle.quantity == widgets::Quantity::voltage) {
        settings.voltage[x] = rms;
        settings.voltage_angle[x] = widgets::wrapped(degrees);
    } else {
        settings.current[x] = rms;
        settings.angle[x] = widgets::wrapped(settings.voltage_angle[x] - degrees);
    }
    return settings;
}

widgets::Dial true_dial(const bench::View& view) {
    const signals::Wiring type = signals::wiring_of(view.points.config.system_type);
    const signals::OrderPhasors row =
        signals::at_terminals(signals::phasors_of(view.installation), view.wiring).front();
    widgets::Dial dial;
    for (std::size_t x = 0; x < 3; ++x) {
        const bool voltage = type.voltage[x][x] != 0.0, current = type.current[x][x] != 0.0;
        dial.voltage[x] = polar(row.voltage[x], voltage && std::abs(row.voltage[x]) > 0.0);
        dial.current[x] = polar(row.current[x], current && std::abs(row.current[x]) > 0.0);
    }
    return dial;
}

widgets::Dial measured_dial(const bench::View& view, const widgets::Dial& truth) {
    const meter::Readings& r = view.points.readings;
    widgets::Dial dial = truth;
    for (std::size_t x = 0; x < 3; ++x) {
        const auto phase = static_cast<int>(x);
        dial.voltage[x].rms = static_cast<double>(r.voltage_ln_uv[x]) * kMicro /
                              (view.points.config.pt_ratio / 100.0);
        dial.voltage[x].shown =
            measured(view, phase) && meter::contains(type_of(view).line_neutral, phase);
        const double lag = std::atan2(static_cast<double>(r.power[x].reactive_uvar),
                                      static_cast<double>(r.power[x].real_uw));
        dial.current[x] = {static_cast<double>(r.current_ua[x]) * kMicro,
                           widgets::wrapped(truth.voltage[x].degrees - lag * kDegrees),
                           measured(view, phase)};
    }
    return dial;
}

std::optional<widgets::Powers> measured_powers(const bench::View& view, int phase) {
    if (!measured(view, phase)) return std::nullopt;
    const meter::Readings& r = view.points.readings;
    const meter::Power& p = phase < 0 ? r.total : r.power[static_cast<std::size_t>(phase)];
    return widgets::Powers{static_cast<double>(p.real_uw) * kMicro,
                           static_cast<double>(p.reactive_uvar) * kMicro,
                           static_cast<double>(p.apparent_uva) * kMicro, p.power_factor_ppb * 1e-9};
}

std::optional<widgets::Powers> true_powers(const bench::View& view, int phase) {
    if (!measured(view, phase)) return std::nullopt;
    const signals::TruePower& p =
        phase < 0 ? view.truth.total : view.truth.power[static_cast<std::size_t>(phase)];
    return widgets::Powers{p.real_w, p.reactive_var, p.apparent_va, p.power_factor};
}

}  // namespace desktop
