#include "signals/timeline/levels.h"

#include <algorithm>

namespace signals {

namespace {

OrderPhasors fundamental_of(const Levels& in) {
    OrderPhasors out{.order = 1};
    for (std::size_t x = 0; x < 3; ++x) {
        const Phase crossing = phase_from_degrees(in.voltage_angle[x]);
        out.voltage[x] = polar(in.voltage[x] * 100.0 / 100.0, crossing);
        out.current[x] =
            polar(in.current[x] * 100.0 / 100.0, crossing - phase_from_degrees(in.angle[x]));
    }
    return out;
}

OrderPhasors order_of(const Levels& in, const PhaseHarmonic& h) {
    OrderPhasors out{.order = h.order};
    for (std::size_t x = 0; x < 3; ++x) {
        const Phase voltage_crossing = phase_from_degrees(in.voltage_angle[x]);
        const Phase current_crossing = voltage_crossing - phase_from_degrees(in.angle[x]);
        out.voltage[x] = polar(in.voltage[x] * h.voltage_percent[x] / 100.0,
                               h.order * voltage_crossing + phase_from_degrees(h.voltage_angle[x]));
        out.current[x] = polar(in.current[x] * h.current_percent[x] / 100.0,
                               h.order * current_crossing + phase_from_degrees(h.current_angle[x]));
    }
    return out;
}

void add(std::vector<OrderPhasors>& to, const OrderPhasors& more) {
    const auto at =
        std::lower_bound(to.begin(), to.end(), more.order,
                         [](const OrderPhasors& row, int order) { return row.order < order; });
    if (at == to.end() || at->order != more.order) {
        to.insert(at, more);
        return;
    }
    for (std::size_t x = 0; x < 3; ++x) {
        at->voltage[x] += more.voltage[x];
        at->current[x] += more.current[x];
    }
}

ThreePhasors through(const Wiring::Matrix& matrix, const TransformerError& error, double order,
                     const ThreePhasors& in) {
    ThreePhasors out{};
    for (std::size_t x = 0; x < 3; ++x) {
        for (std::size_t y = 0; y < 3; ++y) out[x] += matrix[x][y] * in[y];
        if (error.none()) continue;
        out[x] *= polar(1.0 + error.ratio[x], phase_from_degrees(order * error.degrees[x]));
    }
    return out;
}

PerPhase through(const Wiring::Matrix& matrix, const TransformerError& error, const PerPhase& in) {
    PerPhase out{};
    for (std::size_t x = 0; x < 3; ++x) {
        for (std::size_t y = 0; y < 3; ++y) out[x] += matrix[x][y] * in[y];
        out[x] *= 1.0 + error.ratio[x];
    }
    return out;
}

PhaseHarmonic& row_of(int order, std::vector<PhaseHarmonic>& rows) {
    const auto at =
        std::lower_bound(rows.begin(), rows.end(), order,
                         [](const PhaseHarmonic& row, int sought) { return row.order < sought; });
    if (at != rows.end() && at->order == order) return *at;
    return *rows.insert(at, PhaseHarmonic{.order = order});
}

void set_phases(const Harmonic& h, PhaseHarmonic& row) {
    for (std::size_t x = 0; x < 3; ++x) {
        if (!has(h.phases, x)) continue;
        row.voltage_percent[x] = h.voltage_percent;
        row.current_percent[x] = h.current_percent;
        row.voltage_angle[x] = h.voltage_angle;
        row.current_angle[x] = h.current_angle;
    }
}

}  // namespace

std::vector<Harmonic> harmonics_of(const PhaseHarmonic& row) {
    std::vector<Harmonic> out;
    for (std::size_t x = 0; x < 3; ++x) {
        Harmonic h{.order = row.order,
                   .voltage_percent = row.voltage_percent[x],
                   .current_percent = row.current_percent[x],
                   .voltage_angle = row.voltage_angle[x],
                   .current_angle = row.current_angle[x],
                   .phases = static_cast<Phases>(1U << x)};
        const auto same = std::find_if(out.begin(), out.end(), [&h](Harmonic other) {
            other.phases = h.phases;
            return other == h;
        });
        if (same == out.end()) {
            out.push_back(h);
        } else {
            same->phases = static_cast<Phases>(same->phases | h.phases);
        }
    }
    const auto nothing = [](const Harmonic& h) {
        return h.voltage_percent == 0.0 && h.current_percent == 0.0;
    };
    if (!std::all_of(out.begin(), out.end(), nothing)) std::erase_if(out, nothing);
    return out;
}

Phasor polar(double rms, Phase angle) {
    const Direction d = direction(angle);
    return {rms * d.cosine, rms * d.sine};
}

Levels levels_of(const Installation& in, const Wiring& wiring) {
    Levels out;
    out.frequency = in.frequency;
    out.voltage = in.voltage;
    out.current = in.current;
    out.angle = in.angle;
    out.voltage_angle = in.voltage_angle;
    for (const Harmonic& h : in.harmonics) set_phases(h, row_of(h.order, out.harmonics));
    out.wiring = wiring;
    return out;
}

std::vector<OrderPhasors> orders_of(const Levels& levels) {
    std::vector<OrderPhasors> out{fundamental_of(levels)};
    out.reserve(1 + levels.harmonics.size() + levels.added.size());
    for (const PhaseHarmonic& h : levels.harmonics) add(out, order_of(levels, h));
    for (const OrderPhasors& row : levels.added) add(out, row);
    return out;
}

TerminalWaves terminal_waves(const Levels& levels) {
    TerminalWaves out{.orders = orders_of(levels),
                      .tones = levels.tones,
                      .dc_voltage = through(levels.wiring.voltage, levels.pt, levels.dc_voltage),
                      .dc_current = through(levels.wiring.current, levels.ct, levels.dc_current),
                      .noise_voltage = levels.noise_voltage,
                      .noise_current = levels.noise_current};
    const auto pass = [&](auto& row, double order) {
        row.voltage = through(levels.wiring.voltage, levels.pt, order, row.voltage);
        row.current = through(levels.wiring.current, levels.ct, order, row.current);
    };
    for (OrderPhasors& row : out.orders) pass(row, row.order);
    for (Tone& tone : out.tones) pass(tone, tone.hertz / levels.frequency);
    return out;
}

}  // namespace signals
