#include "app/ports/telnet.h"

#include <algorithm>

namespace ports {
namespace {

constexpr std::uint8_t kIac = 255;
constexpr std::uint8_t kDont = 254;
constexpr std::uint8_t kDo = 253;
constexpr std::uint8_t kWont = 252;
constexpr std::uint8_t kWill = 251;
constexpr std::uint8_t kSubnegotiation = 250;
constexpr std::uint8_t kEnd = 240;

constexpr std::array<std::uint8_t, 3> kOptions{0, 3, Telnet::kComPort};

bool is_option(std::uint8_t option) {
    return std::find(kOptions.begin(), kOptions.end(), option) != kOptions.end();
}

}  // namespace

void Telnet::take(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& data,
                  std::vector<std::uint8_t>& back) {
    for (const std::uint8_t byte : bytes) {
        switch (mode_) {
            case Mode::data:
                in_data(byte, data);
                break;
            case Mode::command:
                in_command(byte, data);
                break;
            case Mode::option:
                in_option(byte, back);
                break;
            case Mode::subnegotiation:
                in_subnegotiation(byte);
                break;
            case Mode::end:
                at_end(byte);
                break;
        }
    }
}

void Telnet::in_data(std::uint8_t byte, std::vector<std::uint8_t>& data) {
    if (byte == kIac)
        mode_ = Mode::command;
    else
        data.push_back(byte);
}

void Telnet::in_command(std::uint8_t byte, std::vector<std::uint8_t>& data) {
    mode_ = Mode::data;
    if (byte == kIac) data.push_back(byte);
    if (byte == kSubnegotiation) {
        mode_ = Mode::subnegotiation;
        size_ = 0;
    }
    if (byte < kWill || byte == kIac) return;
    mode_ = Mode::option;
    verb_ = byte;
}

void Telnet::in_option(std::uint8_t option, std::vector<std::uint8_t>& back) {
    mode_ = Mode::data;
    const bool about_us = verb_ == kDo || verb_ == kDont;
    const bool wanted = verb_ == kDo || verb_ == kWill;
    bool& on = about_us ? ours_[option] : theirs_[option];
    const bool granted = wanted && is_option(option);
    if (wanted == on) return;  // it is so already
    if (!wanted || granted) on = wanted;
    const std::uint8_t yes = about_us ? kWill : kDo;
    const std::uint8_t no = about_us ? kWont : kDont;
    back.insert(back.end(), {kIac, granted ? yes : no, option});
}

void Telnet::in_subnegotiation(std::uint8_t byte) {
    if (byte == kIac)
        mode_ = Mode::end;
    else
        keep(byte);
}

// IAC inside a sub-negotiation; what is neither IAC nor SE behind it is passed over (RFC 855 has no
// such thing).
void Telnet::at_end(std::uint8_t byte) {
    mode_ = Mode::subnegotiation;
    if (byte == kIac) return keep(byte);
    if (byte != kEnd) return;
    mode_ = Mode::data;
    if (size_ < 2 || size_ > kMostBytes || held_[0] != kComPort) return;
    subnegotiated_(std::span<const std::uint8_t>(held_).subspan(1, size_ - 1));
}

void Telnet::keep(std::uint8_t byte) {
    if (size_ < kMostBytes) held_[size_] = byte;
    size_ = std::min(size_ + 1, kMostBytes + 1);
}

void Telnet::escape(std::span<const std::uint8_t> data, std::vector<std::uint8_t>& out) {
    for (const std::uint8_t byte : data) {
        if (byte == kIac) out.push_back(kIac);
        out.push_back(byte);
    }
}

void Telnet::subnegotiate(std::uint8_t command, std::span<const std::uint8_t> value,
                          std::vector<std::uint8_t>& out) {
    out.insert(out.end(), {kIac, kSubnegotiation, kComPort, command});
    escape(value, out);
    out.insert(out.end(), {kIac, kEnd});
}

}  // namespace ports
