#include "signals/capture/text.h"

#include <charconv>
#include <cmath>
#include <cstdint>

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

void append_utf8(std::string& out, std::uint32_t code) {
    const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
    const auto rest = [&](int shift) { put(0x80 | ((code >> shift) & 0x3F)); };
    if (code < 0x80) return put(code);
    if (code < 0x800) return put(0xC0 | (code >> 6)), rest(0);
    if (code < 0x10000) return put(0xE0 | (code >> 12)), rest(6), rest(0);
    put(0xF0 | (code >> 18)), rest(12), rest(6), rest(0);
}

// Behind the quote that closes the one at `open`; the line's end when none does.
std::size_t closing_quote(std::string_view line, std::size_t open) {
    std::size_t at = open + 1;
    while (at < line.size()) {
        if (line[at] != '"') {
            ++at;
        } else if (at + 1 < line.size() && line[at + 1] == '"') {
            at += 2;
        } else {
            return at + 1;
        }
    }
    return line.size();
}

}  // namespace

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(kBlanks);
    if (first == std::string_view::npos) return text.substr(0, 0);
    return text.substr(first, text.find_last_not_of(kBlanks) - first + 1);
}

std::string upper(std::string_view text) {
    std::string out{text};
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    }
    return out;
}

std::vector<TextField> split_fields(std::string_view line, char separator) {
    std::vector<TextField> fields;
    split_fields(line, separator, false, fields);
    return fields;
}

void split_fields(std::string_view line, char separator, bool quoted,
                  std::vector<TextField>& fields) {
    fields.clear();
    std::size_t begin = 0;
    for (;;) {
        std::size_t lead = line.find_first_not_of(separator == '\t' ? " \r\n\v\f" : kBlanks, begin);
        lead = std::min(lead, line.size());
        std::size_t behind = begin;
        if (quoted && lead < line.size() && line[lead] == '"') behind = closing_quote(line, lead);
        const std::size_t end = std::min(line.find(separator, behind), line.size());
        std::string_view text = trimmed(line.substr(begin, end - begin));
        if (behind > begin && text.size() >= 2 && text.back() == '"') {
            text = trimmed(text.substr(1, text.size() - 2));
        }
        fields.push_back({text, std::min(lead, end) + 1});
        if (text.empty()) fields.back().column = begin + 1;
        if (end == line.size()) return;
        begin = end + 1;
    }
}

std::vector<std::string_view> split_lines(std::string_view text) {
    if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
    text = text.substr(0, text.find('\x1A'));
    text = text.substr(0, text.find_last_not_of('\0') + 1);  // files of whole disk blocks
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

std::string as_utf8(std::string bytes) {
    const bool little = bytes.starts_with("\xFF\xFE");
    if (!little && !bytes.starts_with("\xFE\xFF")) return bytes;
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]);
        const auto second = static_cast<unsigned char>(bytes[at + 1]);
        return std::uint32_t{little ? first : second} | std::uint32_t{little ? second : first} << 8;
    };
    std::string out;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        const std::uint32_t high = unit(at);
        const bool pair =
            (high & 0xFC00) == 0xD800 && at + 3 < bytes.size() && (unit(at + 2) & 0xFC00) == 0xDC00;
        if (!pair) {
            append_utf8(out, (high & 0xF800) == 0xD800 ? 0xFFFD : high);
        } else {
            append_utf8(out, 0x10000 + ((high & 0x3FF) << 10) + (unit(at + 2) & 0x3FF));
            at += 2;
        }
    }
    return out;
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
