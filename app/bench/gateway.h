// The meters of a bench behind a gateway port (ports/tcp_server.h): past their line, in no line
// time.
//
// Modbus/TCP. A unit 1..247 is the meter with that address. Units 0 and 255 are "the device
// itself": the meter, whatever its address, where there is one; with several nobody. Where nobody
// is meant, or the meter is dead, or two have the address (both execute the request and their
// answers spoil each other), the answer is exception 0B, target does not respond. There is no
// broadcast.
//
// RTU over TCP. As on the line: address 0 is a broadcast to all meters, executed and not answered;
// where Modbus/TCP has exception 0B there is silence.
//
// An AnswerFilter acts here as on the line. What a gateway has no place for is left out: a stuck
// line sticks nobody here, and a power cut in mid-answer happens at once.
#pragma once

#include <array>
#include <memory>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "app/bench/line_server.h"
#include "app/bench/rig.h"
#include "app/line/taps.h"
#include "app/ports/device.h"
#include "core/modbus/pdu.h"

namespace bench {

static_assert(ports::kMaxPdu == meter::modbus::kMaxPdu);

class Gateway final : public ports::Device {
 public:
    // All must outlive the gateway. The clock and the filter are those of the line.
    Gateway(std::span<const std::unique_ptr<Rig>> meters, LineServer& line)
        : meters_(meters), line_(line) {}

    void seat(std::span<const std::unique_ptr<Rig>> meters) { meters_ = meters; }
    void add_tap(std::shared_ptr<line::Tap> tap) { taps_.add(std::move(tap)); }
    void serve(const ports::Request& request, ports::Reply& reply) override;

 private:
    [[nodiscard]] bool is_meant(const Rig& rig, const ports::Request& request) const;
    void execute(const ports::Request& request);
    std::size_t execute_on(std::size_t meter, const ports::Request& request);
    void answer(const ports::Request& request, ports::Reply& reply);
    void carry_out(line::AnswerPlan plan, const ports::Request& request, ports::Reply& reply);
    [[nodiscard]] line::Exchange exchange_of(const ports::Request& request, std::size_t meter,
                                             std::span<const std::uint8_t> answer);
    void tell(const ports::Request& request, line::Direction direction,
              std::span<const std::uint8_t> bytes, meter::Ticks later = {});

    std::span<const std::unique_ptr<Rig>> meters_;
    LineServer& line_;
    line::Taps taps_;
    std::size_t meant_ = 0;                              // meters that the request was for
    std::size_t meter_ = 0;                              // the last of them
    std::array<std::uint8_t, ports::kMaxPdu> buffer_{};  // its answer
    std::size_t size_ = 0;
};

}  // namespace bench
