// A master that tries again and keeps count.
//
// Tried again: everything that may be otherwise next time. Not tried again: a connection that
// cannot be had (the next poll tries), and exceptions, which are answers; 05 and 06 excepted, by
// which a meter asks for patience.
#pragma once

#include <atomic>
#include <chrono>
#include <cstdint>
#include <vector>

#include "app/poll/master.h"
#include "app/poll/statistics.h"

namespace polling {

struct LinkSettings {
    Target target;
    std::chrono::milliseconds timeout{1'000};  // until an answer begins, 1 ms or more
    int retries = 2;                           // after the first attempt, 0 or more
    int function = 3;                          // for reading registers: 3 or 4
};

class Link {
 public:
    explicit Link(const LinkSettings& settings);

    // As Master; the last failure is thrown when all attempts have failed.
    [[nodiscard]] std::vector<std::uint16_t> read(const Block& block);
    // Function 06. Not tried again after a time-out of a command (129), which may have been heard.
    void write(std::uint16_t number, std::uint16_t value);
    [[nodiscard]] ReportId report_id();
    [[nodiscard]] DeviceIdentification identification();

    // From any thread: what runs now is the last attempt.
    void cancel() { cancelled_ = true; }
    [[nodiscard]] bool cancelled() const { return cancelled_; }

    [[nodiscard]] Statistics& statistics() { return statistics_; }

 private:
    template <class Request>
    auto attempt(const Request& request);
    template <class Request>
    auto insist(int retries, const Request& request);

    LinkSettings settings_;
    Master master_;
    Statistics statistics_;
    std::atomic<bool> cancelled_ = false;
};

}  // namespace polling
