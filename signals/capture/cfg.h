// The configuration half of a COMTRADE record (metrology.md 5.1).
#pragma once

#include <string>
#include <string_view>

#include "signals/capture/recording.h"

namespace signals {

// Fills everything of `out` but the samples, rows and time from the text of a .cfg file or
// section. `file` names it in messages; `first_line` is the line number of its first line.
//
// Accepted, with a warning where it matters: absent or odd revision years, missing columns,
// blanks, any line end and encoding, ';' as separator with decimal commas, unreadable stamps,
// absent time multiplier and 2013 lines, nrates = 0 with or without its rate line.
// CaptureError: no channel counts, counts above kMaxChannels or above the lines that are there,
// an unknown data type.
void parse_cfg(std::string_view text, const std::string& file, std::size_t first_line,
               Recording& out);

}  // namespace signals
