#include "signals/scenario/text_file.h"

#include <fmt/core.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iterator>

#include "signals/scenario/scenario_file.h"

namespace signals {

namespace {

[[noreturn]] void fail_file(const std::string& path, const char* what) {
    throw ScenarioError(fmt::format("{}: {}: {}", path, what, std::strerror(errno)));
}

}  // namespace

std::string read_text(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail_file(path, "cannot open");
    try {
        return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    } catch (const std::ios_base::failure&) {  // a directory, a broken disk
        fail_file(path, "cannot read");
    }
}

}  // namespace signals
