// Where an answer goes: options that `run` and `replay` share.
#pragma once

#include <CLI/CLI.hpp>
#include <optional>
#include <string>

#include "app/analysis/analysis.h"
#include "app/cli/results.h"

namespace cli {

struct AnswerOutput {
    bool json = false;
    bool csv = false;
    std::string html;    // a file; none when empty
    std::string cycles;  // likewise
    bool without_why = false;
    std::optional<double> declared;
};

// Adds --json, --csv, --html, --cycles, --no-why, --declared-voltage.
void add_answer_options(CLI::App& app, AnswerOutput& output);

// What the analysis is asked for; interrupted() cancels it. Opens the file of cycles, if one is
// wanted; it is complete when the options are gone.
analysis::AnswerOptions answer_options(const AnswerOutput& output);

// Writes the HTML file, if one is wanted, and returns what is printed on stdout: `results` and the
// answer as JSON ({…, "answer":{…}} and `extra`), the windows as CSV, or text after `head`.
std::string put(const AnswerOutput& output, const Results& results, const analysis::Answer& answer,
                const std::string& head, const nlohmann::ordered_json& extra = {});

}  // namespace cli
