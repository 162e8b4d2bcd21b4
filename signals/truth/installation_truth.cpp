#include "signals/truth/installation_truth.h"

#include <algorithm>
#include <cmath>

#include "core/metrology/system_type.h"
#include "signals/wiring/wiring.h"

namespace signals {

namespace {

using meter::PhaseSet;
using Orders = std::vector<OrderPhasors>;

// Sum of squared magnitudes over the orders, `pick` choosing a phasor from a row.
template <class Pick>
double rms(const Orders& orders, Pick pick) {
    double squares = 0.0;
    for (const OrderPhasors& row : orders) squares += std::norm(pick(row));
    return std::sqrt(squares);
}

Phasor line_voltage(const OrderPhasors& row, std::size_t pair) {
    return row.voltage[pair] - row.voltage[(pair + 1) % 3];
}

Phasor power_voltage(const OrderPhasors& row, std::size_t phase, meter::VoltageReference against) {
    switch (against) {
        case meter::VoltageReference::phase_b:
            return row.voltage[phase] - row.voltage[1];
        case meter::VoltageReference::virtual_neutral:
            return row.voltage[phase] - (row.voltage[0] + row.voltage[1] + row.voltage[2]) / 3.0;
        case meter::VoltageReference::neutral:
            break;
    }
    return row.voltage[phase];
}

double ratio_or_one(double real, double apparent) {
    return apparent > 0.0 ? std::min(1.0, std::abs(real) / apparent) : 1.0;
}

TruePower phase_power(const Orders& orders, std::size_t phase, meter::VoltageReference against) {
    TruePower out;
    for (const OrderPhasors& row : orders) {
        const Phasor s = power_voltage(row, phase, against) * std::conj(row.current[phase]);
        out.real_w += s.real();
        out.reactive_var += s.imag();
    }
    out.apparent_va =
        rms(orders, [&](const OrderPhasors& row) { return power_voltage(row, phase, against); }) *
        rms(orders, [&](const OrderPhasors& row) { return row.current[phase]; });
    out.power_factor = ratio_or_one(out.real_w, out.apparent_va);
    return out;
}

TruePower total_power(const std::array<TruePower, 3>& phases, PhaseSet set) {
    TruePower out;
    for (int x = 0; x < 3; ++x) {
        if (!meter::contains(set, x)) continue;
        out.real_w += std::abs(phases[static_cast<std::size_t>(x)].real_w);
        out.reactive_var += std::abs(phases[static_cast<std::size_t>(x)].reactive_var);
    }
    out.apparent_va = std::sqrt(out.real_w * out.real_w + out.reactive_var * out.reactive_var);
    out.power_factor = ratio_or_one(out.real_w, out.apparent_va);
    return out;
}

double average(const std::array<double, 3>& values, PhaseSet set) {
    if (set == 0) return kNoPoint;
    double sum = 0.0;
    for (int x = 0; x < 3; ++x) {
        if (meter::contains(set, x)) sum += values[static_cast<std::size_t>(x)];
    }
    return sum / meter::count(set);
}

Orders primary(Orders orders, double pt_ratio) {
    for (OrderPhasors& row : orders) {
        for (Phasor& v : row.voltage) v *= pt_ratio;
    }
    return orders;
}

}  // namespace

Truth installation_truth(const Installation& installation, int system_type, double pt_ratio) {
    const Wiring wiring = wiring_of(system_type);
    const meter::SystemType& type =
        *meter::find_system_type(static_cast<std::uint16_t>(system_type));
    const Orders orders = primary(at_terminals(phasors_of(installation), wiring), pt_ratio);

    Truth out;
    for (std::size_t x = 0; x < 3; ++x) {
        const int phase = static_cast<int>(x);
        if (meter::contains(type.line_neutral, phase)) {
            out.voltage_ln[x] = rms(orders, [&](const OrderPhasors& r) { return r.voltage[x]; });
        }
        if (meter::contains(type.line_line, phase)) {
            out.voltage_ll[x] =
                rms(orders, [&](const OrderPhasors& r) { return line_voltage(r, x); });
        }
        out.power[x] = {kNoPoint, kNoPoint, kNoPoint, kNoPoint};
        if (meter::contains(type.phases, phase)) {
            out.current[x] = rms(orders, [&](const OrderPhasors& r) { return r.current[x]; });
            out.power[x] = phase_power(orders, x, type.reference);
        }
    }
    out.total = total_power(out.power, type.phases);
    out.voltage_ll_average = average(out.voltage_ll, type.line_line);
    out.voltage_ln_average = average(out.voltage_ln, type.line_neutral);
    out.current_average = average(out.current, type.phases);
    if (std::abs(power_voltage(orders.front(), 0, type.reference)) > 0.0) {
        out.frequency = installation.frequency;
    }
    return out;
}

}  // namespace signals
