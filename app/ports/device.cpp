#include "app/ports/device.h"
#include "core/modbus/crc.h"

namespace ports {
namespace {

using Bytes = std::span<const std::uint8_t>;

void frame_mbap(const Request& request, Bytes pdu, std::vector<std::uint8_t>& out) {
    const std::size_t length = 1 + pdu.size();
    const auto high = static_cast<std::uint8_t>(length >> 8);
    const auto low = static_cast<std::uint8_t>(length);
    out.insert(out.end(), {request.frame[0], request.frame[1], 0, 0, high, low, request.unit});
    out.insert(out.end(), pdu.begin(), pdu.end());
}

void frame_rtu(const Request& request, Bytes pdu, std::vector<std::uint8_t>& out) {
    const std::size_t start = out.size();
    out.push_back(request.unit);
    out.insert(out.end(), pdu.begin(), pdu.end());
    const std::uint16_t crc = meter::modbus::crc16(Bytes{out}.subspan(start));
    out.push_back(static_cast<std::uint8_t>(crc));
    out.push_back(static_cast<std::uint8_t>(crc >> 8));
}

}  // namespace

void frame_answer(const Request& request, Bytes pdu, std::vector<std::uint8_t>& out) {
    request.framing == line::Framing::mbap ? frame_mbap(request, pdu, out)
                                           : frame_rtu(request, pdu, out);
}

}  // namespace ports
