// Every key of a scenario file, one row each: name, where the value goes, what is allowed.
//
// Reading, writing, checking and error texts all walk these rows.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "signals/scenario/scenario.h"
#include "signals/scenario/sentence.h"
#include "signals/scenario/words.h"

namespace signals {

// Inclusive.
struct Allowed {
    double low = 0.0;
    double high = 0.0;
    const char* unit = "";          // "V", or ""
    std::span<const int> one_of{};  // when not empty, only these
};

// An array may be written as one number, which then holds for all of its elements.
using Target = std::variant<int*, double*, bool*, std::uint64_t*, std::array<double, 3>*,
                            std::array<double, 7>*>;

// Whole numbers that a double, and so a JSON reader, holds exactly.
inline constexpr Allowed kSeed{0.0, 9'007'199'254'740'991.0, ""};

struct ScenarioField {
    std::string_view key;
    Target target;
    Allowed allowed{};
};

std::vector<ScenarioField> fields_of(MeterSettings& meter);
std::vector<ScenarioField> fields_of(Installation& installation);  // without its harmonics
std::vector<ScenarioField> fields_of(Harmonic& harmonic);
std::vector<ScenarioField> fields_of(FrontEndSettings& front_end);

bool is_allowed(const Allowed& allowed, double value);
// "10 to 400 Hz", "10, 11, 12, 31 or 40"
std::string describe(const Allowed& allowed, Words words = english);
Sentence sentence_of(const Allowed& allowed);  // the same
// Shortest text that reads back to the same double.
std::string number_text(double value);

}  // namespace signals
