#include "signals/scenario/text_file.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>

#include "signals/scenario/scenario_file.h"

namespace signals {

namespace {

[[noreturn]] void fail_file(const std::string& path, const char* what) {
    throw ScenarioError(fmt::format("{}: {}: {}", path, what, std::strerror(errno)));
}

}  // namespace

std::string read_text(const std::string& path, std::size_t most) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail_file(path, "cannot open");
    std::string out(most + 1, '\0');
    file.read(out.data(), static_cast<std::streamsize>(out.size()));
    if (file.bad()) fail_file(path, "cannot read");  // a directory, a broken disk
    out.resize(static_cast<std::size_t>(file.gcount()));
    if (out.size() > most) {
        throw ScenarioError(fmt::format("{}: is longer than {} bytes", path, most));
    }
    return out;
}

}  // namespace signals
