#include "signals/capture/cff.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdint>
#include <optional>

#include "signals/capture/line_reader.h"
#include "signals/capture/phrases.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

struct Header {
    std::string type;                // "CFG", "DAT", ...
    std::optional<long long> bytes;  // announced length
    std::uint64_t line_begin = 0;    // offset of the header line
    std::uint64_t body = 0;          // offset behind its line end
    std::size_t body_line = 1;
};

// "--- file type: DAT BINARY: 123 ---" in upper case without blanks: "---FILETYPE:DATBINARY:123---"
std::optional<Header> parse_header(std::string_view line) {
    if (line.size() > 200 || line.find("---") == std::string_view::npos) return std::nullopt;
    std::string text = upper(line);
    std::erase_if(text, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
    constexpr std::string_view kLead = "---FILETYPE:";
    const std::size_t lead = text.find(kLead);
    if (lead == std::string::npos || lead > 3) return std::nullopt;  // 3: byte order mark
    std::string_view rest = std::string_view{text}.substr(lead + kLead.size());
    const std::size_t tail = rest.rfind("---");
    if (tail == std::string_view::npos) return std::nullopt;
    rest = rest.substr(0, tail);
    Header header;
    header.type = rest.substr(0, 3);
    if (const std::size_t colon = rest.find(':'); colon != std::string_view::npos) {
        header.bytes = integer(rest.substr(colon + 1));
    }
    return header;
}

std::optional<Header> next_header(LineReader& lines, const std::string& file, std::size_t& line) {
    std::string_view text;
    for (std::uint64_t begin = lines.offset(); lines.next(text, file); begin = lines.offset()) {
        ++line;
        if (std::optional<Header> header = parse_header(text)) {
            header->line_begin = begin;
            header->body = lines.offset();
            header->body_line = line;
            return header;
        }
    }
    return std::nullopt;
}

// The announced bytes behind `header`.
Bytes counted_body(const Bytes& bytes, const Header& header, const std::string& file,
                   Recording& out) {
    const std::uint64_t rest = bytes->size() - std::min(bytes->size(), header.body);
    const bool fits = *header.bytes >= 0 && static_cast<std::uint64_t>(*header.bytes) <= rest;
    if (!fits) {
        out.warn(
            {file, header.body_line - 1, 0},
            fmt::format("the data section announces {} bytes, {} are there; what is there is used",
                        *header.bytes, rest));
    }
    return slice_bytes(bytes, header.body, fits ? static_cast<std::uint64_t>(*header.bytes) : rest);
}

}  // namespace

CffSections split_cff(const Bytes& bytes, const std::string& file, Recording& out) {
    CffSections sections;
    LineReader lines{bytes, LineKind::mixed};
    std::size_t line = 1;
    std::optional<Header> header = next_header(lines, file, line);
    while (header && !(sections.cfg && sections.dat)) {
        if (header->type == "DAT" && header->bytes) {
            sections.dat = counted_body(bytes, *header, file, out);
            sections.dat_line = header->body_line;
            lines.seek(header->body + sections.dat->size());
        }
        const std::optional<Header> following = next_header(lines, file, line);
        const std::uint64_t end = following ? following->line_begin : bytes->size();
        const Bytes body = slice_bytes(bytes, header->body, end - header->body);
        if (header->type == "CFG") {
            sections.cfg = body;
            sections.cfg_line = header->body_line;
        } else if (header->type == "DAT" && !header->bytes) {
            sections.dat = body;
            sections.dat_line = header->body_line;
        }
        header = following;
    }
    if (!sections.cfg || !sections.dat) {
        throw CaptureError({file, 0, 0},
                           Sentence::of(kCapture.no_section, sections.cfg ? "DAT" : "CFG"));
    }
    return sections;
}

}  // namespace signals
