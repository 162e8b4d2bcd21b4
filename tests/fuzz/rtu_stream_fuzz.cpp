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

// What comes out are the answers the device gave, in their order, as frames.
void check_answers(const Bytes& out, const std::vector<Bytes>& given) {
    Bytes frames;
    for (const Bytes& answer : given)
        frames = meter::modbus::operator+(frames,
                                          with_crc(meter::modbus::operator+({kAddress}, answer)));
    fuzz::require(out == frames, "answers of the device and nothing else");
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    fuzz::RecordingDevice device;
    ports::RtuStream framing;
    ports::TcpFraming::Clock::time_point now{};
    ports::Reply reply;
    while (!input.empty()) {
        const std::uint8_t head = input.byte();
        if ((head & 0x80) != 0) now += 2 * ports::kRtuPatience;
        fuzz::require(framing.take(input.bytes(head & 0x7F), now, {}, device, reply),
                      "RTU has no way to make no sense");
    }
    check_answers(reply.now, device.given);
    now += 2 * ports::kRtuPatience;
    reply.now.clear();
    (void)framing.take(with_crc({kAddress, 0x03, 0x00, 0x80, 0x00, 0x01}), now, {}, device, reply);
    fuzz::require(reply.now == with_crc({kAddress, 0x03, 0x02, 0x00, 0x00}),
                  "a pause heals everything");
    return 0;
}
