#include "app/ports/terminal.h"

#include <termios.h>

#include <algorithm>
#include <array>
#include <cerrno>

#include "app/ports/phrases.h"
#include "signals/scenario/system_text.h"

namespace ports {
namespace {

struct Rate {
    std::uint32_t baud;
    speed_t code;
};
constexpr std::array kRates{Rate{1'200, B1200}, Rate{2'400, B2400},   Rate{4'800, B4800},
                            Rate{9'600, B9600}, Rate{19'200, B19200}, Rate{38'400, B38400}};

speed_t code_of(std::uint32_t baud) {
    const auto* row = std::find_if(kRates.begin(), kRates.end(),
                                   [baud](const Rate& rate) { return rate.baud == baud; });
    return row == kRates.end() ? B19200 : row->code;
}

void checked(int result, const char* name) {
    if (result != 0) throw signals::SystemError(errno, signals::Sentence::of(kPort.set_up, name));
}

}  // namespace

void set_raw(int fd, const line::UartFormat& format, const char* name) {
    struct termios mode {};
    checked(::tcgetattr(fd, &mode), name);
    ::cfmakeraw(&mode);
    ::cfsetspeed(&mode, code_of(format.baud));
    mode.c_cflag |= CREAD | CLOCAL;
    mode.c_cflag &= ~static_cast<tcflag_t>(CSTOPB | CRTSCTS | PARENB | PARODD);
    if (format.parity != line::UartParity::none) mode.c_cflag |= PARENB;
    if (format.parity == line::UartParity::odd) mode.c_cflag |= PARODD;
    mode.c_iflag |= INPCK | IGNPAR | IGNBRK;
    mode.c_cc[VMIN] = 1;
    mode.c_cc[VTIME] = 0;
    checked(::tcsetattr(fd, TCSANOW, &mode), name);
}

}  // namespace ports
