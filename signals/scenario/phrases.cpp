#include "signals/scenario/phrases.h"

#include <array>

#include "signals/scenario/fault.h"
#include "signals/scenario/fault_fields.h"

namespace signals {
namespace {

// By Phrase.
constexpr std::array<const char*, kPhrases> kTexts{
    "fault \"{}\": {}",
    "{} is '{}', allowed is {}",
    "true or false",
    "{} is {}, allowed is {}",
    "installation.harmonic.phase names no phase",
    "installation.harmonic.order is {} twice, allowed is once per order and phase",
    "{} to {}",
    "{} to {} {}",
    "{} or {}",
    "unknown key '{}' of {}, allowed is {}",
    "unknown key '{}' of {}, did you mean '{}'?, allowed is {}",
    "{} has no value, allowed is {}=VALUE",
    "unknown kind '{}', allowed is {}",
    "unknown kind '{}', did you mean '{}'?, allowed is {}",
    "registers is '{}', allowed is a number of the map like 257, or two like 257-262",
    "until is {} s, allowed is 0 or more than from, {} s",
    "period is {} s and there is no until, allowed is with one",
    "period is {} s, allowed is 0 or at least until - from, {} s",
    "KIND[:KEY=VALUE,...]",
    "where",
    "address=1..247, function=1..127, registers=N or N-M",
    "when",
    "from, until, period (s of line time), every=N, probability=P, seed=N, first=N",
};
static_assert(kTexts.back() != nullptr &&
              static_cast<std::size_t>(Phrase::when_keys) + 1 == kPhrases);

void add_units(const std::vector<ScenarioField>& fields, std::vector<const char*>& out) {
    for (const ScenarioField& field : fields)
        if (*field.allowed.unit != '\0') out.push_back(field.allowed.unit);
}

}  // namespace

const char* text_of(Phrase phrase) { return kTexts[static_cast<std::size_t>(phrase)]; }

std::vector<const char*> scenario_texts() {
    std::vector<const char*> out(kTexts.begin(), kTexts.end());
    for (const FaultKind& kind : fault_kinds()) {
        out.push_back(kind.summary);
        Fault fault = kind.defaults;
        fault.kind = kind.name;
        add_units(fields_of(fault), out);
    }
    Installation installation;
    Harmonic harmonic;
    add_units(fields_of(installation), out);
    add_units(fields_of(harmonic), out);
    return out;
}

}  // namespace signals
