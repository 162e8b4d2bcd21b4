#include "signals/timeline/occurrence.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "signals/frontend/noise.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/worded_error.h"
#include "signals/source.h"

namespace signals {

namespace {

using Problem = WordedError<std::invalid_argument>;

constexpr double kDay = 86'400.0;

// Numbers by chance, one after the other.
class Chance {
 public:
    Chance(std::uint64_t seed, std::uint64_t event, std::uint64_t number)
        : key_(noise_key(seed, (event << 32) + number)) {}

    double uniform_01() { return uniform(noise_bits(key_, next_++)) + 0.5; }
    // Sum of twelve: variance 1, bounded at 6.
    double normal() {
        double sum = -6.0;
        for (int i = 0; i < 12; ++i) sum += uniform_01();
        return sum;
    }
    double exponential() { return -std::log(1.0 - uniform_01()); }

 private:
    std::uint64_t key_;
    std::int64_t next_ = 0;
};

double drawn(const Value& value, const Allowed& allowed, Chance& chance) {
    const double x = value.draw == Draw::uniform
                         ? value.a + (value.b - value.a) * chance.uniform_01()
                     : value.draw == Draw::normal ? value.a + value.b * chance.normal()
                                                  : value.a * chance.exponential();
    return std::clamp(x, allowed.low, allowed.high);
}

std::array<double, 3> resolve(const Value& value, const Parameter& parameter, Chance& chance) {
    std::array<double, 3> out{};
    out.fill(parameter.preset);
    if (!value.given) return out;
    if (value.draw == Draw::fixed) return value.fixed;
    out.fill(drawn(value, parameter.allowed, chance));
    return out;
}

Occurrence make(const Event& event, std::int64_t start, Chance chance) {
    const KindRow& row = row_of(event.kind);
    Occurrence out;
    out.kind = event.kind;
    out.phases = event.phases;
    out.start = start;
    for (std::size_t i = 0; i < row.parameters.size(); ++i) {
        const Value value = i < event.values.size() ? event.values[i] : Value{};
        out.given.push_back(value.given ? 1 : 0);
        out.values.push_back(resolve(value, row.parameters[i], chance));
    }
    const Parameter duration{"duration", Shape::number, false, 0.0, kSeconds, {}, {}};
    const double lasts = resolve(event.duration, duration, chance)[0];
    if (lasts > 0.0) out.end = start + std::max<std::int64_t>(1, frame_of(lasts));
    return out;
}

double end_of(const Event& event) { return event.until > 0.0 ? event.until : event.at + kDay; }

// When an event begins, in seconds.
std::vector<double> beginnings(const Event& event, Chance chance) {
    std::vector<double> out;
    const auto add = [&](double at) {
        if (out.size() >= static_cast<std::size_t>(kMostOccurrences)) {
            throw Problem(
                Sentence::of(kScenario.too_often, row_of(event.kind).name, kMostOccurrences));
        }
        out.push_back(at);
    };
    if (event.rate_per_hour > 0.0) {
        const double gap = 3'600.0 / event.rate_per_hour;
        for (double at = event.at + gap * chance.exponential(); at < end_of(event);
             at += gap * chance.exponential()) {
            add(at);
        }
    } else if (event.every > 0.0) {
        const bool counted = event.count > 0;
        for (int k = 0; !counted || k < event.count; ++k) {
            const double at = event.at + k * event.every;
            if ((!counted || event.until > 0.0) && at >= end_of(event)) break;
            add(at);
        }
    } else {
        add(event.at);
    }
    return out;
}

}  // namespace

std::int64_t frame_of(double seconds) {
    return static_cast<std::int64_t>(std::ceil(seconds * kFrameRate - 1e-6));
}

Occurrence occurrence_at(const Event& event, std::int64_t frame, std::uint64_t seed,
                         std::uint64_t number) {
    return make(event, frame, Chance(seed, 0xffff'ffffU, number));
}

std::vector<Occurrence> occurrences_of(const Timeline& timeline) {
    std::vector<Occurrence> out;
    for (std::size_t e = 0; e < timeline.events.size(); ++e) {
        const Event& event = timeline.events[e];
        std::uint64_t number = 0;
        for (const double at : beginnings(event, Chance(timeline.seed, e, 0))) {
            out.push_back(make(event, frame_of(at), Chance(timeline.seed, e, ++number)));
            out.back().event = static_cast<int>(e);
        }
        if (out.size() > static_cast<std::size_t>(kMostOccurrences)) {
            throw Problem(Sentence::of(kScenario.too_often_in_all, kMostOccurrences));
        }
    }
    std::stable_sort(out.begin(), out.end(),
                     [](const Occurrence& a, const Occurrence& b) { return a.start < b.start; });
    return out;
}

}  // namespace signals
