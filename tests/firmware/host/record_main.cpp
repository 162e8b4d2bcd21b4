// Records what enters a meter during a run, and prints what the host's meter makes of it.
//
//   firmware-record SCENARIO.toml SECONDS LOG [SEED]
//
// The scenario is played for SECONDS (1..3600) with the keys, requests and power cuts of script.h;
// SEED chooses the walk of the keys. LOG is for the firmware image (event_log.h), which has to
// print the same lines.
#include <fmt/core.h>

#include <charconv>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <memory>
#include <span>
#include <stdexcept>
#include <string_view>

#include "app/bench/settings.h"
#include "signals/scenario/scenario_file.h"
#include "tests/firmware/host/log_writer.h"
#include "tests/firmware/host/recorder.h"
#include "tests/firmware/host/script.h"
#include "tests/firmware/player.h"

namespace {

class Terminal final : public firmware::Surroundings {
 public:
    void print(const char* line) override { fmt::print("{}\n", line); }
};

template <class T>
T number(std::string_view text, T low, T high, const char* name) {
    T value{};
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || rest != text.data() + text.size() || value < low || value > high)
        throw std::invalid_argument(
            fmt::format("{} is '{}', allowed is {} to {}", name, text, low, high));
    return value;
}

void record(std::span<char*> arguments) {
    if (arguments.size() < 3 || arguments.size() > 4)
        throw std::invalid_argument("usage: firmware-record SCENARIO.toml SECONDS LOG [SEED]");
    const signals::Scenario scenario = signals::read_scenario(arguments[0]);
    firmware::ScriptSettings settings;
    settings.seconds = number(arguments[1], 1, 3600, "SECONDS");
    if (arguments.size() == 4)
        settings.seed = number<std::uint64_t>(arguments[3], 0, UINT32_MAX, "SEED");
    settings.config = bench::config_of(scenario.meter);

    Terminal terminal;
    const auto player = std::make_unique<firmware::Player>(terminal);
    firmware::LogWriter log{arguments[2], *player};
    firmware::Recorder{scenario, firmware::make_script(settings), log, *player}.run();
    log.finish();
}

}  // namespace

int main(int argc, char** argv) {
    try {
        record(std::span(argv, static_cast<std::size_t>(argc)).subspan(1));
        return 0;
    } catch (const std::exception& error) {
        fmt::print(stderr, "firmware-record: {}\n", error.what());
        return 1;
    }
}
