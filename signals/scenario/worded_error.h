// Errors that can be said in the language of whom they are shown to: what() is English, as the
// command line prints it.
//
//   throw WordedError<std::invalid_argument>(Sentence::of(kFile.longer, path, most));
//   ...
//   catch (const std::exception& error) { show(sentence_of(error).in(words)); }
#pragma once

#include <exception>
#include <memory>
#include <utility>

#include "signals/scenario/sentence.h"

namespace signals {

class Worded {
 public:
    virtual ~Worded() = default;
    [[nodiscard]] const Sentence& sentence() const { return *sentence_; }

 protected:
    explicit Worded(Sentence sentence)
        : sentence_(std::make_shared<const Sentence>(std::move(sentence))) {}
    Worded(const Worded&) = default;
    Worded& operator=(const Worded&) = default;

 private:
    std::shared_ptr<const Sentence> sentence_;  // shared: copying an error throws nothing
};

// `Base` is an exception of the standard library that is made of a text.
template <class Base>
class WordedError : public Base, public Worded {
 public:
    explicit WordedError(const Sentence& sentence)
        : Base(sentence.in_english()), Worded(sentence) {}
};

// Of an error that is not worded: its what(), the same in every language.
[[nodiscard]] inline Sentence sentence_of(const std::exception& error) {
    const auto* worded = dynamic_cast<const Worded*>(&error);
    return worded != nullptr ? worded->sentence() : Sentence{error.what()};
}

}  // namespace signals
