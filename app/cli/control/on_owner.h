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
// answer, and what made the answer threw.
template <class Answer>
Answer answer_of(const bench::Runner& runner, std::future<Answer>& answer,
                 const std::atomic<bool>& closed) {
    while (answer.wait_for(std::chrono::milliseconds(100)) != std::future_status::ready)
        if (closed || !runner.view()->failure.empty()) throw std::runtime_error("the run is over");
    return answer.get();
}

template <class Answer, class Ask, class... About>
void give(std::promise<Answer>& promise, const Ask& ask, About&... about) {
    try {
        promise.set_value(ask(about...));
    } catch (...) {
        promise.set_exception(std::current_exception());
    }
}

// Asks a meter that runs. `ask` may be called later than this returns (by a throw): it holds what
// it needs by value.
template <class Ask>
auto on_owner(bench::Runner& runner, std::size_t meter, const std::atomic<bool>& closed, Ask ask) {
    using Answer = decltype(ask(std::declval<bench::Rig&>()));
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    runner.post(meter,
                [promise, ask = std::move(ask)](bench::Rig& rig) { give(*promise, ask, rig); });
    return answer_of(runner, answer, closed);
}

// The same of the meter on show, which is an earlier one while somebody looks back.
template <class Ask>
auto on_show(bench::Runner& runner, std::size_t meter, const std::atomic<bool>& closed, Ask ask) {
    using Answer =
        decltype(ask(std::declval<const bench::Rig&>(), std::declval<const bench::TimeView&>()));
    auto promise = std::make_shared<std::promise<Answer>>();
    std::future<Answer> answer = promise->get_future();
    runner.inspect(
        meter, [promise, ask = std::move(ask)](const bench::Rig& rig, const bench::TimeView& time) {
            give(*promise, ask, rig, time);
        });
    return answer_of(runner, answer, closed);
}

}  // namespace cli
