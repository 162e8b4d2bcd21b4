#include <fmt/format.h>

#include "signals/scenario/check.h"
#include "signals/scenario/fault_fields.h"
#include "signals/scenario/fields.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/timeline_writer.h"

namespace signals {

namespace {

std::string toml_value(const Target& target) {
    const auto visit = []<class T>(const T* value) -> std::string {
        if constexpr (std::is_arithmetic_v<T>) {
            return fmt::format("{}", *value);
        } else {
            return fmt::format("[{}]", fmt::join(*value, ", "));
        }
    };
    return std::visit(visit, target);
}

template <class Settings>
std::string toml_fields(Settings settings) {
    std::string out;
    for (const ScenarioField& field : fields_of(settings)) {
        out += fmt::format("{} = {}", field.key, toml_value(field.target));
        if (*field.allowed.unit != '\0') out += fmt::format("  # {}", field.allowed.unit);
        out += '\n';
    }
    return out;
}

template <class Settings>
std::string toml_table(const char* header, const Settings& settings) {
    return fmt::format("{}\n{}", header, toml_fields(settings));
}

}  // namespace

std::string to_toml(const Scenario& scenario) {
    check(scenario);
    std::string out = head_toml(scenario) + toml_table("[meter]", scenario.meter);
    out += '\n' + toml_table("[installation]", scenario.installation);
    for (const Harmonic& harmonic : scenario.installation.harmonics) {
        out += '\n' + toml_table("[[installation.harmonic]]", harmonic);
        if (harmonic.phases != kAllPhases)
            out += fmt::format("phase = \"{}\"\n", letters(harmonic.phases));
    }
    out += '\n' + toml_table("[front_end]", scenario.front_end);
    for (const Fault& fault : scenario.faults) {
        out += fmt::format("\n[[fault]]\nkind = \"{}\"\n", fault.kind);
        if (const std::string registers = registers_text(fault); !registers.empty())
            out += fmt::format("registers = \"{}\"\n", registers);
        out += toml_fields(fault);
    }
    return out + timeline_toml(scenario);
}

}  // namespace signals
