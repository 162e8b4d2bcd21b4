#include "signals/synth/piece.h"

#include <algorithm>
#include <numbers>

namespace signals {

namespace {

// e^{j h omega t}; the whole phase is multiplied, so that h may be a number of a power_plan.
Phasor turned(int order, double hertz, double seconds) {
    const Direction d = direction(order * phase_from_turns(hertz * seconds));
    return {d.cosine, d.sine};
}

// sqrt2 Im(X e^{j theta}) = cosine cos(theta) + sine sin(theta)
template <std::size_t N>
void put(std::array<double, N>& cosine, std::array<double, N>& sine, std::size_t channel,
         Phasor rms) {
    cosine[channel] = std::numbers::sqrt2 * rms.imag();
    sine[channel] = std::numbers::sqrt2 * rms.real();
}

double wave(Phasor rms, Phase theta) {
    const Direction d = direction(theta);
    return std::numbers::sqrt2 * (rms.imag() * d.cosine + rms.real() * d.sine);
}

bool same_orders(const std::vector<OrderPhasors>& a, const std::vector<OrderPhasors>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](const auto& x, const auto& y) { return x.order == y.order; });
}

std::vector<PowerStep> plan_for(const std::vector<OrderPhasors>& rows) {
    std::vector<int> orders;
    orders.reserve(rows.size());
    for (const OrderPhasors& row : rows) orders.push_back(row.order);
    return plan_powers(orders);
}

}  // namespace

Rotation rotation_by(Phase increment) {
    Rotation out{.increment = increment, .cosine = {}, .sine = {}};
    for (std::size_t k = 0; k < kTileFrames; ++k) {
        const Direction d = direction(static_cast<std::int64_t>(k) * increment);
        out.cosine.at[k] = d.cosine;
        out.sine.at[k] = d.sine;
    }
    return out;
}

WaveRow PieceMaker::row_of(int power, int order, double hertz, const ThreePhasors& voltage,
                           const ThreePhasors& current) const {
    WaveRow row{.power = power};
    const Phasor derivative{0.0, order * (2.0 * std::numbers::pi * hertz)};
    Phasor neutral{};
    for (const Phasor& phase : current) neutral += phase;
    for (std::size_t x = 0; x < kConductors; ++x) {
        const Phasor at_slot = turned(order, hertz, timing.current[x]);
        const Phasor flows = (x < 3 ? current[x] : neutral) * at_slot;
        put(row.current_cosine, row.current_sine, x, flows);
        const Phasor picked = x < 3 ? pickup[x] * voltage[x] * at_slot : Phasor{};
        put(row.meter_cosine, row.meter_sine, 3 + x, (flows + picked) * derivative);
    }
    for (std::size_t x = 0; x < 3; ++x) {
        const Phasor at_slot = turned(order, hertz, timing.voltage[x]);
        put(row.meter_cosine, row.meter_sine, x, voltage[x] * at_slot);
    }
    return row;
}

TerminalWaves PieceMaker::waves_of(Levels levels) const {
    if (left_out.connection_errors) {
        levels.wiring = course.wiring();
        levels.pt = levels.ct = {};
    }
    TerminalWaves out = terminal_waves(levels);
    if (!left_out.above_half_rate) return out;
    constexpr double kHalfRate = 0.5 * kFrameRate;
    std::erase_if(out.orders,
                  [&](const OrderPhasors& o) { return o.order * levels.frequency >= kHalfRate; });
    std::erase_if(out.tones, [](const Tone& tone) { return tone.hertz >= kHalfRate; });
    return out;
}

void PieceMaker::add_rows(Piece& piece, double hertz) const {
    for (const OrderPhasors& row : piece.waves.orders) {
        piece.rows.push_back(row_of(index_of_order(piece.plan, row.order), row.order, hertz,
                                    row.voltage, row.current));
    }
    auto power = static_cast<int>(piece.plan.size());
    for (const Tone& tone : piece.waves.tones) {
        piece.tones.push_back(rotation_by(phase_per_frame(tone.hertz)));
        piece.rows.push_back(row_of(power++, 1, tone.hertz, tone.voltage, tone.current));
    }
    for (std::size_t x = 0; x < 3; ++x) {
        piece.meter_constant[x] = piece.waves.dc_voltage[x];
        piece.current_constant[x] = piece.waves.dc_current[x];
        piece.current_constant[3] += piece.waves.dc_current[x];
    }
}

std::array<double, kConductors> PieceMaker::currents(const TerminalWaves& waves,
                                                     std::int64_t frame) const {
    std::array<double, kConductors> out{};
    const auto add = [&](const ThreePhasors& voltage, const ThreePhasors& current, Phase theta) {
        for (std::size_t x = 0; x < 3; ++x) {
            const double flows = wave(current[x], theta);
            out[x] += flows + wave(pickup[x] * voltage[x], theta);
            out[3] += flows;
        }
    };
    const Phase theta = course.turning().phase(frame);
    for (const OrderPhasors& row : waves.orders) {
        add(row.voltage, row.current, row.order * theta);
    }
    for (const Tone& tone : waves.tones) {
        add(tone.voltage, tone.current, frame * phase_per_frame(tone.hertz));
    }
    for (std::size_t x = 0; x < 3; ++x) {
        out[x] += waves.dc_current[x] + pickup[x] * waves.dc_voltage[x];
        out[3] += waves.dc_current[x];
    }
    return out;
}

Piece PieceMaker::make(std::int64_t frame, const Piece& before) const {
    Piece out;
    const Levels levels = course.levels_at(frame);
    out.span = course.span_at(frame);
    out.origin = out.span.first <= 0 ? 0 : out.span.first;
    out.phase = course.turning().phase(out.origin);
    out.waves = waves_of(levels);
    const Phase increment = course.turning().per_frame(frame);
    out.rotation = before.rotation.increment == increment && before.span != Span{}
                       ? before.rotation
                       : rotation_by(increment);
    out.plan = same_orders(before.waves.orders, out.waves.orders) ? before.plan
                                                                  : plan_for(out.waves.orders);
    add_rows(out, levels.frequency);
    out.noise_voltage = out.waves.noise_voltage;
    out.noise_current = out.waves.noise_current;
    if (out.span.first <= 0) return out;
    const bool next = before.span != Span{} && before.span.end == out.span.first;
    const auto from = currents(next ? before.waves : waves_of(course.levels_at(out.span.first - 1)),
                               out.span.first);
    const auto to = currents(out.waves, out.span.first);
    for (std::size_t x = 0; x < kConductors; ++x) out.impulse[x] = (to[x] - from[x]) * kFrameRate;
    return out;
}

}  // namespace signals
