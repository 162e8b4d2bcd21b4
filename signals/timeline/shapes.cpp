#include "signals/timeline/shapes.h"

#include <algorithm>
#include <cmath>

#include "signals/source.h"
#include "signals/synth/current_shapes.h"
#include "signals/synth/power_plan.h"

namespace signals {

namespace {

constexpr int kWaveStairs = 128;            // of a sine flicker's period
constexpr std::int64_t kDecayStairs = 256;  // of a time constant
constexpr double kOver = 40.0;              // time constants after which a decay is over: e^-40

// Values of an occurrence by their place in the kind's row (kinds.cpp).
struct Reader {
    const Occurrence& o;
    [[nodiscard]] double one(std::size_t i) const { return o.values[i][0]; }
    [[nodiscard]] double of(std::size_t i, std::size_t x) const { return o.values[i][x]; }
    [[nodiscard]] Phases set(std::size_t i) const { return static_cast<Phases>(one(i)); }
};

template <class Action>
void each_phase(Phases set, Action action) {
    for (std::size_t x = 0; x < 3; ++x) {
        if (has(set, x)) action(x);
    }
}

// --- steps that come at a rate: step k begins at the first frame with (frame - start) * rate >= k

struct Rate {
    std::int64_t start;
    double per_frame;

    [[nodiscard]] std::int64_t index(std::int64_t frame) const {
        return static_cast<std::int64_t>(
            std::floor(static_cast<double>(frame - start) * per_frame));
    }
    [[nodiscard]] std::int64_t begin(std::int64_t k) const {
        auto frame = start + static_cast<std::int64_t>(static_cast<double>(k) / per_frame);
        while (index(frame) >= k) --frame;
        while (index(frame) < k) ++frame;
        return frame;
    }
    [[nodiscard]] Span around(std::int64_t frame) const {
        const std::int64_t k = index(frame);
        return {begin(k), begin(k + 1)};
    }
};

// --- decays

double decay_frames(double tau) { return tau * kFrameRate; }

bool is_over(const Occurrence& o, std::int64_t frame, double tau) {
    return static_cast<double>(frame - o.start) > kOver * decay_frames(tau);
}

Span decay_span(const Occurrence& o, std::int64_t frame, double tau) {
    const std::int64_t stair = stair_of(std::llround(decay_frames(tau)), kDecayStairs);
    if (!is_over(o, frame, tau)) return stair_around(frame, o.start, stair);
    const auto last = o.start + static_cast<std::int64_t>(kOver * decay_frames(tau));
    return {stair_around(last, o.start, stair).end, kEver};
}

// e^(-t / tau) in the middle of the stair.
double decay(const Occurrence& o, std::int64_t frame, double tau) {
    if (is_over(o, frame, tau)) return 0.0;
    const Span stair = decay_span(o, frame, tau);
    const double middle =
        0.5 * static_cast<double>(stair.first + stair.end) - static_cast<double>(o.start);
    return std::exp(-middle / decay_frames(tau));
}

// --- loads on top

Phase degrees(double d) { return phase_from_degrees(d); }

// Adds lines of a load whose fundamental lags the voltage by `lag` degrees.
void add_load(Levels& levels, Phases set, const PerPhase& rms, double lag,
              const std::vector<Line>& lines) {
    for (const Line& line : lines) {
        OrderPhasors row{.order = line.order};
        each_phase(set, [&](std::size_t x) {
            const Phase crossing = degrees(levels.voltage_angle[x]) - degrees(lag);
            row.current[x] = line.current * polar(rms[x], line.order * crossing);
        });
        levels.added.push_back(row);
    }
}

PerPhase scaled(const PerPhase& in, double by) { return {in[0] * by, in[1] * by, in[2] * by}; }

// --- the kinds

void sag(const Reader& r, const Moment&, Levels& levels) {
    each_phase(r.o.phases, [&](std::size_t x) {
        levels.voltage[x] *= r.of(0, x) / 100.0;
        levels.voltage_angle[x] += r.of(1, x);
    });
}

void swell(const Reader& r, const Moment&, Levels& levels) {
    each_phase(r.o.phases, [&](std::size_t x) { levels.voltage[x] *= r.of(0, x) / 100.0; });
}

void cut_current(Levels& levels, std::size_t x) {
    levels.current[x] = levels.dc_current[x] = levels.noise_current[x] = 0.0;
    for (OrderPhasors& row : levels.added) row.current[x] = 0.0;
    for (Tone& tone : levels.tones) tone.current[x] = 0.0;
}

void cut(Levels& levels, std::size_t x) {
    cut_current(levels, x);
    levels.voltage[x] = levels.dc_voltage[x] = levels.noise_voltage[x] = 0.0;
    for (Tone& tone : levels.tones) tone.voltage[x] = 0.0;
}

void interruption(const Reader& r, const Moment&, Levels& levels) {
    each_phase(r.o.phases, [&](std::size_t x) { cut(levels, x); });
}

// i = sqrt2 I e^(-t/tau) [ sin(theta_v - 90) + second sin(2 (theta_v - 90)) + dc cos(theta_v(0)) ]:
// with dc at 100 % the current of every phase starts at (nearly) zero.
void inrush(const Reader& r, const Moment& m, Levels& levels) {
    const double left = decay(r.o, m.frame, r.one(3));
    add_load(levels, r.o.phases, scaled(r.o.values[0], left), 90.0,
             {{1, 1.0}, {2, r.one(2) / 100.0}});
    each_phase(r.o.phases, [&](std::size_t x) {
        const Phase at_start = m.turning.phase(r.o.start) + degrees(levels.voltage_angle[x]);
        levels.dc_current[x] +=
            std::numbers::sqrt2 * r.of(0, x) * left * r.one(1) / 100.0 * direction(at_start).cosine;
    });
}

void motor_start(const Reader& r, const Moment& m, Levels& levels) {
    const double left = decay(r.o, m.frame, r.one(4));
    const double lag = r.one(1) + (r.one(3) - r.one(1)) * left;
    add_load(levels, r.o.phases, scaled(r.o.values[0], 1.0 + (r.one(2) - 1.0) * left), lag,
             {{1, 1.0}});
}

void phase_fired(const Reader& r, const Moment&, Levels& levels) {
    const double from = r.one(1);
    const Gate gate{1, {{from, 180.0}, {180.0 + from, 360.0}}};
    add_load(levels, r.o.phases, r.o.values[0], 0.0, lines_of(gate, kMaxOrder));
}

void rectifier(const Reader& r, const Moment&, Levels& levels) {
    const auto type = static_cast<Rectifier>(static_cast<int>(r.one(1)));
    add_load(levels, r.o.phases, r.o.values[0], r.one(2), lines_of(type, r.one(3), kMaxOrder));
}

bool is_sine(const Reader& r) { return r.one(2) != 0.0; }

Rate flicker_rate(const Reader& r) {
    const double steps = is_sine(r) ? kWaveStairs : 2.0;
    return {r.o.start, steps * r.one(1) / kFrameRate};
}

// The factor on amplitudes, 1 +- depth / 2.
double flicker_factor(const Reader& r, std::int64_t frame) {
    const double half = r.one(0) / 200.0;
    const std::int64_t k = flicker_rate(r).index(frame);
    if (!is_sine(r)) return k % 2 == 0 ? 1.0 + half : 1.0 - half;
    const double turns = (static_cast<double>(k % kWaveStairs) + 0.5) / kWaveStairs;
    return 1.0 + half * direction(phase_from_turns(turns)).sine;
}

void flicker(const Reader& r, const Moment& m, Levels& levels) {
    const double factor = flicker_factor(r, m.frame);
    const auto of = static_cast<int>(r.one(3));
    each_phase(r.o.phases, [&](std::size_t x) {
        if (of != 1) levels.voltage[x] *= factor;
        if (of == 0) return;
        levels.current[x] *= factor;
        for (OrderPhasors& row : levels.added) row.current[x] *= factor;
    });
}

void tone(const Reader& r, const Moment&, Levels& levels) {
    Tone out{.hertz = r.one(0)};
    each_phase(r.o.phases, [&](std::size_t x) {
        out.voltage[x] = polar(r.of(1, x), degrees(r.of(3, x)));
        out.current[x] = polar(r.of(2, x), degrees(r.of(4, x)));
    });
    levels.tones.push_back(out);
}

// The cycle of one phase around a frame, from rising zero crossing to rising zero crossing.
struct Cycle {
    Span span;
    std::int64_t number;  // counted from the one in which the occurrence began
};

double turns_at_crossing(const Turning& turning, std::int64_t frame, Phase offset) {
    const Phase phase = turning.phase(frame) + offset;
    return turning.turns(frame) - static_cast<double>(phase.bits) * 0x1p-64;
}

Cycle cycle_of(const Occurrence& o, const Moment& m, std::size_t x) {
    const Phase offset = degrees(m.voltage_angle[x]);
    const std::uint64_t phase = (m.turning.phase(m.frame) + offset).bits;
    const std::uint64_t step = m.turning.per_frame(m.frame).bits;
    const std::uint64_t rest = std::uint64_t{0} - phase;  // to the next crossing; 0 at one
    const auto behind = static_cast<std::int64_t>(phase / step);
    const auto ahead = static_cast<std::int64_t>(phase == 0 ? (~std::uint64_t{0}) / step + 1
                                                            : (rest - 1) / step + 1);
    const double turns = turns_at_crossing(m.turning, m.frame, offset) -
                         turns_at_crossing(m.turning, o.start, offset);
    return {{m.frame - behind, m.frame + ahead}, std::llround(turns)};
}

void burst(const Reader& r, const Moment& m, Levels& levels) {
    const auto on = static_cast<std::int64_t>(r.one(0));
    const auto all = on + static_cast<std::int64_t>(r.one(1));
    each_phase(r.o.phases, [&](std::size_t x) {
        const Cycle cycle = cycle_of(r.o, m, x);
        if (cycle.number % all >= on) cut_current(levels, x);
    });
}

Span burst_span(const Reader& r, const Moment& m) {
    Span out = kAlways;
    for (std::size_t x = 0; x < 3; ++x) out = common(out, cycle_of(r.o, m, x).span);
    return out;
}

void exchange(Wiring::Matrix& matrix, Phases pair) {
    std::vector<std::size_t> rows;
    each_phase(pair, [&](std::size_t x) { rows.push_back(x); });
    if (rows.size() == 2) std::swap(matrix[rows[0]], matrix[rows[1]]);
}

// The meter's neutral sits at the mean of its connected terminals (equal dividers; inferred).
void float_neutral(Wiring::Matrix& matrix) {
    const auto connected = [](const auto& row) {
        return std::any_of(row.begin(), row.end(), [](double e) { return e != 0.0; });
    };
    const auto terminals = std::count_if(matrix.begin(), matrix.end(), connected);
    if (terminals == 0) return;
    for (std::size_t y = 0; y < 3; ++y) {
        const double mean =
            (matrix[0][y] + matrix[1][y] + matrix[2][y]) / static_cast<double>(terminals);
        for (auto& row : matrix) {
            if (connected(row)) row[y] -= mean;
        }
    }
}

// Parameters of the kind `wiring` that name conductors (kinds.cpp).
constexpr std::size_t kVoltageOn = 7, kCtOn = 8;

void connect(Wiring::Matrix& matrix, const PerPhase& conductors) {
    for (std::size_t x = 0; x < 3; ++x) {
        matrix[x] = {};
        const long conductor = std::lround(conductors[x]);
        if (conductor > 0) matrix[x].at(static_cast<std::size_t>(conductor) - 1) = 1.0;
    }
}

void wiring(const Reader& r, const Moment&, Levels& levels) {
    Wiring& w = levels.wiring;
    if (r.o.given[kVoltageOn] != 0) connect(w.voltage, r.o.values[kVoltageOn]);
    if (r.o.given[kCtOn] != 0) connect(w.current, r.o.values[kCtOn]);
    exchange(w.voltage, r.set(0));
    exchange(w.current, r.set(1));
    each_phase(r.set(2), [&](std::size_t x) {
        for (double& element : w.current[x]) element = -element;
    });
    each_phase(r.set(3), [&](std::size_t x) { w.current[x] = {}; });
    each_phase(r.set(4), [&](std::size_t x) { w.voltage[x] = {}; });
    if (r.one(5) != 0.0) float_neutral(w.voltage);
    each_phase(r.set(6), [&](std::size_t x) { cut(levels, x); });
}

}  // namespace

void apply(const Occurrence& occurrence, const Moment& moment, Levels& levels) {
    using Action = void (*)(const Reader&, const Moment&, Levels&);
    // In the order of Kind; those without an action set tracks.
    static constexpr std::array<Action, 16> kActions{
        nullptr, nullptr,     nullptr,     sag,       swell,   interruption, interruption, nullptr,
        inrush,  motor_start, phase_fired, rectifier, flicker, tone,         burst,        wiring};
    const Action action = kActions[static_cast<std::size_t>(occurrence.kind)];
    if (action != nullptr) action({occurrence}, moment, levels);
}

Span steady_span(const Occurrence& occurrence, const Moment& moment) {
    const Reader r{occurrence};
    switch (occurrence.kind) {
        case Kind::inrush:
            return decay_span(occurrence, moment.frame, r.one(3));
        case Kind::motor_start:
            return decay_span(occurrence, moment.frame, r.one(4));
        case Kind::flicker:
            return flicker_rate(r).around(moment.frame);
        case Kind::burst:
            return burst_span(r, moment);
        default:
            return kAlways;
    }
}

}  // namespace signals
