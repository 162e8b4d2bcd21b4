// A text that is composed when it is known who reads it: what an error keeps, since it is thrown
// before that.
#pragma once

#include <functional>
#include <string>

#include "signals/scenario/say.h"

namespace signals {

class Sentence {
 public:
    // The same in every language.
    Sentence(std::string text)  // NOLINT(google-explicit-constructor): a text is one
        : say_([text = std::move(text)](Words /*words*/) { return text; }) {}
    Sentence(const char* text) : Sentence(std::string(text)) {}  // NOLINT(google-explicit-*)

    // As say() does it. Keeps copies of `args`; sentences among them are said in the same language.
    template <class... Args>
    static Sentence of(const char* context, const char* text, Args... args) {
        Sentence made{""};
        made.say_ = [=](Words words) { return say(words, context, text, spoken(words, args)...); };
        return made;
    }

    [[nodiscard]] std::string in(Words words) const { return say_(words); }
    [[nodiscard]] std::string in_english() const { return say_(english); }

 private:
    template <class T>
    static const T& spoken(Words /*words*/, const T& value) {
        return value;
    }
    static std::string spoken(Words words, const Sentence& sentence) { return sentence.in(words); }

    std::function<std::string(Words)> say_;
};

}  // namespace signals
