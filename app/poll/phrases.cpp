#include "app/poll/phrases.h"

#include <array>

namespace polling {
namespace {

// By Phrase.
constexpr std::array<const char*, kPhrases> kTexts{
    "not valid",
    "cannot connect to {}: {}",
    "refused, or no such host",
    "no answer within {:.0f} ms ({})",
    "an answer that broke off after {:.0f} ms ({})",
    "exception {:02X}, {} ({})",
    "{} ({})",
    "an answer with a wrong CRC",
    "an answer from another address",
    "an answer that does not fit the request",
    "an exception that does not fit the request",
    "an exception code that Modbus does not know",
    "unknown",
    "an answer with too many registers",
    "the connection was closed by the other side",
    "the connection is closed",
    "the device is gone",
    "{} ({}) reads {}; a scale is -4 to 4",
    "reading register {}",
    "reading registers {} to {}",
    "writing {} to register {}",
    "writing registers {} to {}",
    "asking for the slave id, function 11",
    "asking for the device identification, function 2B/0E",
    "{} ({} 8{}{}, address {})",
    "{} {}:{} (unit {})",
    "\"{}\": {}",
    "there is no \"{}\" here; there are {}",
    "address, baud, parity and stop",
    "unit and address",
    "{} is \"{}\"; allowed are {}",
    "1 to 247 (for tcp also 0 and 255)",
    "1200, 2400, 4800, 9600, 19200, 38400, 57600 and 115200",
    "none, even and odd",
    "1 and 2",
    "\"%{}\" is no byte; allowed is %01 to %FF",
    "the port is \"{}\"; allowed is 1 to 65535",
    "the host is \"{}\"; allowed is a name, an IPv4 address or an IPv6 address in brackets",
    "\"{}\" is no way to a meter; there are rtu, tcp and rtutcp",
    "the device is missing; write rtu:///dev/ttyUSB0",
    "point \"{}\": {}; allowed are a name of `metertwin-cli map`, also with * or ?, a register "
    "number, a range like 1-52, and all, integers, config, floats, identity, settings, scales, "
    "energies, demands",
    "the range ends before it starts",
    "the meter has no register there",
    "there is no such register",
};
static_assert(kTexts.back() != nullptr &&
              static_cast<std::size_t>(Phrase::no_such_register) + 1 == kPhrases);

}  // namespace

const char* text_of(Phrase phrase) { return kTexts[static_cast<std::size_t>(phrase)]; }

std::vector<const char*> poll_texts() { return {kTexts.begin(), kTexts.end()}; }

}  // namespace polling
