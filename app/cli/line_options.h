// What `run` can do to the line and see of it: --fault, --log, --log-filter, --poll-report.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "app/bench/runner.h"
#include "app/cli/log_file.h"
#include "app/line/log.h"
#include "app/line/report.h"
#include "app/line/shared_faults.h"
#include "signals/scenario/fault.h"

namespace cli {

struct LineOptions {
    std::vector<std::string> faults;
    std::vector<std::string> logs;
    std::string filter;
    std::string report;  // "-" is standard output; empty: none
};

void add_line_options(CLI::App& app, LineOptions& options);

// The faults and the listeners of one run.
class LineWatch {
 public:
    // `faults` of the scenario come before those of the options. `meters` are the runner's own, for
    // their scale factors; they and the runner must outlive this. Files are made here.
    // Throws as make_log_file().
    LineWatch(const LineOptions& options, const std::vector<signals::Fault>& faults,
              bench::Runner& runner, const std::vector<const bench::Rig*>& meters);

    // The runner has stopped: writes the report, closes the files, tells on stderr what the faults
    // have done. Throws std::runtime_error when something could not be written.
    void finish();

    // Of the scenario and the options; more can be added while it runs.
    [[nodiscard]] const std::shared_ptr<line::SharedFaults>& faults() const { return faults_; }

 private:
    void open_logs(const LineOptions& options);

    std::shared_ptr<line::SharedFaults> faults_;
    std::shared_ptr<line::LineLog> log_;
    line::PollReport report_;
    std::string report_path_;
    std::vector<std::unique_ptr<LogFile>> files_;
    std::vector<std::unique_ptr<line::FilteredSink>> filters_;
};

// Writes a poll report to FILE: JSON when its name ends in .json, else text; "-" is standard
// output. Throws std::runtime_error.
void write_report(const line::Report& report, const std::string& path);

}  // namespace cli
