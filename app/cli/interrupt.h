// SIGINT, SIGTERM and SIGHUP as a question instead of an end, so that a port's link is removed and
// results are printed.
#pragma once

namespace cli {

// From now on signals are only noted. A second one ends the program at once.
void catch_interrupts();

[[nodiscard]] bool interrupted();

// As a signal would. Any thread.
void interrupt();

}  // namespace cli
