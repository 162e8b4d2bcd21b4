// THE table of the line log's words: what decode_text.h and log_filter.h compose their texts of,
// with {fmt}'s places. Its name as a context of translations is "Log" (signals/scenario/words.h).
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "signals/scenario/say.h"

namespace line {

inline constexpr const char* kLogContext = "Log";

enum class Phrase : std::uint8_t {
    read,
    write,
    written,
    many_points,
    no_register,
    high_word,
    low_word,
    not_valid,
    exception,
    unknown_exception,
    function,
    broadcast,
    foreign,
    identity,
    identity_basic,
    identity_regular,
    identity_extended,
    identity_one,
    identity_unknown,
    object,
    server_off,
    server_on,
    bad_crc,
    truncated,
    too_short,
    header_length,
    junk,
    collision,
    echo,
    wrong_address,
    mismatch,
    unexpected,
    unanswered,
    retry,
    filter,
    not_allowed,
    range,
    seconds,
    registers,
    directions,
    framings,
    unknown_key,
    suggested_key,
    no_value,
};
inline constexpr std::size_t kPhrases = 44;

[[nodiscard]] const char* text_of(Phrase phrase);
// Names of the protocol's function codes; null for what it does not define.
[[nodiscard]] const char* find_function(std::uint8_t code);
// All of the above, for translators.
[[nodiscard]] std::vector<const char*> log_texts();

template <class... Args>
std::string say(signals::Words words, Phrase phrase, const Args&... args) {
    return signals::say(words, kLogContext, text_of(phrase), args...);
}

}  // namespace line
