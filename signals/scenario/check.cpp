#include "signals/scenario/check.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "signals/scenario/fault_fields.h"
#include "signals/scenario/fields.h"
#include "signals/scenario/phrases.h"
#include "signals/scenario/worded_error.h"
#include "signals/timeline/check_event.h"

namespace signals {

namespace {

using Problem = WordedError<std::invalid_argument>;

void check_number(const std::string& name, const Allowed& allowed, double value) {
    if (is_allowed(allowed, value)) return;
    throw Problem(Sentence::of(kScenario.out_of_range, name, value, sentence_of(allowed)));
}

void check_field(const std::string& prefix, const ScenarioField& field) {
    const std::string name = fmt::format("{}.{}", prefix, field.key);
    const auto visit = [&]<class T>(const T* value) {
        if constexpr (std::is_same_v<T, bool>) {
            return;
        } else if constexpr (std::is_arithmetic_v<T>) {
            check_number(name, field.allowed, static_cast<double>(*value));
        } else {
            for (std::size_t i = 0; i < value->size(); ++i) {
                check_number(fmt::format("{}[{}]", name, i), field.allowed, (*value)[i]);
            }
        }
    };
    std::visit(visit, field.target);
}

template <class Settings>
void check_fields(const std::string& prefix, Settings settings) {
    for (const ScenarioField& field : fields_of(settings)) check_field(prefix, field);
}

}  // namespace

void check(const MeterSettings& meter) { check_fields("meter", meter); }

void check(const Installation& installation) {
    check_fields("installation", installation);
    std::array<Phases, kMaxHarmonics + 2> seen{};
    for (const Harmonic& harmonic : installation.harmonics) {
        check_fields("installation.harmonic", harmonic);
        const auto order = static_cast<std::size_t>(harmonic.order);
        if (harmonic.phases == 0 || harmonic.phases > kAllPhases)
            throw Problem(Sentence::of(kScenario.no_phase));
        if ((seen[order] & harmonic.phases) != 0)
            throw Problem(Sentence::of(kScenario.order_twice, order));
        seen[order] = static_cast<Phases>(seen[order] | harmonic.phases);
    }
}

void check(const FrontEndSettings& front_end) { check_fields("front_end", front_end); }

void check(const Fault& fault) {
    if (find_fault_kind(fault.kind) == nullptr) (void)fault_of_kind(fault.kind);
    check_fields("fault", fault);
    if (const auto problem = find_problem(fault))
        throw Problem(Sentence::after("fault.", problem->what));
}

void check(const Scenario& scenario) {
    check(scenario.meter);
    check(scenario.installation);
    check(scenario.front_end);
    check(scenario.timeline);
    for (const Fault& fault : scenario.faults) check(fault);
}

}  // namespace signals
