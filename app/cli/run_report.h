// What a `run` ends with: registers beside the truth, and the answer of each meter.
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

#include "app/analysis/run_windows.h"
#include "app/bench/runner.h"
#include "app/cli/answer_output.h"
#include "signals/scenario/bus_file.h"

namespace cli {

struct RunKind {
    bool edited = false;    // installations were changed on the way, in a workspace
    bool recorded = false;  // the first meter has a recording on its terminals
};

// Collects the reading windows of meters while they run.
class RunReport {
 public:
    // `rigs` as made of `meters`, before they run; they outlive this.
    RunReport(const std::vector<signals::BusMeter>& meters,
              const std::vector<std::unique_ptr<bench::Rig>>& rigs, const RunKind& kind);

    // Of a runner that has stopped after `wall_seconds`; writes the HTML and cycle files that are
    // wanted.
    //
    // One meter: as put() (answer_output.h); JSON also has {"line":{…}}, how busy the line was
    // (line/ledger.h). Several come one after the other, in JSON as
    // {"meters":[{"address":…, …},…],"line":{…}}, in CSV with a first column "address"; the files
    // of the meter at address 7 are called name-7.html and name-7.csv.
    [[nodiscard]] std::string text(const bench::Runner& runner, const AnswerOutput& output,
                                   double wall_seconds) const;

 private:
    [[nodiscard]] analysis::Answer answer_of(std::size_t meter, const bench::View& view,
                                             const AnswerOutput& output) const;
    [[nodiscard]] std::string of_meter(const bench::Runner& runner, std::size_t meter,
                                       const AnswerOutput& output, double wall_seconds) const;

    RunKind kind_;
    std::vector<signals::BusMeter> meters_;
    std::vector<const bench::Rig*> rigs_;
    std::vector<std::unique_ptr<analysis::RunWindows>> windows_;
};

}  // namespace cli
