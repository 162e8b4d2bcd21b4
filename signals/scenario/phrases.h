// THE table of what is said about faults and values as a person sets them, {fmt}'s places in it.
// Its name as a context of translations is "Scenario" (words.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/scenario/say.h"

namespace signals {

inline constexpr const char* kScenarioContext = "Scenario";

enum class Phrase : std::uint8_t {
    fault,
    not_allowed,
    true_or_false,
    out_of_range,
    no_phase,
    order_twice,
    range,
    range_of_units,
    or_last,
    unknown_key,
    suggested_key,
    no_value,
    unknown_kind,
    suggested_kind,
    registers,
    until_before_from,
    period_without_until,
    period_too_short,
    fault_form,
    where,
    where_keys,
    when,
    when_keys,
};
inline constexpr std::size_t kPhrases = 23;

[[nodiscard]] const char* text_of(Phrase phrase);
// All of the above, what faults do (fault.h), and the units of what is set: for translators.
[[nodiscard]] std::vector<const char*> scenario_texts();

template <class... Args>
std::string say(Words words, Phrase phrase, const Args&... args) {
    return say(words, kScenarioContext, text_of(phrase), args...);
}

}  // namespace signals
