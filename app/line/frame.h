// The parts of a frame as it was on the wire, and what a request asks for.
//
//   rtu   address, PDU, CRC low byte, CRC high byte
//   mbap  transaction (2), protocol (2), length (2), unit, PDU
//
// Nothing here trusts the bytes: a frame may be damaged, or no frame at all.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/line/traffic.h"
#include "core/modbus/exception.h"

namespace line {

using Bytes = std::span<const std::uint8_t>;

inline constexpr std::size_t kMbapPrefix = 7;  // unit included
using meter::modbus::kExceptionFlag;

struct Crc {
    std::uint16_t expected = 0;  // of the bytes before it
    std::uint16_t found = 0;
    bool operator==(const Crc&) const = default;
};

struct Frame {
    bool whole = false;  // long enough to be one; mbap: exactly as long as its header says
    std::uint8_t address = 0;
    Bytes pdu;                                 // empty when there is no room for one
    std::optional<Crc> crc;                    // rtu only
    std::optional<std::uint16_t> transaction;  // mbap only

    [[nodiscard]] bool crc_fits() const { return !crc || crc->expected == crc->found; }
};

Frame take_apart(Framing framing, Bytes bytes);
// The frame of this address and PDU; `transaction` is for mbap.
std::vector<std::uint8_t> put_together(Framing framing, std::uint8_t address, Bytes pdu,
                                       std::uint16_t transaction = 0);
// Writes the CRC of all bytes but the last two into these.
void renew_crc(std::span<std::uint8_t> frame);

// Registers by number, as people do: wire address + 1.
struct Registers {
    std::uint32_t first = 1;  // 1..65536
    std::uint32_t count = 1;

    [[nodiscard]] std::uint32_t last() const { return first + count - 1; }
    [[nodiscard]] bool touches(std::uint32_t from, std::uint32_t to) const {
        return first <= to && last() >= from;
    }
    auto operator<=>(const Registers&) const = default;
};

// What the request PDU reads (03, 04) or writes (06, 10); nothing for others, and while too few
// bytes are there. The count is as asked for, allowed or not.
std::optional<Registers> registers_of(Bytes request);

std::uint16_t word_at(Bytes bytes, std::size_t at);

}  // namespace line
