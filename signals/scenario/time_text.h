// Times as people write them.
#pragma once

#include <optional>
#include <string_view>

namespace signals {

// "12.5" and "12.5s" (seconds), "200ms", "5m", "1.5h", "2d", "06:30", "06:30:15.5", in seconds;
// nothing when it is none of these. Negative times are read too.
std::optional<double> seconds_from(std::string_view text);

// "2026-01-31 06:30", "2026-01-31T06:30:15": seconds since 1970 in the calendar's own days, no
// zone.
std::optional<double> seconds_from_date(std::string_view text);

}  // namespace signals
