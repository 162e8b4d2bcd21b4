// What the operating system says of a failed call.
#pragma once

#include <system_error>
#include <vector>

#include "signals/scenario/worded_error.h"

namespace signals {

// Of an errno. In English glibc's own words; an error that is not in the table is said by the
// system, in its language.
[[nodiscard]] Sentence system_text(int error);

// A std::system_error of this errno: "what: what the system says".
class SystemError : public std::system_error, public Worded {
 public:
    SystemError(int error, const Sentence& what);
};

// Those that are in the table, and their texts for translators. Context "System".
[[nodiscard]] std::vector<int> known_system_errors();
inline constexpr const char* kSystemContext = "System";
[[nodiscard]] std::vector<const char*> system_texts();

}  // namespace signals
