// SIGINT, SIGTERM and SIGHUP as a question instead of an end, so that a port's link is removed and
// results are printed.
#pragma once

#include <chrono>

namespace cli {

inline constexpr std::chrono::milliseconds kLookAtSignals{100};  // between two looks

// From now on signals are only noted. A second one ends the program at once.
void catch_interrupts();

[[nodiscard]] bool interrupted();

// As a signal would. Any thread.
void interrupt();

// Says on stderr that long work ended early without results. Returns kInterrupted.
int without_results();

}  // namespace cli
