// The Telnet layer of RFC 2217: data, options and sub-negotiations apart (RFC 854, 855, 856, 858).
//
//   bytes ──► Telnet ──► data                 IAC IAC is the byte FF; binary always: CR is CR
//                 ├───► Events::subnegotiated  IAC SB 44 ... IAC SE
//                 └───► answers to DO, DONT, WILL, WONT, appended to what goes back
//
// Options that both sides may have: binary (0), suppress go-ahead (3), COM port (44). Every other
// one is refused. A side that asks for what is so already gets no answer, so that no two programs
// acknowledge each other for ever; nothing is asked for on our own.
//
// Whatever comes: a sub-negotiation longer than kMostBytes is passed over, commands that are not
// understood as well; one that never ends swallows what follows it, up to the end of the
// connection, in no more memory.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace ports {

class Telnet {
 public:
    static constexpr std::uint8_t kComPort = 44;
    static constexpr std::size_t kMostBytes = 64;  // RFC 2217 needs 5, but for a signature

    using Subnegotiated = std::function<void(std::span<const std::uint8_t> com_port_command)>;

    // `subnegotiated` gets what stands between IAC SB 44 and IAC SE, IAC IAC undone.
    explicit Telnet(Subnegotiated subnegotiated) : subnegotiated_(std::move(subnegotiated)) {}

    // Appends data to `data` and answers to `back`.
    void take(std::span<const std::uint8_t> bytes, std::vector<std::uint8_t>& data,
              std::vector<std::uint8_t>& back);

    // COM port control has been agreed on.
    [[nodiscard]] bool com_port() const { return ours_[kComPort] || theirs_[kComPort]; }

    // Data as it goes to a client: FF doubled.
    static void escape(std::span<const std::uint8_t> data, std::vector<std::uint8_t>& out);
    // IAC SB 44 `command` `value` IAC SE.
    static void subnegotiate(std::uint8_t command, std::span<const std::uint8_t> value,
                             std::vector<std::uint8_t>& out);

 private:
    enum class Mode : std::uint8_t { data, command, option, subnegotiation, end };

    void in_data(std::uint8_t byte, std::vector<std::uint8_t>& data);
    void in_command(std::uint8_t byte, std::vector<std::uint8_t>& data);
    void in_option(std::uint8_t option, std::vector<std::uint8_t>& back);
    void in_subnegotiation(std::uint8_t byte);
    void at_end(std::uint8_t byte);
    void keep(std::uint8_t byte);

    Subnegotiated subnegotiated_;
    Mode mode_ = Mode::data;
    std::uint8_t verb_ = 0;
    std::array<bool, 256> ours_{};    // options that we have on
    std::array<bool, 256> theirs_{};  // options that the client has on
    std::array<std::uint8_t, kMostBytes> held_{};
    std::size_t size_ = 0;  // kMostBytes + 1: too long
};

}  // namespace ports
