// Little-endian values from any address: no alignment, no aliasing, no sign surprises.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace signals {

// The four readers expect `at` + their size to lie inside `bytes`.
inline std::uint16_t u16_at(std::string_view bytes, std::size_t at) {
    const auto low = static_cast<unsigned char>(bytes[at]);
    const auto high = static_cast<unsigned char>(bytes[at + 1]);
    return static_cast<std::uint16_t>(low | (high << 8));
}

inline std::uint32_t u32_at(std::string_view bytes, std::size_t at) {
    return std::uint32_t{u16_at(bytes, at)} | (std::uint32_t{u16_at(bytes, at + 2)} << 16);
}

inline std::int16_t i16_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::int16_t>(u16_at(bytes, at));
}

inline std::int32_t i32_at(std::string_view bytes, std::size_t at) {
    return static_cast<std::int32_t>(u32_at(bytes, at));
}

inline float f32_at(std::string_view bytes, std::size_t at) {
    return std::bit_cast<float>(u32_at(bytes, at));
}

}  // namespace signals
