#include "app/line/uart.h"

#include <algorithm>
#include <bit>

namespace line {
namespace {

constexpr std::int64_t kLooks = 16;  // a bit

bool parity_bit(std::uint8_t data, UartParity parity) {
    const bool odd_ones = std::popcount(data) % 2 != 0;
    switch (parity) {
        case UartParity::even:
            return odd_ones;
        case UartParity::odd:
            return !odd_ones;
        case UartParity::space:
            return false;
        case UartParity::none:
        case UartParity::mark:
            return true;
    }
    return true;
}

std::uint8_t masked(std::uint8_t byte, std::uint8_t data_bits) {
    return static_cast<std::uint8_t>(byte & ((1U << data_bits) - 1U));
}

// Bit `place` of a character on the wire, the start bit is 0.
bool bit_of(std::uint8_t byte, const UartFormat& format, std::int64_t place) {
    const std::int64_t data = format.data_bits;
    if (place == 0) return false;
    if (place <= data) return (byte >> (place - 1) & 1) != 0;
    if (place == data + 1 && format.parity != UartParity::none)
        return parity_bit(masked(byte, format.data_bits), format.parity);
    return true;
}

class Receiver {
 public:
    Receiver(std::span<const Run> runs, const UartFormat& format) : runs_(runs), format_(format) {
        const auto earlier = [](const Run& a, const Run& b) { return a.begin < b.begin; };
        const auto ends = [](const Run& a, const Run& b) { return a.end() < b.end(); };
        begin_ = std::min_element(runs.begin(), runs.end(), earlier)->begin;
        end_ = std::max_element(runs.begin(), runs.end(), ends)->end();
    }

    std::vector<HeardCharacter> all() {
        std::vector<HeardCharacter> heard;
        for (std::int64_t n = 0; instant(n) < end_; ++n) {
            if (mark(n) || mark(n + kLooks / 2)) continue;
            heard.push_back(character(n));
            n += looks_before_stop();
            if (heard.back().damaged && !mark(n)) n = next_mark(n);
        }
        return heard;
    }

 private:
    // Of look `n`; counted from the first start bit, so nothing adds up.
    [[nodiscard]] WireInstant instant(std::int64_t n) const {
        return begin_ + WireSpan{n * kWireHz / (kLooks * static_cast<std::int64_t>(format_.baud))};
    }
    [[nodiscard]] bool mark(std::int64_t n) const {
        const WireInstant at = instant(n);
        return std::all_of(runs_.begin(), runs_.end(),
                           [at](const Run& run) { return level(run, at); });
    }
    [[nodiscard]] std::int64_t places() const {
        return 1 + format_.data_bits + (format_.parity == UartParity::none ? 0 : 1);
    }
    // From the edge of the start bit to the middle of the first stop bit.
    [[nodiscard]] std::int64_t looks_before_stop() const { return kLooks * places() + kLooks / 2; }

    [[nodiscard]] HeardCharacter character(std::int64_t edge) const {
        const auto bit = [&](std::int64_t place) {
            return mark(edge + place * kLooks + kLooks / 2);
        };
        HeardCharacter heard;
        for (std::int64_t i = 0; i < format_.data_bits; ++i)
            heard.byte = static_cast<std::uint8_t>(heard.byte | (bit(i + 1) ? 1U << i : 0U));
        const bool stopped = bit(places());
        const bool parity_right = format_.parity == UartParity::none ||
                                  bit(places() - 1) == parity_bit(heard.byte, format_.parity);
        heard.damaged = !stopped || !parity_right;
        heard.end = instant(edge + kLooks * (places() + 1));
        return heard;
    }

    [[nodiscard]] std::int64_t next_mark(std::int64_t n) const {
        while (instant(n) < end_ && !mark(n)) ++n;
        return n;
    }

    std::span<const Run> runs_;
    UartFormat format_;
    WireInstant begin_{};
    WireInstant end_{};
};

}  // namespace

bool level(const Run& run, WireInstant at) {
    if (at < run.begin || at >= run.end()) return true;
    const std::int64_t baud = run.format.baud;
    const std::int64_t half = (at - run.begin).count * 2 * baud / kWireHz;
    const std::int64_t each = half_bits_of_character(run.format);
    const auto place = static_cast<std::size_t>(half / each);
    if (place >= run.bytes.size()) return true;
    return bit_of(run.bytes[place], run.format, half % each / 2);
}

std::vector<HeardCharacter> listen(std::span<const Run> runs, const UartFormat& receiver) {
    if (runs.empty()) return {};
    return Receiver(runs, receiver).all();
}

}  // namespace line
