// A gateway's device for fuzz targets: knows what it was asked, answers as a meter would.
#pragma once

#include <algorithm>
#include <array>
#include <vector>

#include "app/ports/tcp_framing.h"
#include "core/modbus/pdu.h"
#include "tests/core/registers/recording_meter.h"
#include "tests/fuzz/harness.h"

namespace fuzz {

class RecordingDevice final : public ports::Device {
 public:
    static constexpr std::uint8_t kAddress = 7;

    // A request of Modbus/TCP is answered whatever its unit; on RTU address 0 is not, and others
    // than our own are passed over.
    void serve(const ports::Request& request, ports::Reply& reply) override {
        require(!request.pdu.empty() && request.pdu.size() <= ports::kMaxPdu,
                "a request has 1 to 253 bytes");
        asked.emplace_back(request.pdu.begin(), request.pdu.end());
        std::array<std::uint8_t, ports::kMaxPdu> answer{};
        const std::size_t size = meter::modbus::execute(meter_.bank, request.pdu, false, answer);
        if (request.framing == line::Framing::rtu && request.unit != kAddress) return;
        given.emplace_back(answer.begin(), answer.begin() + static_cast<long>(size));
        ports::frame_answer(request, given.back(), reply.now);
    }

    std::vector<std::vector<std::uint8_t>> asked;
    std::vector<std::vector<std::uint8_t>> given;

 private:
    meter::RecordingMeter meter_;
};

// Everything that comes out for `bytes`, cut into pieces as `cuts` says, at one instant.
struct Outcome {
    bool sense = true;
    std::vector<std::uint8_t> out;
    std::vector<std::vector<std::uint8_t>> asked;

    bool operator==(const Outcome&) const = default;
};

inline Outcome run(ports::TcpFraming& framing, std::span<const std::uint8_t> bytes,
                   std::span<const std::uint8_t> cuts) {
    RecordingDevice device;
    Outcome outcome;
    ports::Reply reply;
    std::size_t cut = 0;
    while (!bytes.empty() && outcome.sense) {
        const std::size_t wanted = cut < cuts.size() ? 1U + cuts[cut++] : bytes.size();
        const auto piece = bytes.first(std::min(wanted, bytes.size()));
        bytes = bytes.subspan(piece.size());
        outcome.sense = framing.take(piece, {}, {}, device, reply);
    }
    outcome.out = reply.now;
    outcome.asked = device.asked;
    return outcome;
}

}  // namespace fuzz
