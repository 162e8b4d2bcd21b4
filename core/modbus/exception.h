// Modbus exception codes the meter answers with (metrology.md 4.2; the mapping to the meter's
// own refusals is inferred, meter.md 1.4).
#pragma once

#include <cstdint>

namespace meter::modbus {

// Set in the function code of an answer that is an exception (Modbus application protocol 1.1b3,
// 7).
inline constexpr std::uint8_t kExceptionFlag = 0x80;

enum class Exception : std::uint8_t {
    none = 0x00,
    illegal_function = 0x01,
    illegal_address = 0x02,  // outside the map, in a hole, or a write to what is read-only
    illegal_value = 0x03,    // a value out of range, a wrong quantity, byte count or length
    device_failure = 0x04,   // the reset system runs and has no registers (inferred)
};

}  // namespace meter::modbus
