#include "app/cli/log_command.h"

#include <fmt/format.h>

#include <cerrno>
#include <fstream>
#include <memory>
#include <string>
#include <system_error>
#include <vector>

#include "app/cli/checked_by.h"
#include "app/cli/line_options.h"
#include "app/cli/log_file.h"
#include "app/line/decode_text.h"
#include "app/line/log.h"
#include "app/line/log_pcapng_reader.h"
#include "app/line/report.h"

namespace cli {
namespace {

struct LogOptions {
    std::string file;
    std::string filter;
    std::vector<std::string> outputs;
    std::string report;
    int port = line::kTcpPort;
    std::uint32_t baud = 19'200;
    std::string parity = "none";
};

class LinePrinter final : public line::RecordSink {
 public:
    void add(const line::Record& record) override { fmt::print("{}\n", line::line_text(record)); }
};

meter::LineConfig line_of(const LogOptions& options) {
    meter::LineConfig line;
    line.baud = options.baud;
    line.parity = options.parity == "none"   ? meter::Parity::none
                  : options.parity == "even" ? meter::Parity::even
                                             : meter::Parity::odd;
    return line;
}

int run(const LogOptions& options) {
    std::ifstream in(options.file, std::ios::binary);
    if (!in)
        throw std::system_error(errno, std::generic_category(),
                                fmt::format("cannot read {}", options.file));
    std::vector<std::unique_ptr<LogFile>> files;
    std::vector<std::unique_ptr<line::FilteredSink>> sinks;
    const line::LogFilter filter(options.filter);
    LinePrinter printer;
    line::PollReport report(line_of(options));
    const auto listen = [&](line::RecordSink& sink) {
        sinks.push_back(std::make_unique<line::FilteredSink>(filter, sink));
    };
    for (const std::string& path : options.outputs) {
        files.push_back(make_log_file(path, 0));
        listen(files.back()->sink());
    }
    if (!options.report.empty()) listen(report);
    if (sinks.empty()) listen(printer);
    line::LineLog log(line::LogDecoder{}, 0);
    for (const auto& sink : sinks) log.tell(*sink);
    line::read_pcapng(
        in, options.file, [&log](const line::Traffic& traffic) { log.heard(traffic); },
        static_cast<std::uint16_t>(options.port));
    for (const auto& file : files) file->close();
    if (!options.report.empty()) write_report(report.result(), options.report);
    return kOk;
}

}  // namespace

Action prepare_log(CLI::App& app) {
    auto options = std::make_shared<LogOptions>();
    app.add_option("file", options->file,
                   "FILE.pcapng: of run --log, or a capture of Modbus/TCP taken on a network")
        ->required();
    app.add_option("--filter", options->filter,
                   "only these frames: terms as for run --log-filter, e.g. \"address=3 errors\"")
        ->check(checked_by([](const std::string& text) { line::LogFilter{text}; }, "FILTER"));
    app.add_option("--to", options->outputs,
                   "write them to FILE.csv or FILE.pcapng instead of printing them; may be given "
                   "for both")
        ->check(checked_by(parse_log_path, "FILE"))
        ->take_all()
        ->expected(1)
        ->allow_extra_args(false);
    app.add_option("--report", options->report,
                   "the poll report instead of the frames: to FILE (JSON when it ends in .json), "
                   "else to standard output")
        ->expected(0, 1)
        ->default_str("-");
    app.add_option("--port", options->port, "TCP port of Modbus in somebody else's capture")
        ->check(CLI::Range(1, 65'535))
        ->capture_default_str();
    app.add_option("--baud", options->baud,
                   "of the serial line, for the report's arithmetic of line time")
        ->check(CLI::IsMember({1'200, 2'400, 4'800, 9'600, 19'200, 38'400}))
        ->capture_default_str();
    app.add_option("--parity", options->parity, "likewise: none, even or odd")
        ->check(CLI::IsMember({"none", "even", "odd"}))
        ->capture_default_str();
    return [options] { return run(*options); };
}

}  // namespace cli
