#include "app/poll/identity.h"

#include <fmt/core.h>

#include <array>

namespace polling {
namespace {

// 2B 0E code conformity moreFollows nextObject count {id length bytes}*
constexpr std::size_t kHeader = 7;
constexpr std::size_t kConformity = 3;
constexpr std::size_t kCount = 6;
constexpr std::uint8_t kFunction = 0x2B;
constexpr std::uint8_t kException = 0x80;
constexpr std::uint8_t kMei = 0x0E;

constexpr std::array<const char*, 7> kObjects{
    "VendorName",  "ProductCode", "MajorMinorRevision", "VendorUrl",
    "ProductName", "ModelName",   "UserApplicationName"};

std::string printable(std::span<const std::uint8_t> bytes) {
    std::string text;
    for (const std::uint8_t byte : bytes) {
        const bool plain = byte >= 0x20 && byte < 0x7F;
        text += plain ? std::string(1, static_cast<char>(byte)) : fmt::format("\\x{:02X}", byte);
    }
    return text;
}

}  // namespace

std::optional<ReportId> parse_report_id(std::span<const std::uint8_t> data) {
    if (data.size() < 2) return std::nullopt;
    return ReportId{data[0], data[1] == 0xFF, printable(data.subspan(2))};
}

std::optional<std::size_t> identification_length(std::span<const std::uint8_t> pdu) {
    if (!pdu.empty() && pdu[0] == (kFunction | kException)) return 2;
    if (pdu.size() < kHeader) return std::nullopt;
    std::size_t length = kHeader;
    for (int object = 0; object < pdu[kCount]; ++object) {
        if (pdu.size() < length + 2) return std::nullopt;
        length += 2U + pdu[length + 1];
    }
    return length;
}

std::optional<DeviceIdentification> parse_identification(std::span<const std::uint8_t> pdu) {
    const auto length = identification_length(pdu);
    if (!length || pdu.size() < *length || pdu[0] != kFunction || pdu[1] != kMei)
        return std::nullopt;
    DeviceIdentification found{pdu[kConformity], {}};
    for (std::size_t at = kHeader; at < *length; at += 2U + pdu[at + 1])
        found.objects[pdu[at]] = printable(pdu.subspan(at + 2, pdu[at + 1]));
    return found;
}

std::string object_name(std::uint8_t object) {
    return object < kObjects.size() ? kObjects.at(object) : fmt::format("object {:02X}", object);
}

}  // namespace polling
