// A text that is composed when it is known who reads it: what an error keeps, since it is thrown
// before that (worded_error.h).
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <utility>
#include <vector>

#include "signals/scenario/say.h"
#include "signals/scenario/text_table.h"

namespace signals {

class Sentence {
 public:
    // The same in every language.
    Sentence(std::string text)  // NOLINT(google-explicit-constructor): a text is one
        : say_([text = std::move(text)](Words /*words*/) { return text; }) {}
    Sentence(const char* text) : Sentence(std::string(text)) {}  // NOLINT(google-explicit-*)

    // As say() does it. Keeps copies of `args`; sentences among them are said in the same language.
    template <class... Args>
    static Sentence of(const char* context, const char* text, const Args&... args) {
        return made_by([context, text, ... kept = Kept<Args>(args)](Words words) {
            return say(words, context, text, spoken(words, kept)...);
        });
    }
    template <class... Args>
    static Sentence of(Fitting<std::type_identity_t<Args>...> text, const Args&... args) {
        return of(text.text.context, text.text.english, args...);
    }
    // `before` as it is: a place in a file, a key.
    static Sentence after(const std::string& before, const Sentence& rest) {
        return made_by([before, rest](Words words) { return before + rest.in(words); });
    }
    static Sentence joined(std::vector<Sentence> parts, const std::string& between) {
        return made_by([parts = std::move(parts), between](Words words) {
            std::string out;
            for (const Sentence& part : parts) out += (out.empty() ? "" : between) + part.in(words);
            return out;
        });
    }
    static Sentence made_by(std::function<std::string(Words)> say) {
        Sentence made{""};
        made.say_ = std::move(say);
        return made;
    }

    [[nodiscard]] std::string in(Words words) const { return say_(words); }
    [[nodiscard]] bool empty() const { return in_english().empty(); }
    friend std::ostream& operator<<(std::ostream& out, const Sentence& sentence) {
        return out << sentence.in_english();
    }
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
