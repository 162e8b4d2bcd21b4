#include "app/cli/answer_output.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
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
    app.add_flag("--no-why", output.without_why,
                 "leave out why meter and truth differ: the chain is not computed again with each "
                 "cause of error off");
}

analysis::AnswerOptions answer_options(const AnswerOutput& output) {
    return {!output.without_why, output.declared, interrupted};
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
