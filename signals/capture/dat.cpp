#include "signals/capture/dat.h"

#include <fmt/format.h>

#include "signals/capture/dat_formats.h"

namespace signals {
namespace {

void compare_with_announced(const std::string& file, Recording& out) {
    if (out.rates.empty()) return;
    const std::uint64_t announced = out.rates.back().end_row;
    if (announced == out.rows) return;
    out.warnings.push_back(
        {{file, 0, 0},
         fmt::format("{} rows are announced, {} are there; all that are there are used", announced,
                     out.rows)});
}

}  // namespace

std::vector<double> parse_dat(std::string_view bytes, const std::string& file,
                              std::size_t first_line, Recording& out) {
    std::vector<double> stamps = out.format == SampleFormat::ascii
                                     ? parse_ascii_dat(bytes, file, first_line, out)
                                     : parse_binary_dat(bytes, file, out);
    compare_with_announced(file, out);
    return stamps;
}

}  // namespace signals
