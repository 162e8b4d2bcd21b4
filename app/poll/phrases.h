// THE table of what a master says: failures, and what is wrong with whom or what to poll, {fmt}'s
// places in it. Its name as a context of translations is "Poll" (signals/scenario/words.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <utility>
#include <vector>

#include "signals/scenario/sentence.h"

namespace polling {

inline constexpr const char* kPollContext = "Poll";

enum class Phrase : std::uint8_t {
    not_valid,
    cannot_connect,
    refused,
    no_answer,
    broken_off,
    exception,
    happened,
    bad_crc,
    wrong_address,
    no_match,
    no_match_exception,
    unknown_exception,
    no_name,
    too_many,
    closed_by_other,
    closed,
    device_gone,
    scale,
    read_one,
    read_many,
    write_one,
    write_many,
    ask_slave_id,
    ask_identification,
    serial_target,
    tcp_target,
    target,
    no_key,
    serial_keys,
    tcp_keys,
    bad_value,
    units,
    bauds,
    parities,
    stops,
    bad_escape,
    bad_port,
    bad_host,
    bad_scheme,
    no_device,
    point,
    range_order,
    no_register_there,
    no_such_register,
};
inline constexpr std::size_t kPhrases = 44;

[[nodiscard]] const char* text_of(Phrase phrase);
// All of the above, for translators.
[[nodiscard]] std::vector<const char*> poll_texts();

template <class... Args>
std::string say(signals::Words words, Phrase phrase, const Args&... args) {
    return signals::say(words, kPollContext, text_of(phrase), args...);
}

template <class... Args>
signals::Sentence sentence(Phrase phrase, Args... args) {
    return signals::Sentence::of(kPollContext, text_of(phrase), std::move(args)...);
}

}  // namespace polling
