// Apart from terminal.cpp: the kernel's termios, with rates as numbers, and the C library's cannot
// be in one file.
#include <asm/termbits.h>
#include <sys/ioctl.h>

#include "app/ports/terminal.h"

namespace ports {

line::SeenFormat seen_format(int fd) {
    struct termios2 mode {};
    if (::ioctl(fd, TCGETS2, &mode) != 0 || mode.c_ospeed == 0) return {};
    line::SeenFormat seen;
    seen.baud = mode.c_ospeed;
    seen.stop_half_bits = static_cast<std::uint8_t>((mode.c_cflag & CSTOPB) != 0 ? 4 : 2);
    return seen;
}

}  // namespace ports
