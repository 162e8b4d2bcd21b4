#include "app/cli/progress_line.h"

#include <fmt/format.h>

namespace cli {
namespace {

std::string time_of(double seconds) {
    const auto s = static_cast<long>(seconds + 0.5);
    if (s < 60) return fmt::format("{} s", s);
    if (s < 3'600) return fmt::format("{}:{:02} min", s / 60, s % 60);
    return fmt::format("{}:{:02} h", s / 3'600, s / 60 % 60);
}

}  // namespace

ProgressLine::ProgressLine(bool terminal) : terminal_(terminal) {}

std::string ProgressLine::text(std::size_t done, std::size_t of, std::size_t failed,
                               std::chrono::duration<double> elapsed) {
    if (of == 0) return {};
    const std::size_t tenths = 10 * done / of;
    if (!terminal_ && tenths == told_ && done < of) return {};
    told_ = tenths;
    const double rate = elapsed.count() > 0.0 ? static_cast<double>(done) / elapsed.count() : 0.0;
    std::string line = fmt::format("{} of {} captures", done, of);
    if (failed > 0) line += fmt::format(", {} not played", failed);
    if (rate > 0.0) line += fmt::format(", {:.3g} a second", rate);
    if (rate > 0.0 && done < of)
        line += fmt::format(", {} to go", time_of(static_cast<double>(of - done) / rate));
    if (!terminal_) return line + "\n";
    return "\r" + line + "\x1b[K" + (done == of ? "\n" : "");
}

}  // namespace cli
