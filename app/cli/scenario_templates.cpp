#include "app/cli/scenario_templates.h"

#include <fmt/format.h>

#include <array>
#include <stdexcept>

namespace cli {
namespace {

constexpr std::string_view kBlank = R"(# What this scenario is, and what it teaches.
title = "A scenario"
teaches = "A sentence."

[meter]
system_type = 40        # 10 11 12 31 40
ct_primary = 400        # A
system_voltage = 480    # V
pt_ratio = 1.0

[installation]
frequency = 60.0        # Hz
voltage = 277.0         # V rms, L-N at the meter; or [a, b, c]
current = 120.0         # A rms
angle = 30.0            # degrees, current lags its voltage

# What happens, one [[event]] each. Kinds and keys: metertwin-cli scenario reference
[[event]]
kind = "step"
at = "10s"
current = 200.0

# What the meter must show. Registers: metertwin-cli map
[[expect]]
at = 20
register = "f_i_a"
value = 200.0
percent = 0.2
)";

constexpr std::string_view kSag = R"(title = "A voltage sag"
teaches = "A short sag barely moves a one second reading."

[installation]
voltage = 277.0

[[event]]
kind = "sag"
at = 10
duration = 0.2          # s
phase = "A"
remaining = 40          # % of the voltage is left
every = 30              # once more every half minute
count = 3

[[expect]]
at = 25
register = "f_v_an"
value = 277.0
)";

constexpr std::string_view kProfile = R"(title = "A day"
teaches = "Energy is the integral of a load profile."

[installation]
voltage = 277.0

# time,kw,kvar with a row for each quarter of an hour; the path counts from this file.
[[profile]]
file = "day.csv"
linear = true           # straight lines between the rows
repeat = true           # every day the same
)";

constexpr std::string_view kMotor = R"(title = "A motor starts"
teaches = "Six times the current at a poor power factor, for seconds."

[installation]
voltage = 277.0
current = 50.0

[[event]]
kind = "motor_start"
at = 10
current = 80.0          # A when it runs
multiple = 6
start_angle = 75        # degrees at first
angle = 30              # and at the end
decay = 2               # s
)";

constexpr std::string_view kWiring = R"(title = "Wrongly wired"
teaches = "A reversed CT takes a third of the energy away, and more."

# Until it is found:
[wiring]
reverse_ct = "A"        # also swap_ct, swap_voltage, open_ct, open_voltage, open_neutral

[transformers]
pt_ratio_error = [0.5, 0, 0]    # %

[installation]
voltage = 277.0
)";

constexpr std::string_view kRandom = R"(title = "A restless feeder"
teaches = "The same seed gives the same events, on every machine."
seed = 7

[installation]
voltage = 277.0

[[event]]
kind = "sag"
rate_per_hour = 20
until = "8h"
duration = { uniform = [0.05, 1.0] }
remaining = { normal = [70, 15] }
)";

constexpr std::array<Template, 6> kTemplates{{
    {"blank", "a steady installation, one step, one expectation", kBlank},
    {"sag", "repeated voltage sags", kSag},
    {"load-profile", "a day from a CSV file", kProfile},
    {"motor", "a motor start", kMotor},
    {"wiring", "wrong wiring and transformer errors", kWiring},
    {"random", "random events with a seed", kRandom},
}};

}  // namespace

std::span<const Template> scenario_templates() { return kTemplates; }

const Template& find_template(const std::string& name) {
    std::string names;
    for (const Template& t : kTemplates) {
        if (t.name == name) return t;
        names += fmt::format("{}{}", names.empty() ? "" : ", ", t.name);
    }
    throw std::invalid_argument(fmt::format("no template '{}', allowed is {}", name, names));
}

}  // namespace cli
