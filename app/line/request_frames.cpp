#include "app/line/request_frames.h"

#include "core/modbus/crc.h"
#include "core/modbus/framer.h"
#include "core/modbus/pdu.h"

namespace line {
namespace {

constexpr std::size_t kOverhead = 3;  // address and CRC around a PDU

}  // namespace

bool is_frame(std::span<const std::uint8_t> bytes) {
    return bytes.size() >= meter::modbus::kMinFrame && bytes.size() <= meter::modbus::kMaxFrame &&
           meter::modbus::crc_matches(bytes);
}

std::size_t first_request(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < meter::modbus::kMinFrame) return 0;
    const std::size_t size = meter::modbus::request_size(bytes.subspan(1)) + kOverhead;
    const bool whole = size > kOverhead && size <= bytes.size() && is_frame(bytes.first(size));
    return whole ? size : 0;
}

}  // namespace line
