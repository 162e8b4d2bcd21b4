// Progress of long work on stderr, when that is a terminal: "recording: 42 %".
#pragma once

#include <chrono>
#include <string>

namespace cli {

class Progress {
 public:
    explicit Progress(std::string what);
    ~Progress() { end(); }
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;

    // 0..1. Silent for the first second and then no more often than five times a second.
    void show(double share);
    void end();  // clears the line

 private:
    std::string what_;
    bool terminal_;
    bool shown_ = false;
    std::chrono::steady_clock::time_point next_;
};

}  // namespace cli
