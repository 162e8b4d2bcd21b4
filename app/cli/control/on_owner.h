// A question to the meter's own thread, and its answer.
#pragma once

#include <atomic>
#include <chrono>
#include <future>
#include <memory>
#include <stdexcept>
#include <utility>

#include "app/bench/runner.h"

namespace cli {

// Throws std::runtime_error when `closed` gets true or the runner gives up before there is an
// answer, and what `ask` throws. `ask` may be called later still: it holds what it needs by value.
template <class Ask>
auto on_owner(bench::Runner& runner, std::size_t meter, const std::atomic<bool>& closed, Ask ask) {
    using Answer = decltype(ask(std::declval<bench::Rig&>()));
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    runner.post(meter, [promise, ask = std::move(ask)](bench::Rig& rig) {
        try {
            promise->set_value(ask(rig));
        } catch (...) {
            promise->set_exception(std::current_exception());
        }
    });
    while (answer.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready)
        if (closed || !runner.view()->failure.empty()) throw std::runtime_error("the run is over");
    return answer.get();
}

}  // namespace cli
