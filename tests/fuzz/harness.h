// What the fuzz targets share: taking an input apart, and saying what must hold.
//
// A target is one *_fuzz.cpp with LLVMFuzzerTestOneInput() (libFuzzer's interface). It is linked
// twice: with libFuzzer (./dev fuzz), and with replay_main.cpp, which runs the corpus as a test.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <span>
#include <string_view>

namespace fuzz {

// Ends the process when `holds` is false, so that the fuzzer keeps the input.
inline void require(bool holds, const char* what) {
    if (holds) return;
    std::fprintf(stderr, "broken: %s\n", what);
    std::abort();
}

// Reads an input from its front. Past the end everything is 0 or empty.
class Input {
 public:
    Input(const std::uint8_t* data, std::size_t size) : left_(data, size) {}

    [[nodiscard]] bool empty() const { return left_.empty(); }
    std::uint8_t byte() {
        const auto one = bytes(1);
        return one.empty() ? std::uint8_t{0} : one[0];
    }
    // As many as there are, `most` at most.
    std::span<const std::uint8_t> bytes(std::size_t most) {
        const auto taken = left_.first(most < left_.size() ? most : left_.size());
        left_ = left_.subspan(taken.size());
        return taken;
    }
    std::span<const std::uint8_t> rest() { return bytes(left_.size()); }

 private:
    std::span<const std::uint8_t> left_;
};

inline std::string_view text(std::span<const std::uint8_t> bytes) {
    return {reinterpret_cast<const char*>(bytes.data()), bytes.size()};
}

}  // namespace fuzz
