#include "app/cli/bus_options.h"

#include <fmt/core.h>

#include <charconv>
#include <stdexcept>

#include "app/cli/checked_by.h"

namespace cli {
namespace {

constexpr int kLastAddress = 247;

// Every error of the front end off. What is left is the meter's own arithmetic and that a converter
// counts in whole steps: without them it would have to dither, which is noise again (front_end.h).
signals::FrontEndSettings ideal_front_end() {
    signals::FrontEndSettings front_end;
    front_end.noise = false;
    return front_end;
}

std::vector<signals::BusMeter> named_meters(const std::vector<std::string>& names) {
    std::vector<signals::BusMeter> meters;
    int next = 1;
    for (const std::string& name : names) {
        const MeterName named = parse_meter_name(name, next);
        signals::BusMeter meter;
        meter.address = named.address;
        if (!named.scenario.empty()) meter.scenario = signals::read_scenario(named.scenario);
        meters.push_back(std::move(meter));
        next = named.address + 1;
    }
    return meters;
}

std::vector<signals::BusMeter> chosen_meters(const BusOptions& options) {
    if (!options.bus.empty()) return signals::read_bus(options.bus);
    if (!options.meters.empty()) return named_meters(options.meters);
    signals::BusMeter meter;
    if (!options.scenario.empty()) meter.scenario = signals::read_scenario(options.scenario);
    return {meter};
}

// kind="sag",at=5,remaining=40: an inline table's content.
std::vector<signals::Event> events_of(const std::vector<std::string>& texts) {
    std::vector<signals::Event> events;
    for (const std::string& text : texts)
        events.push_back(signals::parse_event("{" + text + "}", "--event " + text));
    return events;
}

void set_line(bench::Rig& rig, const signals::BusMeter& meter) {
    meter::Config config = rig.meter().points().config;
    config.line.address = static_cast<std::uint8_t>(meter.address);
    config.line.baud = static_cast<std::uint32_t>(meter.baud);
    config.line.parity = static_cast<meter::Parity>(meter.parity);
    if (config.line == rig.meter().points().config.line) return;
    if (rig.configure(config) != meter::ConfigError::none)
        throw std::invalid_argument(fmt::format(
            "a meter at address {} with {} bit/s is not allowed", meter.address, meter.baud));
}

MeterName check_meter_name(const std::string& text) { return parse_meter_name(text, 1); }

}  // namespace

void add_bus_options(CLI::App& app, BusOptions& options) {
    auto* scenario =
        app.add_option("--scenario", options.scenario, "meter and installation, a TOML file");
    auto* bus = app.add_option("--bus", options.bus,
                               "up to 63 meters on one line, a TOML file (resources/buses)")
                    ->excludes(scenario);
    app.add_option("--meter", options.meters,
                   "a meter of the line, SCENARIO[@ADDRESS] or @ADDRESS; may be given up to 63 "
                   "times. Without @ADDRESS it has the one after the meter before")
        ->check(checked_by(check_meter_name, "METER"))
        ->excludes(scenario)
        ->excludes(bus);
    app.add_option("--seed", options.seed,
                   "of the noise and of random events; counted up from meter to meter");
    app.add_option("--event", options.events,
                   "one more event, at every meter, as in a scenario's [[event]] with commas "
                   "between its keys: kind=\"sag\",at=5,duration=0.2,remaining=40. May be given "
                   "several times")
        ->allow_extra_args(false);
    app.add_flag("--ideal", options.ideal, "switch every error of the analog front end off");
}

MeterName parse_meter_name(const std::string& text, int next) {
    const std::size_t at = text.rfind('@');
    MeterName name{text.substr(0, at), next};
    const std::string digits = at == std::string::npos ? "" : text.substr(at + 1);
    if (at != std::string::npos) {
        const char* end = digits.data() + digits.size();
        const auto [stopped, error] = std::from_chars(digits.data(), end, name.address);
        if (error != std::errc{} || stopped != end) name.address = 0;
    }
    if (text.empty() || name.address < 1 || name.address > kLastAddress)
        throw std::invalid_argument(fmt::format(
            "meter \"{}\" is not allowed; write SCENARIO, SCENARIO@ADDRESS or @ADDRESS, "
            "addresses 1 to {}",
            text, kLastAddress));
    return name;
}

std::vector<signals::BusMeter> meters_of(const BusOptions& options) {
    std::vector<signals::BusMeter> meters = chosen_meters(options);
    const std::vector<signals::Event> events = events_of(options.events);
    std::uint64_t seed = options.seed.value_or(0);
    for (signals::BusMeter& meter : meters) {
        if (options.ideal) meter.scenario.front_end = ideal_front_end();
        if (options.seed) meter.scenario.front_end.seed = meter.scenario.timeline.seed = seed++;
        for (const signals::Event& event : events) meter.scenario.timeline.events.push_back(event);
    }
    return meters;
}

std::vector<std::unique_ptr<bench::Rig>> rigs_of(const std::vector<signals::BusMeter>& meters) {
    std::vector<std::unique_ptr<bench::Rig>> rigs;
    for (const signals::BusMeter& meter : meters) {
        rigs.push_back(std::make_unique<bench::Rig>(meter.scenario));
        set_line(*rigs.back(), meter);
    }
    return rigs;
}

}  // namespace cli
