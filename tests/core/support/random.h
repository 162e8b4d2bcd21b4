// Random numbers for tests: SplitMix64, the same on every machine and library.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace meter::test {

using Bytes = std::vector<std::uint8_t>;

class Random {
 public:
    explicit Random(std::uint64_t seed) : state_(seed) {}

    std::uint64_t next() {
        std::uint64_t z = (state_ += 0x9E37'79B9'7F4A'7C15U);
        z = (z ^ (z >> 30)) * 0xBF58'476D'1CE4'E5B9U;
        z = (z ^ (z >> 27)) * 0x94D0'49BB'1331'11EBU;
        return z ^ (z >> 31);
    }

    // Of random width, so that small and large numbers are equally common.
    std::uint64_t of_any_width(int most_bits = 64) {
        const std::uint64_t x = next();
        return x >> (64 - most_bits + static_cast<int>(below(static_cast<unsigned>(most_bits))));
    }

    // 0..n-1; the bias of the remainder is of no concern here.
    std::uint64_t below(std::uint64_t n) { return next() % n; }

    std::uint8_t byte() { return static_cast<std::uint8_t>(next() >> 56); }
    Bytes bytes(std::size_t n) {
        Bytes out(n);
        for (std::uint8_t& b : out) b = byte();
        return out;
    }

    std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::uint64_t>(high - low) + 1));
    }

    // -1..1, uniform.
    double symmetric() { return static_cast<double>(next() >> 11) * 0x1p-52 - 1.0; }

 private:
    std::uint64_t state_;
};

}  // namespace meter::test
