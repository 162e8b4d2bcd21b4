// A line of text of bounded length, for where there is no heap. What does not fit is cut off.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace firmware {

class Text {
 public:
    constexpr Text& add(std::string_view text) {
        for (const char c : text) put(c);
        return *this;
    }
    // 16 digits.
    constexpr Text& add_hex(std::uint64_t value) {
        for (int shift = 60; shift >= 0; shift -= 4)
            put("0123456789abcdef"[(value >> shift) & 0xF]);
        return *this;
    }
    constexpr Text& add_decimal(std::uint64_t value) {
        std::array<char, 20> digits{};
        std::size_t n = digits.size();
        do {
            digits[--n] = static_cast<char>('0' + value % 10);
            value /= 10;
        } while (value != 0);
        return add({digits.data() + n, digits.size() - n});
    }
    constexpr void clear() {
        size_ = 0;
        text_[0] = '\0';
    }
    // Zero-terminated.
    [[nodiscard]] constexpr const char* c_str() const { return text_.data(); }

 private:
    constexpr void put(char c) {
        if (size_ + 1 >= text_.size()) return;
        text_[size_++] = c;
        text_[size_] = '\0';
    }

    std::array<char, 384> text_{};
    std::size_t size_ = 0;
};

}  // namespace firmware
