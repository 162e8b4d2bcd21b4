// Progress of long work on stderr: one line that is rewritten on a terminal, a line for each tenth
// where there is none (a log file, a cluster's job).
#pragma once

#include <chrono>
#include <cstddef>
#include <string>

namespace cli {

class ProgressLine {
 public:
    // `terminal`: stderr is one.
    explicit ProgressLine(bool terminal);

    // Text to write for this progress, or empty; `elapsed` since the work began.
    std::string text(std::size_t done, std::size_t of, std::size_t failed,
                     std::chrono::duration<double> elapsed);

 private:
    bool terminal_;
    std::size_t told_ = 0;  // tenths
};

}  // namespace cli
