// The kinds of events, one row each: name, meaning, parameters. Reader, JSON schema, reference
// (docs/scenarios.md) and explanations are made from these rows.
#pragma once

#include <span>
#include <string_view>

#include "signals/scenario/fields.h"
#include "signals/timeline/event.h"

namespace signals {

enum class Shape : std::uint8_t {
    number,     // one number
    per_phase,  // one number or [a, b, c]
    choice,     // one of `choices`, kept as its index
    phases,     // "A", "BC", ... kept as a set
    pair,       // "AB", "BC" or "AC", kept as a set
    flag        // true or false
};

struct Parameter {
    std::string_view key;
    Shape shape = Shape::number;
    bool required = false;
    double preset = 0.0;  // when it is not given; of step and ramp: what is not given stays
    Allowed allowed{};
    std::string_view text;
    std::span<const std::string_view> choices{};
};

enum class Lasting : std::uint8_t {
    for_good,  // no duration: what it sets stays
    ramp,      // duration is how long the change takes; 0 is a step
    temporary  // duration is how long it lasts; 0 is until the end
};

struct KindRow {
    Kind kind;
    std::string_view name;
    Lasting lasting;
    std::string_view text;
    std::span<const Parameter> parameters;
};

std::span<const KindRow> kinds();
const KindRow& row_of(Kind kind);
// nullptr when there is none.
const KindRow* find_kind(std::string_view name);

// Position of a parameter; the key has to be one of the row's.
std::size_t index_of(const KindRow& row, std::string_view key);

// Keys that every event has, and what they mean.
inline constexpr Allowed kSeconds{0.0, 316'224'000.0, "s"};  // ten years
inline constexpr Allowed kRatePerHour{0.001, 36'000.0, "per hour"};
inline constexpr Allowed kRepeats{1, 100'000, ""};
std::span<const Parameter> common_parameters();

}  // namespace signals
