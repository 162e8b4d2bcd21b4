#include "signals/scenario/phrases.h"

#include "signals/scenario/fault.h"
#include "signals/scenario/fault_fields.h"
#include "signals/timeline/kinds.h"

namespace signals {
namespace {

using Texts = std::vector<const char*>;

void add_unit(const Allowed& allowed, Texts& out) {
    if (*allowed.unit != '\0') out.push_back(allowed.unit);
}

template <class Settings>
void add_units(Settings settings, Texts& out) {
    for (const ScenarioField& field : fields_of(settings)) add_unit(field.allowed, out);
}

// What an event is told to have is said with what it means.
void add_parameter(const Parameter& parameter, Texts& out) {
    add_unit(parameter.allowed, out);
    if (parameter.required) out.push_back(parameter.text.data());
}

}  // namespace

std::vector<const char*> scenario_texts() {
    Texts out = texts_of(kScenario);
    for (const FaultKind& kind : fault_kinds()) {
        out.push_back(kind.summary);
        Fault fault = kind.defaults;
        fault.kind = kind.name;
        add_units(fault, out);
    }
    add_units(MeterSettings{}, out);
    add_units(Installation{}, out);
    add_units(Harmonic{}, out);
    add_units(FrontEndSettings{}, out);
    for (const Parameter& parameter : common_parameters()) add_parameter(parameter, out);
    for (const KindRow& row : kinds())
        for (const Parameter& parameter : row.parameters) add_parameter(parameter, out);
    return out;
}

}  // namespace signals
