// Writing to a socket that the other side has closed raises SIGPIPE, which ends a program that does
// not expect it. While one of these lives, it is an error (EPIPE) for this thread and nothing else.
#pragma once

#include <csignal>
#include <ctime>

namespace polling {

class BrokenPipeIsAnError {
 public:
    BrokenPipeIsAnError() {
        sigemptyset(&pipe_);
        sigaddset(&pipe_, SIGPIPE);
        pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
    }
    ~BrokenPipeIsAnError() {
        if (sigismember(&before_, SIGPIPE) == 0) {
            const timespec at_once{};
            sigtimedwait(&pipe_, nullptr, &at_once);  // one that a write of ours has raised
        }
        pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    }
    BrokenPipeIsAnError(const BrokenPipeIsAnError&) = delete;
    BrokenPipeIsAnError& operator=(const BrokenPipeIsAnError&) = delete;

 private:
    sigset_t pipe_{};
    sigset_t before_{};
};

}  // namespace polling
