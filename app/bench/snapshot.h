// What a snapshot of a Rig holds, and its envelope.
//
//   8 bytes   "MTwinRig"
//   u64       version, kSnapshotVersion
//   u64       size of the body in bytes
//   u64       FNV-1a of the body
//   body      SnapshotBody, little-endian (archive.h)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "signals/scenario/scenario.h"
#include "signals/timeline/course.h"
#include "signals/truth/truth.h"

namespace bench {

inline constexpr std::uint64_t kSnapshotVersion = 4;

// The last closed reading window.
struct WindowMark {
    std::uint32_t sequence = 0;  // Readings::sequence
    std::int64_t last_frame = 0;
    int frames = 0;
    int system_type = 40;  // settings it was measured with
    int pt_ratio = 100;    // hundredths
};

struct SnapshotBody {
    std::int64_t frame = 0;
    std::int64_t line_now = 0;  // ticks
    signals::MeterSettings settings;
    signals::FrontEndSettings front_end;
    signals::Course course;
    WindowMark window;
    std::vector<std::uint8_t> nv;     // without the erased bytes (FF) at its end
    std::vector<std::uint8_t> meter;  // Meter::snapshot()
};

std::vector<std::uint8_t> seal(SnapshotBody body);
// Throws std::invalid_argument in words when the envelope does not fit.
SnapshotBody unseal(std::span<const std::uint8_t> snapshot);

}  // namespace bench
