// The runner's part in looking back (history/time_machine.h).
#include <asio/post.hpp>
#include <stdexcept>
#include <utility>

#include "app/bench/runner_parts.h"
#include "signals/scenario/worded_error.h"

namespace bench {

namespace {

// What was wrong, or nothing, to whom it may concern.
template <class Do>
void tell(const Runner::Told& told, signals::Words words, Do what) {
    std::string error;
    try {
        what();
    } catch (const std::invalid_argument& problem) {
        error = signals::sentence_of(problem).in(words);
    }
    if (told) told(error);
}

}  // namespace

void Runner::Parts::look(int branch, std::int64_t frame) {
    if (!time.keeps()) return;
    if (!time.looking()) ran_before_look = !paused;
    time.look(branch, frame);
    if (!time.looking()) return look_at_now();
    set_pace(pacer.speed(), true);
    make_look();
}

void Runner::Parts::make_look() {
    if (time.looking() && !look_scheduled) look_turn();
}

// In pieces, as the run itself: ports and newer wishes come between two of them.
void Runner::Parts::look_turn() {
    look_scheduled = false;
    if (time.there()) return publisher.touch();
    time.work(kTurn);
    publisher.touch();
    look_scheduled = true;
    asio::post(io, [this] { look_turn(); });
}

void Runner::Parts::look_at_now() {
    const bool runs = ran_before_look || !paused;
    ran_before_look = false;
    time.look_at_now();
    set_pace(pacer.speed(), !runs);
}

// False: it cannot, and whatever wanted it must not be done to the run instead.
bool Runner::Parts::go_on() {
    if (time.is_too_much()) return false;
    ran_before_look = false;
    if (!time.go_on(line.now())) return true;
    ++doings;
    set_pace(pacer.speed(), true);
    return true;
}

// A run of as many meters is restored to those that are there: whoever is served by them is served
// on. Others are made for it, and the ports get them; the rigs' place in memory, which the history
// knows, moves with the vector.
void Runner::Parts::open(Tree tree, MakeInput make_input) {
    check(tree);
    const std::size_t wanted = tree.now().stretches.back().meters.size();
    if (wanted == meters.size())
        return time.open(meters, std::move(tree), std::move(make_input), line.now());
    std::vector<std::unique_ptr<Rig>> others;
    while (others.size() < wanted) others.push_back(std::make_unique<Rig>(signals::Scenario{}));
    time.open(others, std::move(tree), std::move(make_input), line.now());
    meters.swap(others);
    count = wanted;
    line.seat(meters);
    gateway.seat(meters);
    publisher.seat(wanted);
}

void Runner::Parts::watch(std::size_t meter) {
    time.watch(meter);
    publisher.watch(meter);
    make_look();
}

void Runner::speak(signals::Words words) {
    post([this, words](Rig&) { parts_->words = words; });
}

void Runner::keep_history(MakeInput make_input, const HistoryLimits& limits) {
    post([this, make_input = std::move(make_input), limits](Rig&) mutable {
        parts_->time.keep(std::move(make_input), limits);
    });
}

void Runner::open(Tree tree, MakeInput make_input, Opened opened) {
    post([this, tree = std::move(tree), make_input = std::move(make_input),
          opened = std::move(opened)](Rig&) mutable {
        std::string error;
        try {
            parts_->open(std::move(tree), std::move(make_input));
            parts_->set_pace(parts_->pacer.speed(), parts_->paused);
            parts_->publisher.publish_all();
        } catch (const std::exception& problem) {
            error = signals::sentence_of(problem).in(parts_->words);
        }
        if (opened) opened(error);
    });
}

void Runner::collect(std::function<void(Tree)> collected) {
    const auto collect = [this, collected = std::move(collected)](Rig&) {
        if (!parts_->time.keeps()) throw std::logic_error("runner: there is no history to collect");
        collected(parts_->time.tree());
    };
    if (parts_->thread.joinable()) return post(collect);
    collect(*parts_->meters.front());
}

void Runner::look_at(int branch, std::int64_t frame) {
    post([this, branch, frame](Rig&) { parts_->look(branch, frame); });
}

void Runner::look_at_now() {
    post([this](Rig&) {
        if (parts_->time.looking()) parts_->look_at_now();
    });
}

void Runner::go_on() {
    post([this](Rig&) { parts_->go_on(); });
}

void Runner::inspect(std::size_t meter, Inspect inspect) {
    post(meter, [this, meter, inspect = std::move(inspect)](Rig&) {
        parts_->time.finish();
        inspect(parts_->time.shown(meter), parts_->time.view());
    });
}

void Runner::rename_branch(int number, const std::string& name, Told told) {
    post([this, number, name, told = std::move(told)](Rig&) {
        tell(told, parts_->words, [&] { parts_->time.rename(number, name); });
    });
}

void Runner::delete_branch(int number, Told told) {
    post([this, number, told = std::move(told)](Rig&) {
        tell(told, parts_->words, [&] {
            const bool looked = parts_->time.looking();
            parts_->time.remove(number);
            ++parts_->doings;
            if (looked) parts_->look_at_now();
        });
    });
}

void Runner::record(std::shared_ptr<Records> records) {
    post([this, records = std::move(records)](Rig&) {
        parts_->time.record(records);
        parts_->make_look();
    });
}

void Runner::record_waveforms(bool wanted) {
    post([this, wanted](Rig&) {
        parts_->time.record_waveforms(wanted);
        parts_->make_look();
    });
}

}  // namespace bench
