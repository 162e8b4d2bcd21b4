#include "signals/truth/installation_truth.h"

#include <algorithm>
#include <cmath>
#include <numbers>

#include "signals/scenario/check.h"
#include "signals/source.h"
#include "signals/truth/means.h"
#include "signals/wiring/wiring.h"

namespace signals {

namespace {

constexpr double kTurn = 2.0 * std::numbers::pi;

// A wave of the window: sqrt2 Im(X e^{j phi}), phi moving by `per_frame` radians a frame.
struct Wave {
    double per_frame;
    double phase;  // radians, at the start of the interval
    ChannelPhasors channels;
};

// An interval in frames, inside one piece.
struct Interval {
    double from;
    double to;
};

double radians(Phase phase) { return static_cast<double>(phase.bits) * 0x1p-64 * kTurn; }

struct Waves {
    const Course& course;
    int system_type;
    double pt_ratio;

    // A wave at `order` times what turns by `increment` a frame and is at `theta`, `into` frames
    // on.
    [[nodiscard]] Wave wave(int order, Phase increment, Phase theta, double into,
                            const ThreePhasors& v, const ThreePhasors& i) const {
        const double per_frame = order * radians(increment);
        return {per_frame, std::fmod(radians(order * theta) + per_frame * into, kTurn),
                channels_of(v, i, system_type, pt_ratio)};
    }

    [[nodiscard]] std::vector<Wave> at(const Levels& levels, std::int64_t first,
                                       double into) const {
        std::vector<Wave> out;
        const Phase increment = course.turning().per_frame(first);
        const Phase theta = course.turning().phase(first);
        for (const OrderPhasors& row : orders_of(levels)) {
            out.push_back(wave(row.order, increment, theta, into, row.voltage, row.current));
        }
        for (const Tone& tone : levels.tones) {
            const Phase step = phase_per_frame(tone.hertz);
            out.push_back(wave(1, step, first * step, into, tone.voltage, tone.current));
        }
        return out;
    }
};

// Integral over `length` frames of e^{j (phase + rate t)}.
Phasor integral(double rate, double phase, double length) {
    const Phasor at_start = std::polar(1.0, phase);
    if (std::abs(rate * length) < 1e-9) return at_start * length;
    return (std::polar(1.0, phase + rate * length) - at_start) / Phasor{0.0, rate};
}

// x y = Re(X Y* e^{j(a - b)}) - Re(X Y e^{j(a + b)})
double product(Phasor x, Phasor y, Phasor difference, Phasor sum) {
    return (x * std::conj(y) * difference).real() - (x * y * sum).real();
}

void add_pair(Means& to, const ChannelPhasors& a, const ChannelPhasors& b, Phasor difference,
              Phasor sum) {
    for (std::size_t x = 0; x < 3; ++x) {
        const auto add = [&](double& mean, Phasor p, Phasor q) {
            mean += product(p, q, difference, sum);
        };
        add(to.line_neutral[x], a.line_neutral[x], b.line_neutral[x]);
        add(to.line_line[x], a.line_line[x], b.line_line[x]);
        add(to.element[x], a.element[x], b.element[x]);
        add(to.current[x], a.current[x], b.current[x]);
        add(to.real[x], a.element[x], b.current[x]);
    }
}

// A constant d beside waves: integral of (x + d)(y + e) = ... + e int x + d int y + d e.
struct Constant {
    ChannelPhasors level;

