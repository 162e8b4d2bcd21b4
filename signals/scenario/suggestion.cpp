#include "signals/scenario/suggestion.h"

#include "signals/scenario/phrases.h"
#include "signals/scenario/suggest.h"

namespace signals {

Sentence did_you_mean(std::string_view word, std::span<const std::string_view> known) {
    const auto near = suggest(word, known);
    return near ? Sentence::of(kScenario.did_you_mean, *near) : Sentence{""};
}

std::string list_of(std::span<const std::string_view> names) {
    return fmt::format("{}", fmt::join(names, ", "));
}

}  // namespace signals
