#include "signals/capture/content_hash.h"

#include <array>
#include <fstream>

namespace signals {

namespace fs = std::filesystem;

namespace {

constexpr std::uint64_t kPrime = 0x100'0000'01b3U;

std::uint64_t hash_file(const fs::path& path, std::uint64_t hash) {
    std::ifstream file(path, std::ios::binary);
    std::array<char, 65'536> buffer{};
    while (file.read(buffer.data(), buffer.size()), file.gcount() > 0) {
        for (std::streamsize i = 0; i < file.gcount(); ++i) {
            hash ^= static_cast<unsigned char>(buffer[static_cast<std::size_t>(i)]);
            hash *= kPrime;
        }
    }
    return hash;
}

}  // namespace

std::string lower_extension(const fs::path& path) {
    std::string out = path.extension().string();
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

fs::path sibling(const fs::path& path, std::string_view extension) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(
             path.has_parent_path() ? path.parent_path() : fs::path("."), error)) {
        if (entry.path().stem() == path.stem() && lower_extension(entry.path()) == extension)
            return entry.path();
    }
    return {};
}

std::uint64_t hash_of(const std::string& text, std::uint64_t seed) {
    for (const char c : text) {
        seed ^= static_cast<unsigned char>(c);
        seed *= kPrime;
    }
    return seed;
}

std::uint64_t content_hash(const fs::path& capture) {
    std::uint64_t hash = hash_file(capture, hash_of("capture"));
    if (lower_extension(capture) != ".cfg") return hash;
    const fs::path data = sibling(capture, ".dat");
    return data.empty() ? hash : hash_file(data, hash);
}

}  // namespace signals
