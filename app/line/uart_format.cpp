#include "app/line/uart_format.h"

#include <fmt/core.h>

namespace line {

UartFormat format_of(const meter::LineConfig& line) {
    UartFormat format;
    format.baud = line.baud;
    switch (line.parity) {
        case meter::Parity::none:
            format.parity = UartParity::none;
            break;
        case meter::Parity::even:
            format.parity = UartParity::even;
            break;
        case meter::Parity::odd:
            format.parity = UartParity::odd;
            break;
    }
    return format;
}

UartFormat filled(const SeenFormat& seen, const UartFormat& own) {
    return {seen.baud.value_or(own.baud), seen.data_bits.value_or(own.data_bits),
            seen.parity.value_or(own.parity), seen.stop_half_bits.value_or(own.stop_half_bits)};
}

std::string to_text(const UartFormat& format) {
    const char* stop = format.stop_half_bits == 2 ? "1" : format.stop_half_bits == 3 ? "1.5" : "2";
    return fmt::format("{} {}{}{}", format.baud, format.data_bits,
                       "NOEMS"[static_cast<int>(format.parity)], stop);
}

}  // namespace line