    void add_to(Means& to, const std::vector<Wave>& waves, double length) const {
        ChannelPhasors integrals{};
        for (const Wave& wave : waves) {
            const Phasor e = integral(wave.per_frame, wave.phase, length) * std::numbers::sqrt2;
            for (std::size_t x = 0; x < 3; ++x) {
                integrals.line_neutral[x] += (wave.channels.line_neutral[x] * e).imag();
                integrals.line_line[x] += (wave.channels.line_line[x] * e).imag();
                integrals.element[x] += (wave.channels.element[x] * e).imag();
                integrals.current[x] += (wave.channels.current[x] * e).imag();
            }
        }
        const auto cross = [&](Phasor d, Phasor e, Phasor x, Phasor y) {
            return (e * x + d * y + d * e * length).real();
        };
        for (std::size_t x = 0; x < 3; ++x) {
            const auto square = [&](double& mean, const ThreePhasors& d, const ThreePhasors& i) {
                mean += cross(d[x], d[x], i[x], i[x]);
            };
            square(to.line_neutral[x], level.line_neutral, integrals.line_neutral);
            square(to.line_line[x], level.line_line, integrals.line_line);
            square(to.element[x], level.element, integrals.element);
            square(to.current[x], level.current, integrals.current);
            to.real[x] += cross(level.element[x], level.current[x], integrals.element[x],
                                integrals.current[x]);
        }
    }
};

// Integrals over an interval of one piece; Q and noise are the steady ones for its length.
void add_interval(Means& to, const Waves& maker, Interval in) {
    const auto first = static_cast<std::int64_t>(std::floor(in.from));
    const Levels levels = maker.course.levels_at(first);
    const double length = in.to - in.from;
    const std::vector<Wave> waves = maker.at(levels, first, in.from - static_cast<double>(first));
    Means exact;
    for (const Wave& a : waves) {
        for (const Wave& b : waves) {
            add_pair(exact, a.channels, b.channels,
                     integral(a.per_frame - b.per_frame, a.phase - b.phase, length),
                     integral(a.per_frame + b.per_frame, a.phase + b.phase, length));
        }
    }
    Constant{channels_of(real_phasors(levels.dc_voltage), real_phasors(levels.dc_current),
                         maker.system_type, maker.pt_ratio)}
        .add_to(exact, waves, length);
    to.add(exact, 1.0);
    Levels rest = levels;
    rest.noise_voltage = rest.noise_current = {};
    const Means quiet = steady_means(rest, maker.system_type, maker.pt_ratio);
    Means noise = steady_means(levels, maker.system_type, maker.pt_ratio);
    noise.add(quiet, -1.0);
    noise.reactive = quiet.reactive;
    to.add(noise, length);
}

// The rising zero crossing of A's fundamental at or before the start of a frame, in frames.
double crossing_before(const Course& course, std::int64_t frame) {
    const Levels levels = course.levels_at(frame - 1);
    if (!(levels.voltage[0] > 0.0)) return static_cast<double>(frame);
    const Phase theta = course.turning().phase(frame) + phase_from_degrees(levels.voltage_angle[0]);
    return static_cast<double>(frame) -
           radians(theta) / radians(course.turning().per_frame(frame - 1));
}

bool has_frequency(const Levels& levels, int system_type) {
    const OrderPhasors row = orders_of(levels).front();
    return std::abs(channels_of(row.voltage, row.current, system_type, 1.0).element[0]) > 0.0;
}

Truth steady_truth(const Levels& levels, int system_type, double pt_ratio) {
    return truth_of(steady_means(levels, system_type, pt_ratio), system_type,
                    has_frequency(levels, system_type) ? levels.frequency : kNoPoint);
}

}  // namespace

Truth installation_truth(const Installation& installation, int system_type, double pt_ratio) {
    check(installation);
    return steady_truth(levels_of(installation, wiring_of(system_type)), system_type, pt_ratio);
}

Truth course_truth(const Course& course, std::int64_t last_frame, int frames, int system_type,
                   double pt_ratio) {
    const double end = crossing_before(course, last_frame + 1);
    const double start = std::max(0.0, crossing_before(course, last_frame + 1 - frames));
    const auto first = static_cast<std::int64_t>(std::floor(start));
    const Levels at_end = course.levels_at(last_frame);
    const Span around = course.span_at(last_frame);
    if (around.first <= first && at_end.tones.empty()) {
        return steady_truth(at_end, system_type, pt_ratio);
    }
    const Waves maker{course, system_type, pt_ratio};
    Means sums;
    for (double from = start; from < end;) {
        const Span piece = course.span_at(static_cast<std::int64_t>(std::floor(from)));
        const double to = std::min(end, static_cast<double>(piece.end));
        add_interval(sums, maker, {from, to});
        from = to;
    }
    Means means;
    means.add(sums, 1.0 / (end - start));
    const double turned =
        course.turning().turns(last_frame + 1) - course.turning().turns(last_frame + 1 - frames);
    const bool steady_hertz = course.turning().span(last_frame).first <= last_frame - frames;
    const double hertz =
        steady_hertz ? at_end.frequency : turned * kFrameRate / static_cast<double>(frames);
    return truth_of(means, system_type, has_frequency(at_end, system_type) ? hertz : kNoPoint);
}

}  // namespace signals
