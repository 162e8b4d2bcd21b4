// Composes a text in the language of its reader (words.h).
#pragma once

#include <fmt/format.h>

#include "signals/scenario/words.h"

namespace signals {

// `text` and its translations have the same places, with the same formats (a test holds them to
// it).
template <class... Args>
std::string say(Words words, const char* context, const char* text, const Args&... args) {
    return fmt::vformat(words(context, text), fmt::make_format_args(args...));
}

}  // namespace signals
