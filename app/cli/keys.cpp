#include "app/cli/keys.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cstdint>
#include <sstream>
#include <stdexcept>
#include <string_view>

namespace cli {
namespace {

// By meter::Key.
constexpr std::array<std::string_view, meter::kKeys> kNames{"back", "minus", "plus", "next"};

constexpr std::int64_t frames_of(double seconds) {
    return static_cast<std::int64_t>(seconds * static_cast<double>(meter::kCrystalHz) /
                                     static_cast<double>(meter::kTicksPerFrame));
}
constexpr std::int64_t kPowerUp = frames_of(3.5);
constexpr std::int64_t kEdge = frames_of(kKeySeconds);

// 1 without a count, 0 when it is none of 1..99.
int presses_of(std::string_view count) {
    if (count.empty()) return 1;
    if (count.size() < 2 || count.size() > 3 || count[0] != '*') return 0;
    int n = 0;
    for (const char c : count.substr(1)) {
        if (c < '0' || c > '9') return 0;
        n = 10 * n + (c - '0');
    }
    return n;
}

}  // namespace

std::vector<meter::Key> parse_keys(const std::string& text) {
    std::vector<meter::Key> keys;
    std::istringstream words{text};
    for (std::string word; words >> word;) {
        const std::size_t end = std::min(word.find('*'), word.size());
        const auto* name = std::find(kNames.begin(), kNames.end(), word.substr(0, end));
        const int presses = presses_of(std::string_view{word}.substr(end));
        if (name == kNames.end() || presses == 0) {
            throw std::invalid_argument(fmt::format(
                "key '{}' is not allowed; write back, minus, plus or next, or plus*3 for three "
                "presses (1 to 99), with blanks between them",
                word));
        }
        keys.insert(keys.end(), static_cast<std::size_t>(presses),
                    static_cast<meter::Key>(name - kNames.begin()));
    }
    return keys;
}

void press(bench::Rig& rig, std::span<const meter::Key> keys) {
    if (keys.empty()) return;
    rig.advance(kPowerUp);
    for (const meter::Key key : keys) {
        rig.key(key, true);
        rig.advance(kEdge);
        rig.key(key, false);
        rig.advance(kEdge);
    }
}

}  // namespace cli
