// Date and time of a cfg stamp, as the world writes them.
#pragma once

#include <optional>
#include <string_view>

#include "signals/capture/recording.h"

namespace signals {

// "dd/mm/yyyy" and "hh:mm:ss.ffffff"; 1991 files have the month first. Unpadded fields, two-digit
// years (70..99 are 19xx) and any number of fraction digits are read. A day that can only be a
// day (13..31) decides which of the two fields it is. Nothing when a field is not a number or
// outside its range.
std::optional<CaptureStamp> parse_stamp(std::string_view date, std::string_view time,
                                        bool month_first);

}  // namespace signals
