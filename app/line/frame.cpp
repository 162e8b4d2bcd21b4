#include "app/line/frame.h"

#include "core/modbus/crc.h"
#include "core/modbus/framer.h"

namespace line {
namespace {

Frame of_rtu(Bytes bytes) {
    Frame frame;
    if (!bytes.empty()) frame.address = bytes[0];
    if (bytes.size() < meter::modbus::kMinFrame) return frame;
    const Bytes body = bytes.first(bytes.size() - 2);
    frame.whole = bytes.size() <= meter::modbus::kMaxFrame;
    frame.pdu = body.subspan(1);
    frame.crc = Crc{meter::modbus::crc16(body),
                    static_cast<std::uint16_t>(bytes[body.size()] | bytes[body.size() + 1] << 8)};
    return frame;
}

Frame of_mbap(Bytes bytes) {
    Frame frame;
    if (bytes.size() >= 2) frame.transaction = word_at(bytes, 0);
    if (bytes.size() < kMbapPrefix) return frame;
    frame.address = bytes[kMbapPrefix - 1];
    frame.pdu = bytes.subspan(kMbapPrefix);
    frame.whole = word_at(bytes, 4) + std::size_t{6} == bytes.size() && !frame.pdu.empty() &&
                  word_at(bytes, 2) == 0;
    return frame;
}

void append_word(std::vector<std::uint8_t>& out, std::size_t word) {
    out.push_back(static_cast<std::uint8_t>(word >> 8));
    out.push_back(static_cast<std::uint8_t>(word));
}

}  // namespace

Frame take_apart(Framing framing, Bytes bytes) {
    return framing == Framing::rtu ? of_rtu(bytes) : of_mbap(bytes);
}

std::vector<std::uint8_t> put_together(Framing framing, std::uint8_t address, Bytes pdu,
                                       std::uint16_t transaction) {
    std::vector<std::uint8_t> out;
    if (framing == Framing::mbap) {
        append_word(out, transaction);
        append_word(out, 0);
        append_word(out, 1 + pdu.size());
    }
    out.push_back(address);
    out.insert(out.end(), pdu.begin(), pdu.end());
    if (framing == Framing::mbap) return out;
    out.resize(out.size() + 2);
    renew_crc(out);
    return out;
}

void renew_crc(std::span<std::uint8_t> frame) {
    if (frame.size() < 2) return;
    const std::uint16_t crc = meter::modbus::crc16(frame.first(frame.size() - 2));
    frame[frame.size() - 2] = static_cast<std::uint8_t>(crc);
    frame[frame.size() - 1] = static_cast<std::uint8_t>(crc >> 8);
}

std::optional<Registers> registers_of(Bytes request) {
    if (request.size() < 5) return std::nullopt;
    const std::uint8_t function = request[0];
    const std::uint32_t first = word_at(request, 1) + 1U;
    if (function == 0x06) return Registers{first, 1};
    if (function != 0x03 && function != 0x04 && function != 0x10) return std::nullopt;
    const std::uint32_t count = word_at(request, 3);
    return Registers{first, count == 0 ? 1 : count};
}

std::uint16_t word_at(Bytes bytes, std::size_t at) {
    return static_cast<std::uint16_t>(bytes[at] << 8 | bytes[at + 1]);
}

}  // namespace line
