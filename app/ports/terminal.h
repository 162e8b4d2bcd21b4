// What a pseudo terminal and a serial device have in common: the kernel's idea of a UART.
#pragma once

#include "app/line/uart_format.h"

namespace ports {

// Raw mode (nothing is echoed, cut or altered) at a meter's rate and parity; characters with wrong
// parity or without a stop bit are dropped. Throws std::system_error; `name` is in its text.
void set_raw(int fd, const line::UartFormat& format, const char* name);

// The rate and stop bits that a terminal is set to. A pseudo terminal never tells parity nor 7
// bits (clients.md), so neither is told here. Empty when the kernel does not say.
[[nodiscard]] line::SeenFormat seen_format(int fd);

}  // namespace ports
