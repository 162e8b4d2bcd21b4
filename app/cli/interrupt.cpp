#include "app/cli/interrupt.h"

#include <fmt/core.h>

#include <atomic>
#include <csignal>
#include <cstdio>
#include <initializer_list>

#include "app/cli/command.h"

namespace cli {
namespace {

// Set in a handler: must not lock.
std::atomic<bool> g_interrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void note(int) { g_interrupted = true; }

}  // namespace

void catch_interrupts() {
    struct sigaction action {};
    action.sa_handler = note;
    action.sa_flags = static_cast<int>(SA_RESETHAND);
    for (const int signal : {SIGINT, SIGTERM, SIGHUP}) ::sigaction(signal, &action, nullptr);
}

void interrupt() { g_interrupted = true; }

bool interrupted() { return g_interrupted; }

int without_results() {
    fmt::print(stderr, "metertwin-cli: interrupted, no results\n");
    return kInterrupted;
}

}  // namespace cli
