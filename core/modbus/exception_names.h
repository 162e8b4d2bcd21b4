// What the protocol calls its exception codes, for those who show one. The meter itself does not:
// nothing of this is in the firmware. Modbus application protocol 1.1b3, 7; 07 is of the reference
// guide before it (PI-MBUS-300, appendix A), and some devices still answer so.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>

namespace meter::modbus {

// The table's name as a context of translations.
inline constexpr const char* kExceptionContext = "Modbus";

struct ExceptionName {
    std::uint8_t code;
    const char* name;
};

inline constexpr std::array<ExceptionName, 10> kExceptionNames{{
    {0x01, "illegal function"},
    {0x02, "illegal data address"},
    {0x03, "illegal data value"},
    {0x04, "server device failure"},
    {0x05, "acknowledge"},
    {0x06, "server device busy"},
    {0x07, "negative acknowledge"},
    {0x08, "memory parity error"},
    {0x0A, "gateway path unavailable"},
    {0x0B, "gateway target device failed to respond"},
}};

// Null for a code that the protocol does not define.
constexpr const char* find_exception_name(std::uint8_t code) {
    const auto* found = std::find_if(kExceptionNames.begin(), kExceptionNames.end(),
                                     [code](const ExceptionName& row) { return row.code == code; });
    return found == kExceptionNames.end() ? nullptr : found->name;
}

}  // namespace meter::modbus
