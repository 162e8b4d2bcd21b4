// The characters of a bus and who hears them.
#include <algorithm>
#include <utility>

#include "app/line/bus.h"
#include "app/line/uart.h"

namespace line {
namespace {

std::vector<std::uint8_t> bytes_of(const std::vector<HeardCharacter>& heard, WireInstant after) {
    std::vector<std::uint8_t> bytes;
    for (const HeardCharacter& one : heard)
        if (one.end > after) bytes.push_back(one.byte);
    return bytes;
}

bool any_damaged(const std::vector<HeardCharacter>& heard) {
    return std::any_of(heard.begin(), heard.end(),
                       [](const HeardCharacter& one) { return one.damaged; });
}

}  // namespace

void Bus::hear(WireInstant at) {
    hear_request(at);
    // A meter that hears something may begin to speak: the list may grow.
    for (std::size_t i = 0; i < answers_.size(); ++i) {
        hear_answer(answers_[i], at);
        hand_over(answers_[i], at);
    }
}

void Bus::hear_request(WireInstant at) {
    if (!request_ || request_->collided) return;
    const Run& run = request_->run;
    for (std::size_t& n = request_->heard; n < run.bytes.size() && run.end_of(n + 1) <= at; ++n)
        tell_meters(run.bytes[n], run.end_of(n + 1), run.format, std::nullopt);
}

void Bus::hear_answer(Answering& answer, WireInstant at) {
    if (answer.collided) return;
    const Run& run = answer.run;
    for (std::size_t& n = answer.heard; n < run.bytes.size() && run.end_of(n + 1) <= at; ++n)
        tell_meters(run.bytes[n], run.end_of(n + 1), run.format, answer.meter);
}

// A meter that speaks hears nothing.
bool Bus::speaks(std::size_t meter, WireInstant at) const {
    return std::any_of(answers_.begin(), answers_.end(), [&](const Answering& answer) {
        return answer.meter == meter && answer.run.begin < at;
    });
}

void Bus::tell_meters(std::uint8_t byte, WireInstant end, const UartFormat& sender,
                      std::optional<std::size_t> speaker) {
    if (end <= stuck_until_) return;
    for (std::size_t i = 0; i < meters_.size(); ++i) {
        if (speaker == i || (!speaker && speaks(i, end))) continue;
        Station& station = *meters_[i].station;
        if (understands(format_of(station.line()), sender))
            station.receive(byte, false, tick_rounded_up(end));
    }
}

// Those who listen at another rate or parity than the sender's, when it has ended.
void Bus::tell_strangers(const Run& run, std::optional<std::size_t> speaker) {
    for (std::size_t i = 0; i < meters_.size(); ++i) {
        Station& station = *meters_[i].station;
        const UartFormat own = format_of(station.line());
        if (speaker == i || speaks(i, run.end()) || understands(own, run.format)) continue;
        for (const HeardCharacter& one : listen({&run, 1}, own))
            if (one.end > stuck_until_)
                station.receive(one.byte, one.damaged, tick_rounded_up(one.end));
    }
}

UartFormat Bus::client_format(const UartFormat& own) const {
    return master_ ? filled(ports_[*master_].seen, own) : own;
}

void Bus::hand_over(Answering& answer, WireInstant at) {
    if (at < next_of(answer)) return;
    answer.handed_at = at;
    if (!master_ || answer.collided) return;
    if (!understands(client_format(answer.run.format), answer.run.format)) return;
    const Port& port = ports_[*master_].port;
    const std::size_t ready = port.own_wire ? answer.run.bytes.size() : answer.heard;
    const auto piece = std::span{answer.run.bytes}.first(ready).subspan(answer.handed);
    answer.handed = ready;
    if (!piece.empty() && at > stuck_until_) port.deliver(piece, false);
}

// To a client that hears the meter's characters with other settings.
void Bus::hand_over_garbage(const Run& run) {
    const UartFormat own = client_format(run.format);
    if (!master_ || understands(own, run.format) || run.end() <= stuck_until_) return;
    const std::vector<HeardCharacter> heard = listen({&run, 1}, own);
    ports_[*master_].port.deliver(bytes_of(heard, kBeforeAll), any_damaged(heard));
}

// ---- collisions --------------------------------------------------------------------------------

void Bus::mark_collisions() {
    struct Speaker {
        const Run* run;
        bool* collided;
    };
    std::vector<Speaker> speakers;
    if (request_) speakers.push_back({&request_->run, &request_->collided});
    for (Answering& answer : answers_) speakers.push_back({&answer.run, &answer.collided});
    for (const Speaker& a : speakers) {
        for (const Speaker& b : speakers) {
            if (a.run == b.run || a.run->bytes.empty() || b.run->bytes.empty()) continue;
            if (a.run->begin < b.run->end() && b.run->begin < a.run->end()) *a.collided = true;
        }
    }
}

void Bus::wreck(Traffic who, Run run, WireInstant known_until) {
    who.collided = true;
    wreck_.push_back({std::move(who), std::move(run), known_until});
}

void Bus::clear_wreck() {
    const bool goes_on = (request_ && request_->collided) ||
                         std::any_of(answers_.begin(), answers_.end(),
                                     [](const Answering& answer) { return answer.collided; });
    if (wreck_.empty() || goes_on) return;
    const std::vector<Wreck> all = std::exchange(wreck_, {});
    std::vector<Run> runs;
    WireInstant known = kBeforeAll;
    for (const Wreck& one : all) {
        runs.push_back(one.run);
        known = std::max(known, one.known_until);
    }
    for (std::size_t i = 0; i < meters_.size(); ++i) {
        const auto spoke = [i](const Wreck& one) { return one.who.meter == i; };
        if (std::any_of(all.begin(), all.end(), spoke)) continue;
        Station& station = *meters_[i].station;
        for (const HeardCharacter& one : listen(runs, format_of(station.line())))
            station.receive(one.byte, one.damaged, tick_rounded_up(one.end));
    }
    for (const Wreck& one : all) {
        Traffic who = one.who;
        who.bytes = bytes_of(listen(runs, one.run.format), kBeforeAll);
        ledger_.ran(std::move(who), one.run, silence());
    }
    if (!master_) return;
    const std::vector<HeardCharacter> heard = listen(runs, client_format(runs.front().format));
    const std::vector<std::uint8_t> rest = bytes_of(heard, known);
    if (!rest.empty()) ports_[*master_].port.deliver(rest, any_damaged(heard));
}

// Says why nobody is going to answer, and shows what the meter's UART made of it.
void Bus::remark_on(Traffic& who, const Run& run) const {
    const UartFormat own = format_of(station_of(run.bytes).line());
    if (understands(own, run.format)) return;
    who.bytes = bytes_of(listen({&run, 1}, own), kBeforeAll);
    who.remark = "sent at " + to_text(run.format) + ", the meter listens at " + to_text(own);
}

}  // namespace line
