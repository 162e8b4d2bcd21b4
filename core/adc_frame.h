// What the analog front end hands to the core once a frame: raw converter counts.
//
//   slot      IA  VA  IB  VB  IC  VC  IN   (settling)
//   tick       0   2   4   6   8  10  12 .. 13          one frame, 396.7 us
//
// One delta-sigma converter is shared; a conversion takes two ticks and slot k
// is taken at its start, k * 2 ticks into the frame (metrology.md 1.1; the
// exact instant inside the conversion is inferred and common to all slots).
// Current slots carry the Rogowski voltage, the derivative of the current.
#pragma once

#include <array>
#include <cstdint>

#include "core/time.h"

namespace meter {

enum class Slot : std::uint8_t { IA, VA, IB, VB, IC, VC, IN };

inline constexpr int kSlots = 7;
inline constexpr int kPhases = 3;

// The converter clips here: |count| <= 2^20 (374 mV at 356.6 nV; metrology.md 1.2, derived there).
inline constexpr std::int32_t kAdcClip = 1 << 20;

struct AdcFrame {
    std::array<std::int32_t, kSlots> count{};  // indexed by Slot, |count| <= kAdcClip

    constexpr std::int32_t operator[](Slot s) const { return count[static_cast<std::size_t>(s)]; }
    constexpr bool operator==(const AdcFrame&) const = default;
};

// When a slot is taken, counted from the start of its frame.
constexpr Ticks slot_instant(Slot s) { return {2 * static_cast<std::int64_t>(s)}; }

constexpr Slot current_slot(int phase) { return static_cast<Slot>(2 * phase); }
constexpr Slot voltage_slot(int phase) { return static_cast<Slot>(2 * phase + 1); }

}  // namespace meter
