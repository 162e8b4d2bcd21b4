// What a meter says of itself: the answers of functions 11 and 2B/0E, taken apart.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>

namespace polling {

struct ReportId {  // function 11
    std::uint8_t id = 0;
    bool running = false;  // status FF; 00 is the reset system (meter.md 1.4)
    std::string text;

    bool operator==(const ReportId&) const = default;
};

// `data` is what the byte count counts: id, status, text. Nothing when it is shorter than two.
[[nodiscard]] std::optional<ReportId> parse_report_id(std::span<const std::uint8_t> data);

struct DeviceIdentification {  // function 2B, MEI type 0E (metrology.md 4.2)
    std::uint8_t conformity = 0;
    std::map<std::uint8_t, std::string> objects;  // 0 VendorName, 1 ProductCode, 2 Revision

    bool operator==(const DeviceIdentification&) const = default;
};

// How long an answer of 2B/0E is, PDU only, as far as `pdu` tells: objects carry their own lengths.
// Nothing when more bytes are needed to know, `pdu` itself may be longer or shorter than the
// result.
[[nodiscard]] std::optional<std::size_t> identification_length(std::span<const std::uint8_t> pdu);

// `pdu` starts at 2B and is whole. Nothing when it is no such answer.
[[nodiscard]] std::optional<DeviceIdentification> parse_identification(
    std::span<const std::uint8_t> pdu);

// "VendorName" for 0 (V1.1b3, 6.21); "object 80" for what has no name.
[[nodiscard]] std::string object_name(std::uint8_t object);

}  // namespace polling
