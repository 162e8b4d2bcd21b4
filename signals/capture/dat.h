// The data half of a COMTRADE record (metrology.md 5.2): rows of samples into channels.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"

namespace signals {

// Reads every row of `bytes` into out.analog[].samples, out.status_words and out.rows. out holds
// the parsed configuration. Returns the rows' time stamps as written, NaN where missing.
//
// Missing samples become NaN: empty (all revisions) or 99999 (not 1991) in ASCII; 0xFFFF (1991)
// or 0x8000 in BINARY; 0x80000000 in BINARY32; the most negative float, and any NaN or infinity,
// in FLOAT32.
// Warned about and gone on: a truncated last row (dropped), short rows and unreadable values
// (missing), more or fewer rows than the rates announce.
// `first_line`: line number of the first row of an ASCII section.
std::vector<double> parse_dat(std::string_view bytes, const std::string& file,
                              std::size_t first_line, Recording& out);

}  // namespace signals
