#include "app/cli/poll_report.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>

#include "app/cli/register_value.h"
#include "app/poll/csv.h"

namespace cli {
namespace {

using nlohmann::ordered_json;

ordered_json to_json(const polling::Series& series) {
    return {{"count", series.count()},
            {"min", series.smallest()},
            {"mean", series.mean()},
            {"max", series.largest()},
            {"deviation", series.deviation()}};
}

std::string to_text(const polling::Series& s) {
    return fmt::format("{:.2f} min, {:.2f} mean, {:.2f} max, {:.2f} deviation", s.smallest(),
                       s.mean(), s.largest(), s.deviation());
}

}  // namespace

std::string to_table(const polling::Sweep& sweep) {
    std::string out =
        fmt::format("{:>8}  {:<26}{:>16} {:<9}{}\n", "register", "name", "value", "unit", "words");
    for (const polling::Reading& reading : sweep.readings)
        fmt::format_to(std::back_inserter(out), "{:>8}  {:<26}{:>16} {:<9}{}\n",
                       reading.row->number, reading.row->name, polling::text_of(reading),
                       reading.valid() ? polling::unit_of(*reading.row) : "",
                       polling::raw_text(reading));
    return out;
}

ordered_json to_json(const polling::Sweep& sweep) {
    ordered_json registers = ordered_json::object(), errors = ordered_json::array();
    for (const polling::Reading& reading : sweep.readings)
        if (reading.read) registers[reading.row->name] = json_value(*reading.row, reading.value());
    for (const signals::Sentence& error : sweep.errors) errors.push_back(error.in_english());
    return {{"time", polling::iso_time(sweep.started)},
            {"took_ms", sweep.took_ms},
            {"registers", registers},
            {"errors", errors}};
}

std::string to_text(const polling::Statistics& s) {
    std::string out = fmt::format(
        "{} polls, {} deadlines missed; {} requests, {} answers, {} "
        "retries, {} registers\n",
        s.polls, s.missed, s.requests, s.answers, s.retries, s.registers);
    if (s.round_trip_ms.count() > 0)
        out += fmt::format("round trip ms: {}\n", to_text(s.round_trip_ms));
    if (s.period_ms.count() > 0) out += fmt::format("period ms: {}\n", to_text(s.period_ms));
    for (std::size_t i = 0; i < s.failures.size(); ++i)
        if (s.failures.at(i) > 0)
            out += fmt::format("failed: {} times {}\n", s.failures.at(i),
                               polling::name_of(static_cast<polling::Trouble>(i)));
    return out;
}

ordered_json to_json(const polling::Statistics& s) {
    ordered_json failures = ordered_json::object();
    for (std::size_t i = 0; i < s.failures.size(); ++i)
        failures[polling::name_of(static_cast<polling::Trouble>(i))] = s.failures.at(i);
    return {{"polls", s.polls},
            {"missed", s.missed},
            {"requests", s.requests},
            {"answers", s.answers},
            {"retries", s.retries},
            {"registers", s.registers},
            {"failures", failures},
            {"round_trip_ms", to_json(s.round_trip_ms)},
            {"period_ms", to_json(s.period_ms)}};
}

std::string to_text(const polling::ReportId& id) {
    return fmt::format("slave id            {}, {}\nname                {}\n", id.id,
                       id.running ? "operating system running" : "reset system running", id.text);
}

std::string to_text(const polling::DeviceIdentification& identification) {
    std::string out;
    for (const auto& [object, text] : identification.objects)
        fmt::format_to(std::back_inserter(out), "{:<20}{}\n", polling::object_name(object), text);
    return out;
}

ordered_json to_json(const polling::ReportId& id) {
    return {{"id", id.id}, {"running", id.running}, {"text", id.text}};
}

ordered_json to_json(const polling::DeviceIdentification& identification) {
    ordered_json objects = ordered_json::object();
    for (const auto& [object, text] : identification.objects)
        objects[polling::object_name(object)] = text;
    return {{"conformity", identification.conformity}, {"objects", objects}};
}

}  // namespace cli
