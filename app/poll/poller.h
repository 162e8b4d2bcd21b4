// Polls a meter again and again on a thread of its own: for the command line, and for a window.
//
//   Poller poller({.link = {.target = parse_url(url)}, .rows = select(words)}, listener);
//   poller.start();  …  poller.stop();
//
// Deadlines are counted from the start (schedule.h). Listeners are called on the poller's thread,
// one at a time, and may not call start(), stop() or the destructor.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/poll/link.h"
#include "app/poll/sweep.h"

namespace polling {

struct PollSettings {
    LinkSettings link;
    Rows rows;
    std::chrono::nanoseconds period{std::chrono::seconds{1}};  // above 0
    std::optional<std::int64_t> polls;                         // ends after so many
};

struct Listener {
    std::function<void(const Sweep&)> swept;             // after each poll, failures included
    std::function<void(const Statistics&)> counted;      // after `swept`; may be empty
    std::function<void(const std::string& why)> broken;  // once, when the thread had to give up
};

class Poller {
 public:
    Poller(PollSettings settings, Listener listener);
    ~Poller();  // stops and joins

    Poller(const Poller&) = delete;
    Poller& operator=(const Poller&) = delete;

    void start();  // once
    // Ends after the request under way, at most its time-out; joins. Any number of times.
    void stop();
    // True when all polls are done or the poller was stopped; false when `at_most` is over first.
    [[nodiscard]] bool wait_for(std::chrono::milliseconds at_most);

    // A copy, from any thread.
    [[nodiscard]] Statistics statistics() const;

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace polling
