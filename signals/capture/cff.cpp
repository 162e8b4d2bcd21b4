#include "signals/capture/cff.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "signals/capture/text.h"

namespace signals {
namespace {

struct Header {
    std::string type;                // "CFG", "DAT", ...
    std::optional<long long> bytes;  // announced length
    std::size_t line_begin = 0;      // offset of the header line
    std::size_t body = 0;            // offset behind its line end
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

std::optional<Header> next_header(std::string_view bytes, std::size_t& at, std::size_t& line) {
    while (at < bytes.size()) {
        const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
        std::optional<Header> header = parse_header(bytes.substr(at, end - at));
        const std::size_t begin = at;
        at = std::min(end + 1, bytes.size());
        ++line;
        if (header) {
            header->line_begin = begin;
            header->body = at;
            header->body_line = line;
            return header;
        }
    }
    return std::nullopt;
}

std::string_view counted_body(std::string_view bytes, const Header& header, const std::string& file,
                              Recording& out) {
    const std::string_view rest = bytes.substr(header.body);
    if (*header.bytes >= 0 && static_cast<std::size_t>(*header.bytes) <= rest.size()) {
        return rest.substr(0, static_cast<std::size_t>(*header.bytes));
    }
    out.warnings.push_back(
        {{file, header.body_line - 1, 0},
         fmt::format("the data section announces {} bytes, {} are there; what is there is used",
                     *header.bytes, rest.size())});
    return rest;
}

}  // namespace

CffSections split_cff(std::string_view bytes, const std::string& file, Recording& out) {
    CffSections sections;
    bool have_cfg = false;
    bool have_dat = false;
    std::size_t at = 0;
    std::size_t line = 1;
    std::optional<Header> header = next_header(bytes, at, line);
    while (header && !(have_cfg && have_dat)) {
        if (header->type == "DAT" && header->bytes) {
            sections.dat = counted_body(bytes, *header, file, out);
            at = header->body + sections.dat.size();
        }
        const std::optional<Header> following = next_header(bytes, at, line);
        const std::size_t end = following ? following->line_begin : bytes.size();
        const std::string_view body = bytes.substr(header->body, end - header->body);
        if (header->type == "CFG") {
            sections.cfg = body;
            sections.cfg_line = header->body_line;
            have_cfg = true;
        } else if (header->type == "DAT") {
            if (!header->bytes) sections.dat = body;
            sections.dat_line = header->body_line;
            have_dat = true;
        }
        header = following;
    }
    if (!have_cfg || !have_dat) {
        throw CaptureError({file, 0, 0},
                           fmt::format("no section '--- file type: {} ---' in this combined file",
                                       have_cfg ? "DAT" : "CFG"));
    }
    return sections;
}

}  // namespace signals
