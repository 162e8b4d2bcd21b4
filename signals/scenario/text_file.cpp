#include "signals/scenario/text_file.h"

#include <array>
#include <cerrno>
#include <fstream>

#include "signals/scenario/phrases.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/system_text.h"

namespace signals {

namespace {

[[noreturn]] void fail(const std::string& path, const Sentence& what) {
    throw ScenarioError(Sentence::after(path + ": ", what));
}

}  // namespace

std::string read_text(const std::string& path, std::size_t most) {
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path, Sentence::of(kScenario.cannot_open, system_text(errno)));
    // Piece by piece: what it may have at most is far more than most files have.
    std::string out;
    std::array<char, 1U << 16U> piece;
    do {
        file.read(piece.data(), piece.size());
        out.append(piece.data(), static_cast<std::size_t>(file.gcount()));
    } while (file && out.size() <= most);
    if (file.bad())  // a directory, a broken disk
        fail(path, Sentence::of(kScenario.cannot_read, system_text(errno)));
    if (out.size() > most) fail(path, Sentence::of(kScenario.too_long, most));
    return out;
}

}  // namespace signals
