#include "signals/capture/text.h"

#include <charconv>
#include <cmath>

namespace signals {
namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
constexpr std::string_view kBlanks = " \t\r\n\v\f";

// Length of the UTF-8 sequence that `lead` starts, 0 when it starts none.
std::size_t sequence_length(unsigned char lead) {
    if (lead < 0x80) return 1;
    if (lead >= 0xC2 && lead < 0xE0) return 2;
    if (lead >= 0xE0 && lead < 0xF0) return 3;
    if (lead >= 0xF0 && lead < 0xF5) return 4;
    return 0;
}

bool continues(std::string_view bytes, std::size_t at, std::size_t length) {
    if (at + length > bytes.size()) return false;
    for (std::size_t i = 1; i < length; ++i) {
        if ((static_cast<unsigned char>(bytes[at + i]) & 0xC0) != 0x80) return false;
    }
    return true;
}

void append_latin1(std::string& out, unsigned char c) {
    if (c < 0x80) {
        out.push_back(static_cast<char>(c));
    } else if (c < 0xA0) {
        out.push_back('?');
    } else {
        out.push_back(static_cast<char>(0xC0 | (c >> 6)));
        out.push_back(static_cast<char>(0x80 | (c & 0x3F)));
    }
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string upper(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

std::vector<Field> split_fields(std::string_view line, char separator) {
    std::vector<Field> fields;
    std::size_t begin = 0;
    for (;;) {
        const std::size_t end = std::min(line.find(separator, begin), line.size());
        const std::string_view raw = line.substr(begin, end - begin);
        const std::size_t lead = std::min(raw.find_first_not_of(kBlanks), raw.size());
        fields.push_back({trimmed(raw), begin + (lead == raw.size() ? 0 : lead) + 1});
        if (end == line.size()) return fields;
        begin = end + 1;
    }
}

std::vector<std::string_view> split_lines(std::string_view text) {
    if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
    text = text.substr(0, text.find('\x1A'));
    const char end = text.find('\n') == std::string_view::npos ? '\r' : '\n';
    std::vector<std::string_view> lines;
    while (!text.empty()) {
        const std::size_t length = std::min(text.find(end), text.size());
        std::string_view line = text.substr(0, length);
        if (line.ends_with('\r')) line.remove_suffix(1);
        lines.push_back(line);
        text.remove_prefix(std::min(length + 1, text.size()));
    }
    return lines;
}

std::optional<double> number(std::string_view text, bool decimal_comma) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    std::string with_point;
    if (decimal_comma) {
        with_point = text;
        for (char& c : with_point) c = c == ',' ? '.' : c;
        text = with_point;
    }
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    if (!std::isfinite(value)) return std::nullopt;
    return value;
}

std::optional<long long> integer(std::string_view text) {
    text = trimmed(text);
    if (text.starts_with('+')) text.remove_prefix(1);
    long long value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || end != text.data() + text.size()) return std::nullopt;
    return value;
}

bool valid_utf8(std::string_view bytes) {
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t length = sequence_length(static_cast<unsigned char>(bytes[i]));
        if (length == 0 || !continues(bytes, i, length)) return false;
        i += length;
    }
    return true;
}

std::string displayable(std::string_view bytes) {
    std::string out;
    if (valid_utf8(bytes)) {
        out = bytes;
    } else {
        for (const char c : bytes) append_latin1(out, static_cast<unsigned char>(c));
    }
    for (char& c : out) {
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) c = '?';
    }
    return out;
}

}  // namespace signals
