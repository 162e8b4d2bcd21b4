#include "app/line/decode_identity.h"

#include <fmt/format.h>

#include <array>
#include <string_view>

#include "app/line/decode_text.h"

namespace line {
namespace {

constexpr std::uint8_t kReportId = 0x11;
constexpr std::uint8_t kIdentification = 0x2B;
constexpr std::size_t kObjects = 7;  // where they start in an answer to 2B/0E

// Modbus Application Protocol 1.1b3, 6.21.
constexpr std::array<const char*, 5> kCodes{"", "basic", "regular", "extended", "one object"};
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

std::string object_name(std::uint8_t id) {
    return id < kNames.size() ? kNames[id] : fmt::format("object {:02X}", id);
}

std::string objects_text(Bytes pdu) {
    std::string out;
    for (Bytes rest = pdu.subspan(kObjects); rest.size() >= 2;) {
        const std::size_t size = std::min<std::size_t>(rest[1], rest.size() - 2);
        out += fmt::format("{}{} {}", out.empty() ? "" : "; ", object_name(rest[0]),
                           quoted(rest.subspan(2, size)));
        rest = rest.subspan(2 + size);
    }
    return out;
}

}  // namespace

std::string describe_identity_request(const Record& record) {
    const Bytes pdu = record.frame().pdu;
    const std::string name = function_name(record.decoded.function);
    if (record.decoded.function != kIdentification || pdu.size() != 4) return name;
    const char* code = pdu[2] >= 1 && pdu[2] < kCodes.size() ? kCodes[pdu[2]] : "unknown code";
    return fmt::format("{}, {}, from {}", name, code, object_name(pdu[3]));
}

std::string describe_identity_answer(const Record& record) {
    const Bytes pdu = record.frame().pdu;
    if (record.decoded.function == kReportId && pdu.size() >= 4)
        return fmt::format("id {:02X}, {}, {}", pdu[2], pdu[3] == 0 ? "off" : "on",
                           quoted(pdu.subspan(4)));
    if (record.decoded.function == kIdentification && pdu.size() > kObjects)
        return objects_text(pdu);
    return function_name(record.decoded.function);
}

}  // namespace line
