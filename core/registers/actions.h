// What a setting door, the line's register bank or the panel, asks of the meter.
#pragma once

#include <cstdint>

#include "core/registers/config.h"

namespace meter {

// What register 129 can order (meter.md 3.3); the value written is in bank.cpp.
enum class Command : std::uint8_t {
    clear_energies,      // 30078
    begin_subinterval,   // 21211, acts at the end of the next reading window
    restart_maxima,      // 21212, acts at the end of the next reading window
    clear_pulse_counts,  // 16498
};

class BankActions {
 public:
    // Valid settings that differ from the present ones. Points must show them on return.
    virtual void apply(const Config& config) = 0;
    virtual void command(Command command) = 0;

 protected:
    ~BankActions() = default;
};

}  // namespace meter
