// Date and time of a cfg stamp, as the world writes them.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

#include "signals/capture/recording.h"

namespace signals {

// "dd/mm/yyyy" and "hh:mm:ss.ffffff"; 1991 files have the month first. Unpadded fields, two-digit
// years (70..99 are 19xx) and any number of fraction digits are read. A day that can only be a
// day (13..31) decides which of the two fields it is; a year in front (2026-03-01), '-' and '.' as
// separators and seconds without their point (18581309) are read too. Nothing when a field is not a
// number or outside its range.
std::optional<CaptureStamp> parse_stamp(std::string_view date, std::string_view time,
                                        bool month_first);

// Digits behind the point of the seconds, also where parse_stamp() reads nothing ("00/00/0000" is
// often in front of a good time).
std::size_t fraction_digits(std::string_view time);

// s from one stamp to another.
double seconds_between(const CaptureStamp& from, const CaptureStamp& to);

// "hh:mm:ss.fff", also behind a date ("2026-03-01 hh:mm:ss,fff", "01/03/2026Thh:mm:ssZ"), as s;
// with a date counted from a fixed day, so that midnight does no harm. Nothing when it is neither.
std::optional<double> clock_seconds(std::string_view text);

}  // namespace signals
