// A meter as the bus sees it: a UART and a transceiver.
//
//   bus ── receive, advance ──► Station ── Bus::requested, Bus::answered ──► bus
//
// Stamps are of the line clock and never run backwards.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "core/registers/config.h"
#include "core/time.h"

namespace line {

inline constexpr std::size_t kMostMeters = 63;  // on one line, meter.md 1.4

class Station {
 public:
    // What its UART is set to now, and its address.
    [[nodiscard]] virtual meter::LineConfig line() const = 0;

    // A character whose stop bit ended at `now`; with `damaged`, one with wrong parity or no stop
    // bit.
    virtual void receive(std::uint8_t byte, bool damaged, meter::Instant now) = 0;
    virtual void advance(meter::Instant now) = 0;
    // When advance() has to be called next; nothing while idle.
    [[nodiscard]] virtual std::optional<meter::Instant> deadline() const = 0;
    // It has taken a request and is going to answer.
    [[nodiscard]] virtual bool answering() const = 0;

    // Control power fails at once, or comes back.
    virtual void power(bool present) = 0;

 protected:
    ~Station() = default;
};

}  // namespace line
