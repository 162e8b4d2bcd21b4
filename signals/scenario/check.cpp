#include "signals/scenario/check.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

#include "signals/scenario/fault_fields.h"
#include "signals/scenario/fields.h"
#include "signals/scenario/phrases.h"
#include "signals/timeline/check_event.h"

namespace signals {

namespace {

void check_number(const std::string& name, const Allowed& allowed, double value, Words words) {
    if (is_allowed(allowed, value)) return;
    throw std::invalid_argument(
        say(words, Phrase::out_of_range, name, value, describe(allowed, words)));
}

void check_field(const std::string& prefix, const ScenarioField& field, Words words) {
    const std::string name = fmt::format("{}.{}", prefix, field.key);
    const auto visit = [&]<class T>(const T* value) {
        if constexpr (std::is_same_v<T, bool>) {
            return;
        } else if constexpr (std::is_arithmetic_v<T>) {
            check_number(name, field.allowed, static_cast<double>(*value), words);
        } else {
            for (std::size_t i = 0; i < value->size(); ++i) {
                check_number(fmt::format("{}[{}]", name, i), field.allowed, (*value)[i], words);
            }
        }
    };
    std::visit(visit, field.target);
}

template <class Settings>
void check_fields(const std::string& prefix, Settings settings, Words words = english) {
    for (const ScenarioField& field : fields_of(settings)) check_field(prefix, field, words);
}

}  // namespace

void check(const MeterSettings& meter) { check_fields("meter", meter); }

void check(const Installation& installation, Words words) {
    check_fields("installation", installation, words);
    std::array<Phases, kMaxHarmonics + 2> seen{};
    for (const Harmonic& harmonic : installation.harmonics) {
        check_fields("installation.harmonic", harmonic, words);
        const auto order = static_cast<std::size_t>(harmonic.order);
        if (harmonic.phases == 0 || harmonic.phases > kAllPhases)
            throw std::invalid_argument(say(words, Phrase::no_phase));
        if ((seen[order] & harmonic.phases) != 0)
            throw std::invalid_argument(say(words, Phrase::order_twice, order));
        seen[order] = static_cast<Phases>(seen[order] | harmonic.phases);
    }
}

void check(const FrontEndSettings& front_end) { check_fields("front_end", front_end); }

void check(const Fault& fault) {
    if (find_fault_kind(fault.kind) == nullptr) (void)fault_of_kind(fault.kind);
    check_fields("fault", fault);
    if (const FaultProblem problem = find_problem(fault); !problem.what.empty())
        throw std::invalid_argument("fault." + problem.what);
}

void check(const Scenario& scenario) {
    check(scenario.meter);
    check(scenario.installation);
    check(scenario.front_end);
    check(scenario.timeline);
    for (const Fault& fault : scenario.faults) check(fault);
}

}  // namespace signals
