// A scenario file: either an error in one line that names the place, or a scenario that survives
// being written and read again.
#include <string>

#include "signals/scenario/scenario_file.h"
#include "tests/fuzz/harness.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    try {
        const auto scenario = signals::parse_scenario(fuzz::text(input.rest()), "s.toml");
        const auto again = signals::parse_scenario(signals::to_toml(scenario), "s.toml");
        fuzz::require(again == scenario, "what is written reads back the same");
    } catch (const signals::ScenarioError& error) {
        const std::string what = error.what();
        fuzz::require(what.starts_with("s.toml:"), "an error names its file");
        fuzz::require(what.find('\n') == std::string::npos, "an error is one line");
    }
    return 0;
}
