#include "app/ports/com_port.h"

#include <algorithm>
#include <array>
#include <utility>

#include "app/ports/telnet.h"

namespace ports {
namespace {

using Value = std::span<const std::uint8_t>;
using Back = std::vector<std::uint8_t>;

constexpr std::uint8_t kServer = 100;  // added to a client's command in our answer

constexpr std::uint8_t kSignatureCommand = 0;
constexpr std::uint8_t kBaud = 1;
constexpr std::uint8_t kDataSize = 2;
constexpr std::uint8_t kParity = 3;
constexpr std::uint8_t kStopSize = 4;
constexpr std::uint8_t kControl = 5;
constexpr std::uint8_t kLineState = 6;
constexpr std::uint8_t kModemState = 7;
constexpr std::uint8_t kSuspend = 8;
constexpr std::uint8_t kResume = 9;
constexpr std::uint8_t kLineMask = 10;
constexpr std::uint8_t kModemMask = 11;
constexpr std::uint8_t kPurge = 12;

constexpr std::uint32_t kLeastBaud = 50;
constexpr std::uint32_t kMostBaud = 4'000'000;
constexpr std::uint8_t kModemLines = 0xB0;  // carrier, DSR, CTS

// In the order of their numbers on the wire, from 1.
constexpr std::array kParities{line::UartParity::none, line::UartParity::odd,
                               line::UartParity::even, line::UartParity::mark,
                               line::UartParity::space};
constexpr std::array<std::uint8_t, 3> kStopHalfBits{2, 4, 3};

void answer(std::uint8_t command, std::uint8_t value, Back& back) {
    Telnet::subnegotiate(kServer + command, {&value, 1}, back);
}

template <class List, class Item>
std::uint8_t number_of(const List& list, Item item) {
    return static_cast<std::uint8_t>(std::find(list.begin(), list.end(), item) - list.begin() + 1);
}

}  // namespace

struct ComPort::Command {
    std::uint8_t number;
    std::uint8_t least;  // bytes of its value
    void (ComPort::*execute)(Value value, Back& back);
};

std::span<const ComPort::Command> ComPort::commands() {
    static constexpr std::array kCommands{
        Command{kSignatureCommand, 0, &ComPort::signature},
        Command{kBaud, 4, &ComPort::baud},
        Command{kDataSize, 1, &ComPort::data_size},
        Command{kParity, 1, &ComPort::parity},
        Command{kStopSize, 1, &ComPort::stop_size},
        Command{kControl, 1, &ComPort::control},
        Command{kSuspend, 0, &ComPort::suspend},
        Command{kResume, 0, &ComPort::resume},
        Command{kLineMask, 1, &ComPort::line_mask},
        Command{kModemMask, 1, &ComPort::modem_mask},
        Command{kPurge, 1, &ComPort::purge},
    };
    return kCommands;
}

void ComPort::command(Value bytes, Back& back) {
    if (bytes.empty()) return;
    const Value value = bytes.subspan(1);
    for (const Command& row : commands()) {
        if (row.number != bytes[0] || value.size() < row.least) continue;
        (this->*row.execute)(value, back);
    }
}

// A client that tells its own name wants no answer.
void ComPort::signature(Value value, Back& back) {
    if (!value.empty()) return;
    Telnet::subnegotiate(
        kServer + kSignatureCommand,
        {reinterpret_cast<const std::uint8_t*>(signature_.data()), signature_.size()}, back);
}

void ComPort::baud(Value value, Back& back) {
    std::uint32_t wanted = 0;
    for (const std::uint8_t byte : value.first(4)) wanted = wanted << 8 | byte;
    if (wanted >= kLeastBaud && wanted <= kMostBaud) format_.baud = wanted;
    std::array<std::uint8_t, 4> now{};
    for (std::size_t i = 0; i < now.size(); ++i)
        now[i] = static_cast<std::uint8_t>(format_.baud >> (24 - 8 * i));
    Telnet::subnegotiate(kServer + kBaud, now, back);
}

void ComPort::data_size(Value value, Back& back) {
    if (value[0] >= 5 && value[0] <= 8) format_.data_bits = value[0];
    answer(kDataSize, format_.data_bits, back);
}

void ComPort::parity(Value value, Back& back) {
    if (value[0] >= 1 && value[0] <= kParities.size()) format_.parity = kParities[value[0] - 1U];
    answer(kParity, number_of(kParities, format_.parity), back);
}

void ComPort::stop_size(Value value, Back& back) {
    if (value[0] >= 1 && value[0] <= kStopHalfBits.size())
        format_.stop_half_bits = kStopHalfBits[value[0] - 1U];
    answer(kStopSize, number_of(kStopHalfBits, format_.stop_half_bits), back);
}

void ComPort::control(Value value, Back& back) {
    struct Switch {
        std::uint8_t ask, on, off;
        bool ComPort::*state;
    };
    static constexpr std::array kSwitches{Switch{4, 5, 6, &ComPort::break_},
                                          Switch{7, 8, 9, &ComPort::dtr_},
                                          Switch{10, 11, 12, &ComPort::rts_}};
    const std::uint8_t wanted = value[0];
    for (const Switch& row : kSwitches) {
        if (wanted < row.ask || wanted > row.off) continue;
        if (wanted != row.ask) this->*row.state = wanted == row.on;
        return answer(kControl, this->*row.state ? row.on : row.off, back);
    }
    const bool inbound = wanted >= 13 && wanted <= 16;
    answer(kControl, inbound ? 14 : 1, back);  // no flow control
}

void ComPort::suspend(Value, Back&) { suspended_ = true; }
void ComPort::resume(Value, Back&) { suspended_ = false; }

void ComPort::line_mask(Value value, Back& back) {
    line_mask_ = value[0];
    answer(kLineMask, line_mask_, back);
}

void ComPort::modem_mask(Value value, Back& back) {
    modem_mask_ = value[0];
    answer(kModemMask, modem_mask_, back);
}

void ComPort::purge(Value value, Back& back) {
    if (value[0] >= 1 && value[0] <= 3) purge_ |= value[0];
    answer(kPurge, value[0], back);
}

std::uint8_t ComPort::take_purge() { return std::exchange(purge_, std::uint8_t{0}); }

void ComPort::tell_modem_state(Back& back) const {
    answer(kModemState, kModemLines & modem_mask_, back);
}

void ComPort::tell_line_state(std::uint8_t bits, Back& back) const {
    if ((bits & line_mask_) != 0) answer(kLineState, bits & line_mask_, back);
}

}  // namespace ports
