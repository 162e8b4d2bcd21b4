#include "signals/truth/means.h"

#include <algorithm>
#include <cmath>

#include "signals/wiring/wiring.h"

namespace signals {

namespace {

using meter::PhaseSet;

const meter::SystemType& type_of(int system_type) {
    return *meter::find_system_type(static_cast<std::uint16_t>(system_type));
}

Phasor element_voltage(const ThreePhasors& v, std::size_t phase, meter::VoltageReference against) {
    switch (against) {
        case meter::VoltageReference::phase_b:
            return v[phase] - v[1];
        case meter::VoltageReference::virtual_neutral:
            return v[phase] - (v[0] + v[1] + v[2]) / 3.0;
        case meter::VoltageReference::neutral:
            break;
    }
    return v[phase];
}

// Adds what one wave, alone at its frequency, contributes.
void add_wave(Means& to, const ChannelPhasors& wave) {
    for (std::size_t x = 0; x < 3; ++x) {
        to.line_neutral[x] += std::norm(wave.line_neutral[x]);
        to.line_line[x] += std::norm(wave.line_line[x]);
        to.element[x] += std::norm(wave.element[x]);
        to.current[x] += std::norm(wave.current[x]);
        const Phasor s = wave.element[x] * std::conj(wave.current[x]);
        to.real[x] += s.real();
        to.reactive[x] += s.imag();
    }
}

double ratio_or_one(double real, double apparent) {
    return apparent > 0.0 ? std::min(1.0, std::abs(real) / apparent) : 1.0;
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

double average(const PerPhase& values, PhaseSet set) {
    if (set == 0) return kNoPoint;
    double sum = 0.0;
    for (int x = 0; x < 3; ++x) {
        if (meter::contains(set, x)) sum += values[static_cast<std::size_t>(x)];
    }
    return sum / meter::count(set);
}

// Waves of noise have nothing in common with one another: each is a wave of its own.
void add_noise(Means& to, const Levels& levels, int system_type, double pt_ratio) {
    for (std::size_t x = 0; x < 3; ++x) {
        ThreePhasors one{};
        one[x] = levels.noise_voltage[x];
        if (one[x] != 0.0) add_wave(to, channels_of(one, {}, system_type, pt_ratio));
        one[x] = levels.noise_current[x];
        if (one[x] != 0.0) add_wave(to, channels_of({}, one, system_type, pt_ratio));
    }
}

}  // namespace

ChannelPhasors channels_of(const ThreePhasors& voltage, const ThreePhasors& current,
                           int system_type, double pt_ratio) {
    const OrderPhasors at =
        at_terminals({{.order = 1, .voltage = voltage, .current = current}}, wiring_of(system_type))
            .front();
    ChannelPhasors out{
        .line_neutral = at.voltage, .line_line = {}, .element = {}, .current = at.current};
    for (Phasor& v : out.line_neutral) v *= pt_ratio;
    for (std::size_t x = 0; x < 3; ++x) {
        out.line_line[x] = out.line_neutral[x] - out.line_neutral[(x + 1) % 3];
        out.element[x] = element_voltage(out.line_neutral, x, type_of(system_type).reference);
    }
    return out;
}

void Means::add(const Means& more, double weight) {
    for (std::size_t x = 0; x < 3; ++x) {
        line_neutral[x] += weight * more.line_neutral[x];
        line_line[x] += weight * more.line_line[x];
        element[x] += weight * more.element[x];
        current[x] += weight * more.current[x];
        real[x] += weight * more.real[x];
        reactive[x] += weight * more.reactive[x];
    }
}

Means steady_means(const Levels& levels, int system_type, double pt_ratio) {
    Means out;
    const auto add = [&](const ThreePhasors& voltage, const ThreePhasors& current) {
        add_wave(out, channels_of(voltage, current, system_type, pt_ratio));
    };
    for (const OrderPhasors& row : orders_of(levels)) add(row.voltage, row.current);
    for (const Tone& tone : levels.tones) add(tone.voltage, tone.current);
    add(real_phasors(levels.dc_voltage), real_phasors(levels.dc_current));
    add_noise(out, levels, system_type, pt_ratio);
    return out;
}

Truth truth_of(const Means& means, int system_type, double frequency) {
    const meter::SystemType& type = type_of(system_type);
    Truth out;
    for (std::size_t x = 0; x < 3; ++x) {
        const int phase = static_cast<int>(x);
        if (meter::contains(type.line_neutral, phase)) {
            out.voltage_ln[x] = std::sqrt(means.line_neutral[x]);
        }
        if (meter::contains(type.line_line, phase)) {
            out.voltage_ll[x] = std::sqrt(means.line_line[x]);
        }
        out.power[x] = {kNoPoint, kNoPoint, kNoPoint, kNoPoint};
        if (!meter::contains(type.phases, phase)) continue;
        out.current[x] = std::sqrt(means.current[x]);
        out.power[x].real_w = means.real[x];
        out.power[x].reactive_var = means.reactive[x];
        out.power[x].apparent_va = std::sqrt(means.element[x]) * std::sqrt(means.current[x]);
        out.power[x].power_factor = ratio_or_one(means.real[x], out.power[x].apparent_va);
    }
    out.total = total_power(out.power, type.phases);
    out.voltage_ll_average = average(out.voltage_ll, type.line_line);
    out.voltage_ln_average = average(out.voltage_ln, type.line_neutral);
    out.current_average = average(out.current, type.phases);
    out.frequency = frequency;
    return out;
}

}  // namespace signals
