#include "app/cli/quantities.h"

#include <fmt/core.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>
#include <stdexcept>

#include "app/bench/runner.h"
#include "signals/scenario/time_text.h"
#include "signals/source.h"

namespace cli {
double parse_duration(const std::string& text) {
    const auto seconds = signals::seconds_from(text);
    if (seconds && *seconds > 0.0 && *seconds <= kLongestSeconds) return *seconds;
    throw std::invalid_argument(
        fmt::format("duration '{}' is not allowed; write 500ms, 10s, 2m, 1.5h or 3d, above 0, at "
                    "most ten years",
                    text));
}

double parse_speed(const std::string& text) {
    if (text == "max") return std::numeric_limits<double>::infinity();
    double speed = 0.0;
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, speed);
    if (error == std::errc{} && stop == end && std::isfinite(speed) && speed >= bench::kMinSpeed)
        return speed;
    throw std::invalid_argument(
        fmt::format("speed '{}' is not allowed; write {} or more, or max", text, bench::kMinSpeed));
}

std::int64_t frames_in(double seconds) {
    return std::max<std::int64_t>(1, std::llround(seconds * signals::kFrameRate));
}

}  // namespace cli
