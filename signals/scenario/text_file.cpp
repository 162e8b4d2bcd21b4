#include "signals/scenario/text_file.h"

#include <fmt/format.h>

#include <array>
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
    // Piece by piece: what it may have at most is far more than most files have.
    std::string out;
    std::array<char, 1U << 16U> piece;
    do {
        file.read(piece.data(), piece.size());
        out.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    } while (file && out.size() <= most);
    if (file.bad()) fail_file(path, "cannot read");  // a directory, a broken disk
    if (out.size() > most) {
        throw ScenarioError(fmt::format("{}: is longer than {} bytes", path, most));
    }
    return out;
}

}  // namespace signals
