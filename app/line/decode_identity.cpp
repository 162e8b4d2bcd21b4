#include "app/line/decode_identity.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "app/line/decode_text.h"
#include "app/line/phrases.h"

namespace line {
namespace {

using signals::Words;

constexpr std::uint8_t kReportId = 0x11;
constexpr std::uint8_t kIdentification = 0x2B;
constexpr std::size_t kObjects = 7;  // where they start in an answer to 2B/0E

// Modbus Application Protocol 1.1b3, 6.21.
constexpr std::array kCodes{Phrase::identity_unknown, Phrase::identity_basic,
                            Phrase::identity_regular, Phrase::identity_extended,
                            Phrase::identity_one};
constexpr std::array<const char*, 7> kNames{
    "VendorName",  "ProductCode", "MajorMinorRevision", "VendorUrl",
    "ProductName", "ModelName",   "UserApplicationName"};

std::string quoted(Bytes bytes) {
    std::string out = "\"";
    for (const std::uint8_t byte : bytes)
        out += byte >= 0x20 && byte < 0x7F ? std::string(1, static_cast<char>(byte))
                                           : fmt::format("\\x{:02X}", byte);
    return out + '"';
}

// Names of the protocol: they are the same in every language.
std::string object_name(std::uint8_t id, Words words) {
    return id < kNames.size() ? kNames[id] : say(words, Phrase::object, id);
}

std::string objects_text(Bytes pdu, Words words) {
    std::string out;
    for (Bytes rest = pdu.subspan(kObjects); rest.size() >= 2;) {
        const std::size_t size = std::min<std::size_t>(rest[1], rest.size() - 2);
        out += fmt::format("{}{} {}", out.empty() ? "" : "; ", object_name(rest[0], words),
                           quoted(rest.subspan(2, size)));
        rest = rest.subspan(2 + size);
    }
    return out;
}

}  // namespace

std::string describe_identity_request(const Record& record, Words words) {
    const Bytes pdu = record.frame().pdu;
    const std::string name = function_name(record.decoded.function, words);
    if (record.decoded.function != kIdentification || pdu.size() != 4) return name;
    const Phrase code = kCodes[pdu[2] < kCodes.size() ? pdu[2] : 0];
    return say(words, Phrase::identity, name, say(words, code), object_name(pdu[3], words));
}

std::string describe_identity_answer(const Record& record, Words words) {
    const Bytes pdu = record.frame().pdu;
    if (record.decoded.function == kReportId && pdu.size() >= 4)
        return say(words, pdu[3] == 0 ? Phrase::server_off : Phrase::server_on, pdu[2],
                   quoted(pdu.subspan(4)));
    if (record.decoded.function == kIdentification && pdu.size() > kObjects)
        return objects_text(pdu, words);
    return function_name(record.decoded.function, words);
}

}  // namespace line
