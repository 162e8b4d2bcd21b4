// What becomes of a meter's answer between the meter and the wire: the place where faults happen.
//
//   meter ── answer ──► AnswerFilter::plan ──► AnswerPlan ──► the bus sends it, piece by piece
//
// A filter decides, the bus (or a gateway) carries out; other meters on the bus are not stalled by
// what happens to one. The bits of a plan depend on the exchange and on the filter's own state
// (rules, counters, seeds) alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "app/line/traffic.h"
#include "core/time.h"

namespace line {

// A request to one meter and the answer it would give. Frames are RTU (address, PDU, CRC) or MBAP
// (header, PDU), as `framing` says; both are valid during the call only.
struct Exchange {
    meter::Instant now{};  // line clock: end of the request
    Client client;
    Framing framing = Framing::rtu;
    std::size_t meter = 0;     // its place on the bus, from 0: two may have one address
    std::uint8_t address = 1;  // of the meter, its present one
    std::span<const std::uint8_t> request;
    std::span<const std::uint8_t> answer;
};

struct AnswerPiece {
    meter::Ticks pause{};  // silence before its first character, on top of the turnaround
    std::vector<std::uint8_t> bytes;
};

struct AnswerPlan {
    std::vector<AnswerPiece> pieces;  // none: no answer. The healthy plan is the answer in one
    // The meter's control power fails after this many bytes of the plan have left, for so long.
    std::optional<std::size_t> power_cut_after;
    meter::Ticks power_cut_for{};
    // The line is held by a stuck driver for so long after the plan's last byte: nothing passes.
    meter::Ticks stuck_for{};
};

class AnswerFilter {
 public:
    virtual AnswerPlan plan(const Exchange& exchange) = 0;
    // A request has come for a meter, and it has not been executed yet: a filter may refuse it
    // (busy, any exception code 1..255) so that the meter never sees it; the exception then goes
    // through plan() like any answer. Nothing: let it through. Broadcasts are asked about as well,
    // once for every meter; they have no answer.
    virtual std::optional<std::uint8_t> refuse(const Exchange& exchange) = 0;

 protected:
    ~AnswerFilter() = default;
};

}  // namespace line
