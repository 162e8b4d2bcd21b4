// The four keys, in the order in which they sit under the glass.
#pragma once

#include <cstdint>

namespace meter {

enum class Key : std::uint8_t { back, minus, plus, next };
inline constexpr int kKeys = 4;

}  // namespace meter
