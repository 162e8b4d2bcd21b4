#include "app/cli/poll_log.h"

#include <fmt/core.h>

#include <cerrno>
#include <fstream>
#include <stdexcept>
#include <system_error>

#include "app/poll/csv.h"

namespace cli {
namespace {

// The first line with its end; empty when there is none.
std::string first_line(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    std::string line;
    if (!std::getline(file, line)) return {};
    return line + "\n";
}

}  // namespace

PollLog::PollLog(const std::string& path, const polling::Rows& rows) : path_(path) {
    const std::string header = polling::csv_header(rows);
    const std::string present = path == "-" ? std::string{} : first_line(path);
    if (!present.empty() && present != header)
        throw std::runtime_error(
            fmt::format("{}: has other columns than the points of this poll", path));
    file_.reset(path == "-" ? stdout : std::fopen(path.c_str(), "ab"));
    if (!file_) throw std::system_error(errno, std::generic_category(), path);
    if (present.empty()) write(header);
}

void PollLog::add(const polling::Sweep& sweep) { write(polling::csv_row(sweep)); }

void PollLog::write(const std::string& text) {
    if (std::fputs(text.c_str(), file_.get()) < 0 || std::fflush(file_.get()) != 0)
        throw std::system_error(errno, std::generic_category(), path_);
}

}  // namespace cli
