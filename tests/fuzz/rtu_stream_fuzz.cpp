// A stream of RTU over TCP, cut anywhere, with pauses.
//
// Input: pieces, each behind a byte: its length in the low seven bits, a pause longer than
// kRtuPatience before it in the high one. Whatever has passed, a request after a pause is answered.
#include "app/ports/rtu_stream.h"
#include "tests/core/modbus/frames.h"
#include "tests/fuzz/gateway.h"

namespace {

using meter::modbus::Bytes;
using meter::modbus::with_crc;

constexpr std::uint8_t kAddress = fuzz::RecordingDevice::kAddress;

// What comes out are the answers the device gave, in their order, as frames; some of them, since
// broadcasts are not answered.
void check_answers(std::span<const std::uint8_t> out, const std::vector<Bytes>& given) {
    for (const Bytes& answer : given) {
        const Bytes frame = with_crc(meter::modbus::operator+({kAddress}, answer));
        if (out.size() < frame.size() || !std::equal(frame.begin(), frame.end(), out.begin()))
            continue;
        out = out.subspan(frame.size());
    }
    fuzz::require(out.empty(), "answers of the device and nothing else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    fuzz::RecordingDevice device;
    ports::RtuStream framing;
    ports::TcpFraming::Clock::time_point now{};
    std::vector<std::uint8_t> out;
    while (!input.empty()) {
        const std::uint8_t head = input.byte();
        if ((head & 0x80) != 0) now += 2 * ports::kRtuPatience;
        fuzz::require(framing.take(input.bytes(head & 0x7F), now, device, out),
                      "RTU has no way to make no sense");
    }
    check_answers(out, device.given);
    now += 2 * ports::kRtuPatience;
    out.clear();
    (void)framing.take(with_crc({kAddress, 0x03, 0x00, 0x80, 0x00, 0x01}), now, device, out);
    fuzz::require(out == with_crc({kAddress, 0x03, 0x02, 0x00, 0x00}), "a pause heals everything");
    return 0;
}
