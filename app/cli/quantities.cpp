#include "app/cli/quantities.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string_view>

#include "app/bench/runner.h"
#include "signals/source.h"

namespace cli {
namespace {

struct Unit {
    std::string_view name;
    double seconds;
};
constexpr std::array<Unit, 6> kUnits{
    {{"", 1.0}, {"ms", 0.001}, {"s", 1.0}, {"m", 60.0}, {"h", 3'600.0}, {"d", 86'400.0}}};

struct Number {
    double value;
    std::string_view rest;
};

std::optional<Number> leading_number(std::string_view text) {
    double value = 0.0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc{} || !std::isfinite(value)) return std::nullopt;
    return Number{value, text.substr(static_cast<std::size_t>(end - text.data()))};
}

}  // namespace

double parse_duration(const std::string& text) {
    if (const auto number = leading_number(text)) {
        const auto* unit = std::find_if(kUnits.begin(), kUnits.end(),
                                        [&](const Unit& row) { return row.name == number->rest; });
        if (unit != kUnits.end()) {
            const double seconds = number->value * unit->seconds;
            if (seconds > 0.0 && seconds <= kLongestSeconds) return seconds;
        }
    }
    throw std::invalid_argument(
        fmt::format("duration '{}' is not allowed; write 500ms, 10s, 2m, 1.5h or 3d, above 0, at "
                    "most ten years",
                    text));
}

double parse_speed(const std::string& text) {
    if (text == "max") return std::numeric_limits<double>::infinity();
    const auto number = leading_number(text);
    if (number && number->rest.empty() && number->value >= bench::kMinSpeed) return number->value;
    throw std::invalid_argument(
        fmt::format("speed '{}' is not allowed; write {} or more, or max", text, bench::kMinSpeed));
}

std::int64_t frames_in(double seconds) {
    return std::max<std::int64_t>(1, std::llround(seconds * signals::kFrameRate));
}

}  // namespace cli
