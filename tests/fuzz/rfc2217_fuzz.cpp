// What a client of the RFC 2217 port sends, cut anywhere.
//
// Input: a byte n, n bytes of cuts, the stream. How it is cut must not matter, what goes back is
// Telnet, the port stays one that a UART can have, and data that is sent on arrives as it was.
#include <algorithm>
#include <array>

#include "app/ports/com_port.h"
#include "app/ports/telnet.h"
#include "tests/fuzz/harness.h"

namespace {

using Bytes = std::vector<std::uint8_t>;
using Span = std::span<const std::uint8_t>;

struct Outcome {
    Bytes data;
    Bytes back;
    line::UartFormat format;
    bool suspended = false;

    bool operator==(const Outcome&) const = default;
};

Outcome run(Span stream, Span cuts) {
    Outcome outcome;
    ports::ComPort port{line::UartFormat{}, "fuzz"};
    ports::Telnet telnet{[&](Span command) { port.command(command, outcome.back); }};
    for (std::size_t cut = 0; !stream.empty(); ++cut) {
        const std::size_t wanted = cut < cuts.size() ? 1U + cuts[cut] : stream.size();
        const Span piece = stream.first(std::min(wanted, stream.size()));
        stream = stream.subspan(piece.size());
        telnet.take(piece, outcome.data, outcome.back);
    }
    outcome.format = port.format();
    outcome.suspended = port.suspended();
    return outcome;
}

void check_format(const line::UartFormat& f) {
    fuzz::require(f.baud >= 50 && f.baud <= 4'000'000, "a rate of 50 to 4000000 bit/s");
    fuzz::require(f.data_bits >= 5 && f.data_bits <= 8, "5 to 8 data bits");
    fuzz::require(f.parity <= line::UartParity::space, "a parity that there is");
    fuzz::require(f.stop_half_bits >= 2 && f.stop_half_bits <= 4, "1, 1.5 or 2 stop bits");
}

// IAC, a verb, an option; or IAC SB 44, a command of a server, ..., IAC SE.
void check_back(Span back) {
    while (!back.empty()) {
        fuzz::require(back.size() >= 3 && back[0] == 255, "what goes back is commands");
        if (back[1] != 250) {
            fuzz::require(back[1] >= 251 && back[1] <= 254, "or an option");
            back = back.subspan(3);
            continue;
        }
        fuzz::require(back[2] == 44 && back.size() >= 6, "of the COM port");
        fuzz::require(back[3] >= 100 && back[3] <= 112, "from its server");
        std::size_t end = 4;
        while (end + 1 < back.size() && back[end] != 255) ++end;
        while (end + 3 < back.size() && back[end] == 255 && back[end + 1] == 255) {
            end += 2;
            while (end + 1 < back.size() && back[end] != 255) ++end;
        }
        fuzz::require(end + 1 < back.size() && back[end + 1] == 240, "that ends");
        back = back.subspan(end + 2);
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    const Span cuts = input.bytes(input.byte());
    const Span stream = input.rest();
    const Outcome whole = run(stream, {});
    fuzz::require(run(stream, cuts) == whole, "cuts do not matter");
    check_format(whole.format);
    check_back(whole.back);
    fuzz::require(whole.data.size() <= stream.size(), "no more data than was sent");
    Bytes escaped;
    ports::Telnet::escape(stream, escaped);
    const Outcome again = run(escaped, cuts);
    fuzz::require(std::equal(again.data.begin(), again.data.end(), stream.begin(), stream.end()),
                  "escaped data arrives as it was");
    fuzz::require(again.back.empty(), "and asks for nothing");
    return 0;
}
