#include "app/cli/line_options.h"

#include <fmt/format.h>

#include <chrono>
#include <cstdio>
#include <fstream>
#include <stdexcept>

#include "app/cli/checked_by.h"
#include "app/line/report_text.h"
#include "signals/scenario/fault_text.h"

namespace cli {
namespace {

// Anywhere between two runs of the program: nothing keeps the line clock but the run itself.
std::int64_t unix_now() {
    return std::chrono::duration_cast<std::chrono::seconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

signals::Fault parse_fault(const std::string& text) { return signals::parse_fault(text); }

line::LogDecoder::ScalesOf scales_of(std::vector<const bench::Rig*> meters) {
    return [meters = std::move(meters)](std::uint8_t address) -> std::optional<meter::Derived> {
        for (const bench::Rig* rig : meters) {
            const meter::Points& points = rig->meter().points();
            if (points.config.line.address == address || (meters.size() == 1 && address % 255 == 0))
                return points.derived;
        }
        return std::nullopt;
    };
}

}  // namespace

void add_line_options(CLI::App& app, LineOptions& options) {
    app.add_option("--fault", options.faults,
                   "something that goes wrong on the line, KIND[:KEY=VALUE,...], as below; may be "
                   "given several times")
        ->check(checked_by(parse_fault, "FAULT"))
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    app.add_option("--log", options.logs,
                   "write every frame on the line to FILE.csv or FILE.pcapng as it passes; may be "
                   "given for both. RTU frames of a pcapng: tshark -o mbrtu.udp.port:503 -r FILE")
        ->check(checked_by(parse_log_path, "FILE"))
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    app.add_option("--log-filter", options.filter,
                   "which frames --log writes, terms with blanks between them: address=3 "
                   "function=3,4 register=257-300 register=f_kw_total client=TEXT errors "
                   "error=bad_crc direction=request framing=mbap from=1.5 until=3 text=WORD; "
                   "!TERM turns one round")
        ->check(checked_by([](const std::string& text) { line::LogFilter{text}; }, "FILTER"));
    app.add_option("--poll-report", options.report,
                   "when the run ends, tell how the line was polled: periods, round trips, "
                   "retries, what was never read, and what the master might do better. To FILE "
                   "(JSON when it ends in .json), else to standard output")
        ->expected(0, 1)
        ->default_str("-");
    app.footer(app.get_footer() + "\n\nFaults (--fault, and [[fault]] tables of a scenario):\n" +
               signals::describe_faults());
}

LineWatch::LineWatch(const LineOptions& options, const std::vector<signals::Fault>& faults,
                     bench::Runner& runner, const std::vector<const bench::Rig*>& meters)
    : faults_(std::make_shared<line::SharedFaults>()),
      report_(meters.front()->meter().points().config.line),
      report_path_(options.report) {
    for (const signals::Fault& fault : faults) faults_->add(fault);
    for (const std::string& fault : options.faults) faults_->add(signals::parse_fault(fault));
    if (!faults_->rules().empty()) runner.set_answer_filter(faults_);
    if (options.logs.empty() && report_path_.empty()) return;
    log_ = std::make_shared<line::LineLog>(line::LogDecoder(scales_of(meters)), 0);
    open_logs(options);
    if (!report_path_.empty()) log_->tell(report_);
    runner.add_tap(log_);
}

void LineWatch::open_logs(const LineOptions& options) {
    for (const std::string& path : options.logs) {
        files_.push_back(make_log_file(path, unix_now()));
        filters_.push_back(std::make_unique<line::FilteredSink>(line::LogFilter(options.filter),
                                                                files_.back()->sink()));
        log_->tell(*filters_.back());
    }
}

void LineWatch::finish() {
    for (const line::ActiveFault& rule : faults_->rules())
        fmt::print(stderr, "{}\n", line::to_text(rule));
    for (const auto& file : files_) file->close();
    if (!report_path_.empty()) write_report(report_.result(), report_path_);
}

void write_report(const line::Report& report, const std::string& path) {
    const std::string text =
        path.ends_with(".json") ? line::to_json(report) : line::to_text(report);
    if (path == "-") {
        fmt::print("{}", text);
        return;
    }
    std::ofstream out(path);
    out << text << std::flush;
    if (!out) throw std::runtime_error(fmt::format("cannot write {}", path));
}

}  // namespace cli
