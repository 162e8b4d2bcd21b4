// Numbers as people write them on the command line.
#pragma once

#include <cstdint>
#include <string>

namespace cli {

// Longest duration there is: ten years.
inline constexpr double kLongestSeconds = 10.0 * 366.0 * 86'400.0;

// "10s", "500ms", "2m", "1h", "1.5h", "3d"; a bare number counts seconds. Above 0, at most ten
// years. Throws std::invalid_argument with the text and what is allowed.
double parse_duration(const std::string& text);

// "0.1" and more, or "max" for infinity. Throws std::invalid_argument likewise.
double parse_speed(const std::string& text);

// Frames of simulated time nearest to `seconds`, at least one.
std::int64_t frames_in(double seconds);

}  // namespace cli
