// The event log: everything that enters a meter, in the order in which it does, as bytes.
//
//   8 bytes   "MTwinLog"
//   u32       version, kLogVersion
//   events    u16 kind, u16 size of the payload, payload; the last one is `end`
//
// All integers little-endian. Times are ticks of the meter's line clock, which is its metering
// clock here: on a board both are the same crystal.
//
//   kind           payload
//   power_up       Config, then Calibration, as SnapshotWriter writes them. The meter starts anew,
//                  with what its non-volatile memory holds: a second one is a cut and a restart.
//   frames         28 bytes a frame: seven i32 counts in the order of Slot; 1..kMaxFrames frames
//   line_byte      i64 instant, u8 byte
//   line_advance   i64 instant
//   key            u8 key (0..3), u8 1 down, 0 up
//   configure      Config; a refusal is part of what is recorded
//   control_power  u8 1 present, 0 gone
//   mark           u32 number: print the state
//   end            nothing
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

#include "core/adc_frame.h"

namespace firmware {

inline constexpr std::string_view kLogMagic = "MTwinLog";
inline constexpr std::uint32_t kLogVersion = 1;
inline constexpr std::size_t kLogHeaderBytes = 12;
inline constexpr std::size_t kEventHeaderBytes = 4;
inline constexpr std::size_t kFrameBytes = std::size_t{4} * meter::kSlots;
inline constexpr std::size_t kMaxFrames = 256;
inline constexpr std::size_t kMaxEventBytes = kEventHeaderBytes + kMaxFrames * kFrameBytes;

enum class Kind : std::uint8_t {
    power_up,
    frames,
    line_byte,
    line_advance,
    key,
    configure,
    control_power,
    mark,
    end
};
inline constexpr std::size_t kKinds = 9;

inline constexpr std::array<const char*, kKinds> kKindNames{"power_up",      "frames", "line_byte",
                                                            "line_advance",  "key",    "configure",
                                                            "control_power", "mark",   "end"};

struct Event {
    Kind kind = Kind::end;
    std::span<const std::uint8_t> payload;

    [[nodiscard]] std::size_t bytes() const { return kEventHeaderBytes + payload.size(); }
};

// An integer of sizeof(T) bytes, low byte first; `bytes` has at least as many.
template <class T>
constexpr T load(std::span<const std::uint8_t> bytes) {
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < sizeof(T); ++i) bits |= std::uint64_t{bytes[i]} << (8 * i);
    return static_cast<T>(bits);
}

// The event that `bytes` begins with; nothing when they do not hold a whole one of a known kind.
constexpr std::optional<Event> first_event(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < kEventHeaderBytes) return std::nullopt;
    const auto kind = load<std::uint16_t>(bytes);
    const std::size_t size = load<std::uint16_t>(bytes.subspan(2));
    if (kind >= kKinds || bytes.size() - kEventHeaderBytes < size) return std::nullopt;
    return Event{static_cast<Kind>(kind), bytes.subspan(kEventHeaderBytes, size)};
}

constexpr bool is_log_header(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < kLogHeaderBytes) return false;
    for (std::size_t i = 0; i < kLogMagic.size(); ++i) {
        if (bytes[i] != static_cast<std::uint8_t>(kLogMagic[i])) return false;
    }
    return load<std::uint32_t>(bytes.subspan(kLogMagic.size())) == kLogVersion;
}

}  // namespace firmware
