// Text as capture files have it: any line end, any encoding, blanks around fields.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace signals {

std::string_view trimmed(std::string_view text);
std::string upper(std::string_view text);  // ASCII letters only

// A piece of a line and the column (from 1) where its trimmed text begins.
struct TextField {
    std::string_view text;  // trimmed
    std::size_t column = 1;
};

std::vector<TextField> split_fields(std::string_view line, char separator);
// The same into `fields`. With `quoted` a field may stand in double quotes, which are taken off;
// separators inside them are text, and a doubled quote stays doubled.
void split_fields(std::string_view line, char separator, bool quoted,
                  std::vector<TextField>& fields);

// Lines without their ends. Ends are LF, CRLF, or CR alone when there is no LF at all; a UTF-8
// byte order mark and everything from a Ctrl-Z on are dropped.
std::vector<std::string_view> split_lines(std::string_view text);

// UTF-8 of UTF-16 text (with a byte order mark); anything else as it is.
std::string as_utf8(std::string bytes);

// The whole (trimmed) text as a number: sign, exponent, and a decimal comma when `decimal_comma`.
// Nothing when it is anything else, infinite or NaN.
std::optional<double> number(std::string_view text, bool decimal_comma = false);
std::optional<long long> integer(std::string_view text);

bool valid_utf8(std::string_view bytes);
// UTF-8 of text in an unknown encoding: itself when it is valid UTF-8, Latin-1 otherwise.
// Control characters become '?': what is printed must not drive a terminal.
std::string displayable(std::string_view bytes);

}  // namespace signals
