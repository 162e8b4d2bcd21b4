// How a CSV file is laid out, told from its first 64 KiB. Private to capture/.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/byte_source.h"
#include "signals/capture/recording.h"
#include "signals/capture/text.h"
#include "signals/capture/text_rows.h"

namespace signals {

struct CsvLayout {
    TextLayout text;             // columns in the order of Recording::analog
    std::optional<double> rate;  // Hz, from the lines before the data
};

// Adds the channels to `out`, and warns of what had to be guessed. `rate_given`: a time column is
// then only left out. CaptureError when there is no table of numbers.
CsvLayout find_csv_layout(const Bytes& bytes, bool rate_given, Recording& out);

// s per unit ("ms", "Second"); nothing when it is no unit of time.
std::optional<double> time_unit(std::string_view unit);
// "V", "kV", "A" ... of "Volt", "(v)", "Ampere"; empty when it is no unit known here.
std::string electrical_unit(std::string_view unit);
// The rate that a line before the data tells.
std::optional<double> rate_in(const std::vector<TextField>& fields);

}  // namespace signals
