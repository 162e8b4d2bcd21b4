// Tables of texts that are said when it is known who reads them (words.h), each with its name
// beside it:
//
//   struct PortText : Text { constexpr PortText(const char* row) : Text{"Ports", row} {} };
//   struct PortTexts {
//       PortText listen{"cannot listen on {}"};
//       ...
//   };
//   inline constexpr PortTexts kPort;
//
//   throw WordedError<std::runtime_error>(Sentence::of(kPort.listen, address));
//
// That a text has the places that its arguments need is checked by the compiler.
#pragma once

#include <fmt/format.h>

#include <array>
#include <bit>
#include <string>
#include <string_view>
#include <type_traits>
#include <vector>

namespace signals {

class Sentence;

struct Text {
    const char* context;  // name of the table
    const char* english;
};

// What a sentence keeps of an argument: texts are copied, whoever they belong to.
template <class T>
using Kept = std::conditional_t<std::is_convertible_v<const T&, std::string_view>, std::string, T>;
// What it is when it is said.
template <class T>
using Spoken = std::conditional_t<std::is_same_v<T, Sentence>, std::string, Kept<T>>;

// A text that has places for these arguments; another one does not compile.
template <class... Args>
struct Fitting {
    // NOLINTNEXTLINE(google-explicit-constructor): a text of a table is what one has
    consteval Fitting(Text table_text) : text(table_text) {
        (void)fmt::format_string<Spoken<Args>...>(table_text.english);
    }
    Text text;
};

// The rows of such a table, for translators.
template <class Table>
std::vector<const char*> texts_of(const Table& table) {
    static_assert(sizeof(Table) % sizeof(Text) == 0);
    std::vector<const char*> out;
    for (const Text& row : std::bit_cast<std::array<Text, sizeof(Table) / sizeof(Text)>>(table))
        out.push_back(row.english);
    return out;
}

}  // namespace signals
