#include "signals/timeline/check_event.h"

#include <fmt/format.h>

#include <stdexcept>

#include "signals/scenario/phrases.h"
#include "signals/scenario/worded_error.h"
#include "signals/timeline/kinds.h"

namespace signals {

namespace {

using Problem = WordedError<std::invalid_argument>;

void check_number(const std::string& name, const Allowed& allowed, double value) {
    if (is_allowed(allowed, value)) return;
    throw Problem(Sentence::of(kScenario.out_of_range, name, value, sentence_of(allowed)));
}

void check_value(const std::string& name, const Parameter& parameter, const Value& value) {
    if (!value.given && parameter.required) {
        throw Problem(Sentence::of(kScenario.missing, name));
    }
    const bool numbers = parameter.shape == Shape::number || parameter.shape == Shape::per_phase;
    if (!value.given || !numbers) return;
    if (value.draw != Draw::fixed) {
        check_number(name, parameter.allowed, value.a);
        if (value.draw == Draw::uniform) check_number(name, parameter.allowed, value.b);
        return;
    }
    for (const double each : value.fixed) check_number(name, parameter.allowed, each);
}

}  // namespace

void check(const Event& event) {
    const KindRow& row = row_of(event.kind);
    const std::string name{row.name};
    check_number(name + ".at", kSeconds, event.at);
    check_number(name + ".every", kSeconds, event.every);
    check_number(name + ".until", kSeconds, event.until);
    if (event.rate_per_hour != 0.0) {
        check_number(name + ".rate_per_hour", kRatePerHour, event.rate_per_hour);
    }
    const Parameter duration{"duration", Shape::number, false, 0.0, kSeconds, {}, {}};
    check_value(name + ".duration", duration, event.duration);
    for (std::size_t i = 0; i < row.parameters.size(); ++i) {
        const Value value = i < event.values.size() ? event.values[i] : Value{};
        check_value(fmt::format("{}.{}", name, row.parameters[i].key), row.parameters[i], value);
    }
}

void check(const Timeline& timeline) {
    for (const Event& event : timeline.events) check(event);
}

}  // namespace signals
