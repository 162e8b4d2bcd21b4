// The register bank: the table as a Modbus master sees it, by wire address.
//
//   wire address = register number - 1 (meter.md 0)
//
// A read is a pure function of Points. A write is judged as a whole before anything happens:
//   1. every address exists and is writable             else illegal_address
//   2. every value obeys core/registers/rules.h         else illegal_value
//      (ascending, each against what the ones before it would leave)
//   3. the new settings are applied in one call, then the command, if there is one.
// All or nothing (inferred, meter.md 1.4). The bank has no state of its own.
#pragma once

#include <cstdint>
#include <span>

#include "core/modbus/exception.h"
#include "core/registers/actions.h"
#include "core/registers/points.h"

namespace meter {

class Bank {
 public:
    // Both must outlive the bank.
    constexpr Bank(const Points& points, BankActions& actions)
        : points_(points), actions_(actions) {}

    // Reads out.size() registers from wire address `start`. It may start and end inside a
    // 32-bit value. illegal_address, and nothing written, when any of them does not exist.
    [[nodiscard]] modbus::Exception read(std::uint16_t start, std::span<std::uint16_t> out) const;

    // Writes values.size() registers from wire address `start`.
    [[nodiscard]] modbus::Exception write(std::uint16_t start,
                                          std::span<const std::uint16_t> values);

    // What the registers look at; the identity answers look there as well.
    [[nodiscard]] constexpr const Points& points() const { return points_; }

 private:
    const Points& points_;
    BankActions& actions_;
};

}  // namespace meter
