#include "app/cli/capture_report.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace cli {
namespace {

using nlohmann::ordered_json;
using signals::AnalogChannel;
using signals::Recording;

std::string stamp_text(const std::optional<signals::CaptureStamp>& s) {
    if (!s) return "unknown";
    return fmt::format("{:04}-{:02}-{:02} {:02}:{:02}:{:09.6f}", s->year, s->month, s->day, s->hour,
                       s->minute, s->second);
}

const char* side_text(signals::TransformerSide side) {
    constexpr const char* kNames[] = {"-", "P", "S"};
    return kNames[static_cast<std::size_t>(side)];
}

ordered_json number_json(double x) {
    return std::isfinite(x) ? ordered_json(x) : ordered_json(nullptr);
}

ordered_json analog_json(const CaptureReport& report, std::size_t i) {
    const AnalogChannel& c = report.recording.analog[i];
    ordered_json out = {{"position", c.position},
                        {"name", c.name},
                        {"phase", c.phase},
                        {"circuit", c.circuit},
                        {"unit", c.unit},
                        {"multiplier", number_json(c.multiplier)},
                        {"offset", number_json(c.offset)},
                        {"skew_us", c.skew * 1e6},
                        {"primary", c.primary},
                        {"secondary", c.secondary},
                        {"side", side_text(c.side)}};
    if (report.statistics.empty()) return out;
    const signals::ChannelStatistics& s = report.statistics[i];
    out["rms"] = number_json(s.rms);
    out["mean"] = number_json(s.mean);
    out["least"] = number_json(s.least);
    out["most"] = number_json(s.most);
    out["missing"] = s.missing;
    return out;
}

ordered_json mapping_json(const CaptureReport& report) {
    if (!report.mapping) return nullptr;
    ordered_json out = ordered_json::object();
    for (std::size_t i = 0; i < signals::kTerminalNames.size(); ++i) {
        const signals::MappedChannel& mapped =
            i < 3 ? report.mapping->voltage[i] : report.mapping->current[i - 3];
        const AnalogChannel& channel = report.recording.analog[mapped.index];
        out[signals::kTerminalNames[i]] = {
            {"position", channel.position}, {"name", channel.name}, {"scale", mapped.scale}};
    }
    return out;
}

std::string rates_text(const Recording& r) {
    if (r.time_from_stamps) return "time from the stamps of the rows";
    std::string out;
    for (const signals::SamplingRate& rate : r.rates) {
        out += fmt::format("{}{:.10g} Hz", out.empty() ? "" : ", ", rate.hertz);
        if (r.rates.size() > 1) out += fmt::format(" to row {}", std::min(rate.end_row, r.rows));
    }
    return out;
}

std::string channels_text(const CaptureReport& report) {
    if (report.recording.analog.empty()) return {};
    std::string out =
        fmt::format("{:>4} {:<24} {:<5} {:<6} {:<2} {:>13} {:>13} {:>13} {:>13} {:>8}\n", "",
                    "analog", "phase", "unit", "", "rms", "mean", "least", "most", "missing");
    for (std::size_t i = 0; i < report.recording.analog.size(); ++i) {
        const AnalogChannel& c = report.recording.analog[i];
        fmt::format_to(std::back_inserter(out), "{:>4} {:<24} {:<5} {:<6} {:<2}", c.position,
                       c.name, c.phase, c.unit, side_text(c.side));
        if (!report.statistics.empty()) {
            const signals::ChannelStatistics& s = report.statistics[i];
            fmt::format_to(std::back_inserter(out),
                           " {:>13.6g} {:>13.6g} {:>13.6g} {:>13.6g} {:>8}", s.rms, s.mean, s.least,
                           s.most, s.missing);
        }
        out += '\n';
    }
    return out + '\n';
}

std::string list(const char* title, const std::vector<std::string>& lines) {
    if (lines.empty()) return {};
    return fmt::format("{}\n  {}\n\n", title, fmt::join(lines, "\n  "));
}

std::vector<std::string> warnings_of(const Recording& r) {
    std::vector<std::string> out;
    for (const auto& warning : r.warnings) out.push_back(to_string(warning));
    return out;
}

}  // namespace

ordered_json capture_json(const CaptureReport& report) {
    const Recording& r = report.recording;
    ordered_json rates = ordered_json::array();
    for (const signals::SamplingRate& rate : r.rates) {
        rates.push_back({{"hz", rate.hertz}, {"rows", std::min(rate.end_row, r.rows)}});
    }
    ordered_json analog = ordered_json::array();
    for (std::size_t i = 0; i < r.analog.size(); ++i) analog.push_back(analog_json(report, i));
    ordered_json status = ordered_json::array();
    for (const signals::StatusChannel& c : r.status) {
        status.push_back({{"position", c.position}, {"name", c.name}, {"normal", c.normal}});
    }
    std::vector<std::string> explanation;
    if (report.mapping) explanation = report.mapping->explanation;
    if (!report.no_mapping.empty()) explanation.push_back(report.no_mapping);
    return {{"file", r.file},
            {"station", r.station},
            {"device", r.device},
            {"revision", r.revision},
            {"format", to_string(r.format)},
            {"line_frequency_hz", r.line_frequency},
            {"rates", rates},
            {"rows", r.rows},
            {"seconds", r.seconds},
            {"time_from_stamps", r.time_from_stamps},
            {"start", r.start ? ordered_json(stamp_text(r.start)) : ordered_json(nullptr)},
            {"trigger", r.trigger ? ordered_json(stamp_text(r.trigger)) : ordered_json(nullptr)},
            {"analog", analog},
            {"status", status},
            {"mapping", mapping_json(report)},
            {"explanation", explanation},
            {"warnings", warnings_of(r)}};
}

std::string capture_text(const CaptureReport& report) {
    const Recording& r = report.recording;
    std::string out = fmt::format("{}: {}", r.file, to_string(r.format));
    if (r.revision > 0) out += fmt::format(", COMTRADE {}", r.revision);
    if (!r.station.empty()) out += fmt::format(", station '{}', device '{}'", r.station, r.device);
    out += fmt::format("\n{} rows, {:.9g} s from the first to the last: {}", r.rows, r.seconds,
                       rates_text(r));
    if (r.line_frequency > 0.0) out += fmt::format("; line frequency {:g} Hz", r.line_frequency);
    if (r.start || r.trigger) {
        out += fmt::format("\nstart {}, trigger {}", stamp_text(r.start), stamp_text(r.trigger));
    }
    out += fmt::format("\n{} analog and {} status channels\n\n", r.analog.size(), r.status.size());
    out += channels_text(report);
    out += list("Warnings", warnings_of(r));
    if (report.mapping) out += list("At the meter's terminals", report.mapping->explanation);
    if (!report.no_mapping.empty()) out += list("At the meter's terminals", {report.no_mapping});
    return out;
}

}  // namespace cli
