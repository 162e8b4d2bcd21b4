// Means of products over a reading window, in three ways to draw its borders.
#pragma once

#include <array>

#include "app/analysis/twin.h"
#include "app/analysis/twin_filters.h"

namespace analysis {

// The meter's samples in V and A, one per frame; Q has pairs of its own, because the 90 degree path
// stays behind the DC blockers.
struct Waves {
    std::int64_t first_frame = 0;  // of element 0
    std::array<Wave, 3> v, i, v90, iq;
};

// Means over a window, V^2 A^2 W var.
struct Means {
    std::array<double, 3> vv{}, ii{}, vi{}, qi{};
};

enum class Border : std::uint8_t {
    firmware,  // between two frames, at the interpolated crossing of v[0] (core/metrology/window.h)
    truth,     // the frames that the truth is asked for, at the samples' true instants
    smooth,    // fading over two cycles: what does not repeat with the window has no effect
};

// `fade`: frames of two cycles, for smooth.
Means means_over(const Waves& waves, const ReadingWindow& window, Border border, double fade);

// Frames by which the meter's samples are behind the terminals: two of alignment, one of FIR3.
inline constexpr int kSampleDelay = 3;

}  // namespace analysis
