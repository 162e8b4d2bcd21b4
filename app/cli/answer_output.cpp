#include "app/cli/answer_output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <stdexcept>

#include "app/analysis/report_html.h"
#include "app/analysis/report_json.h"
#include "app/analysis/report_text.h"
#include "app/cli/interrupt.h"

namespace cli {
namespace {

void write_file(const std::string& path, const std::string& text) {
    std::ofstream file(path, std::ios::binary);
    if (!file || !(file << text << std::flush))
        throw std::runtime_error(fmt::format("{}: cannot write: {}", path, std::strerror(errno)));
}

class CycleFile {
 public:
    explicit CycleFile(const std::string& path) : path_(path), file_(path, std::ios::binary) {
        put("begin_s,end_s,phase,urms_v,irms_a,p_w,q_var,s_va,pf\r\n");
    }
    void write(const signals::CycleValues& v) {
        const double apparent = v.voltage * v.current;
        put(fmt::format("{:.6f},{:.6f},{},{:.9g},{:.9g},{:.9g},{:.9g},{:.9g},", v.begin, v.end,
                        "ABC"[v.phase], v.voltage, v.current, v.real, v.reactive, apparent) +
            (apparent > 0.0 ? fmt::format("{:.6f}\r\n", v.real / apparent) : "\r\n"));
    }

 private:
    void put(const std::string& text) {
        if (!(file_ << text))
            throw std::runtime_error(
                fmt::format("{}: cannot write: {}", path_, std::strerror(errno)));
    }

    std::string path_;
    std::ofstream file_;
};

std::string sentences(const analysis::Answer& answer) {
    if (answer.differences.empty()) return {};
    return fmt::format("Differences\n  {}\n\n", fmt::join(answer.differences, "\n  "));
}

}  // namespace

void add_answer_options(CLI::App& app, AnswerOutput& output) {
    auto* json = app.add_flag("--json", output.json, "results as JSON");
    app.add_flag("--csv", output.csv, "reading windows as CSV: meter, truth, error")
        ->excludes(json);
    app.add_option("--html", output.html,
                   "write a report with tables and pictures there, one HTML file");
    app.add_option("--cycles", output.cycles,
                   "write every cycle of every phase there as CSV, refreshed each half cycle: "
                   "Urms(1/2), Irms, P, Q of the fundamental, S, PF");
    app.add_flag("--no-why", output.without_why,
                 "leave out why meter and truth differ: the chain is not computed again with each "
                 "cause of error off");
    app.add_option("--declared-voltage", output.declared,
                   "V rms L-N that sags, swells and interruptions are judged against. Default: the "
                   "installation's; of a record its own usual voltage over its first second")
        ->check(CLI::Range(0.1, 1e6));
}

analysis::AnswerOptions answer_options(const AnswerOutput& output) {
    analysis::AnswerOptions out{!output.without_why, output.declared, interrupted};
    if (!output.cycles.empty()) {
        out.cycle = [file = std::make_shared<CycleFile>(output.cycles)](
                        const signals::CycleValues& v) { file->write(v); };
    }
    return out;
}

std::string put(const AnswerOutput& output, const Results& results, const analysis::Answer& answer,
                const std::string& head, const nlohmann::ordered_json& extra) {
    if (!output.html.empty()) write_file(output.html, analysis::to_html(answer));
    if (output.csv) return analysis::to_csv(answer);
    if (output.json) {
        nlohmann::ordered_json out = to_json(results);
        if (!extra.is_null()) out.update(extra);
        out["answer"] = analysis::to_json(answer);
        return out.dump(2) + "\n";
    }
    return head + sentences(answer) + analysis::to_text(answer);
}

}  // namespace cli
