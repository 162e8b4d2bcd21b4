#include "app/line/phrases.h"

#include <algorithm>
#include <array>

namespace line {
namespace {

// By Phrase.
constexpr std::array<const char*, kPhrases> kTexts{
    "read {} ({})",
    "write {} ({})",
    "written {}",
    "{} points from {} to {}",
    "register {} (none)",
    "{} (high word)",
    "{} (low word)",
    "not valid",
    "exception {:02X} {}",
    "unknown",
    "function {:02X}",
    "broadcast: {}",
    "another slave's answer: {}",
    "{}, {}, from {}",
    "basic",
    "regular",
    "extended",
    "one object",
    "unknown code",
    "object {:02X}",
    "id {:02X}, off, {}",
    "id {:02X}, on, {}",
    "bad CRC: expected {:04X}, found {:04X}",
    "truncated: {} of {} bytes",
    "too short for a frame: {} bytes",
    "not as long as its header says",
    "{} bytes of junk around the answer",
    "collision: two senders at once",
    "echo of the request",
    "wrong address: {} was asked, {} answers",
    "does not fit the request",
    "an answer that nobody waits for",
    "request {} got no answer",
    "request {} got no answer; this is a retry",
    "log filter \"{}\": {}",
    "'{}', allowed is {}",
    "0 to {}",
    "seconds, 0 to 1e9",
    "a number, a range like 257-300 or a name of the map",
    "request or answer",
    "rtu or mbap",
    "unknown key '{}', allowed is {}",
    "unknown key '{}', did you mean '{}'?, allowed is {}",
    "no value, allowed is {}=VALUE",
};
static_assert(kTexts.back() != nullptr &&
              static_cast<std::size_t>(Phrase::no_value) + 1 == kPhrases);

struct Code {
    std::uint8_t code;
    const char* name;
};

// Modbus Application Protocol 1.1b3, 6.
constexpr std::array<Code, 19> kFunctions{{
    {0x01, "read coils"},
    {0x02, "read discrete inputs"},
    {0x03, "read holding registers"},
    {0x04, "read input registers"},
    {0x05, "write single coil"},
    {0x06, "write single register"},
    {0x07, "read exception status"},
    {0x08, "diagnostics"},
    {0x0B, "get comm event counter"},
    {0x0C, "get comm event log"},
    {0x0F, "write multiple coils"},
    {0x10, "write multiple registers"},
    {0x11, "report server id"},
    {0x14, "read file record"},
    {0x15, "write file record"},
    {0x16, "mask write register"},
    {0x17, "read/write multiple registers"},
    {0x18, "read FIFO queue"},
    {0x2B, "read device identification"},
}};

}  // namespace

const char* text_of(Phrase phrase) { return kTexts[static_cast<std::size_t>(phrase)]; }

const char* find_function(std::uint8_t code) {
    const auto* found = std::find_if(kFunctions.begin(), kFunctions.end(),
                                     [code](const Code& row) { return row.code == code; });
    return found == kFunctions.end() ? nullptr : found->name;
}

std::vector<const char*> log_texts() {
    std::vector<const char*> out(kTexts.begin(), kTexts.end());
    for (const Code& function : kFunctions) out.push_back(function.name);
    return out;
}

}  // namespace line
