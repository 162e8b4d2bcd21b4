// Commands to a running meter, one a line: what a person does at the window, for a script.
//
//   @12 keys minus next*6        of the meter at address 12; without @ of the first
//   set voltage=[277,0,277]
//   fault bad-crc:every=10
//
// The answer to a command is text for people and programs, "name value" lines where it tells
// something. console_commands.cpp is the table of commands; `help` prints it.
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>

#include "app/bench/runner.h"
#include "app/bench/workspace/workspace.h"
#include "app/line/shared_faults.h"

namespace cli {

struct Reply {
    std::string text;  // whole lines; empty when there is nothing to tell
    bool ok = true;    // false: `text` is what was wrong, one line
};

class Console {
 public:
    // The runner is one that was started, or will be; both outlive the console. `faults` is the
    // runner's answer filter.
    Console(bench::Runner& runner, std::shared_ptr<line::SharedFaults> faults)
        : runner_(runner), faults_(std::move(faults)) {}

    // From any thread. A command takes as long as what it asks for: `run 10s` answers when the ten
    // seconds are over.
    Reply execute(std::string_view line);
    // Makes of the runner's history, which it keeps then, what `save` writes.
    void save_as(std::function<bench::Workspace(bench::Tree)> workspace) {
        workspace_ = std::move(workspace);
    }
    // What waits gives up, and so does everything that comes after.
    void close() { closed_ = true; }

 private:
    friend struct Commands;

    bench::Runner& runner_;
    std::shared_ptr<line::SharedFaults> faults_;
    std::function<bench::Workspace(bench::Tree)> workspace_;
    std::atomic<bool> closed_ = false;
    std::mutex pace_;  // one command at a time moves the run
    std::atomic<bool> paused_ = false;
};

}  // namespace cli
