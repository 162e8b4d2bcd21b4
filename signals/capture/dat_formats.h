// The two families of data sections; see dat.h for what they do with odd rows.
#pragma once

#include <cstddef>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"

namespace signals {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

std::vector<double> parse_ascii_dat(std::string_view text, const std::string& file,
                                    std::size_t first_line, Recording& out);
std::vector<double> parse_binary_dat(std::string_view bytes, const std::string& file,
                                     Recording& out);

}  // namespace signals
