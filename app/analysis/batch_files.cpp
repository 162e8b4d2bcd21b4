#include "app/analysis/batch_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <fstream>
#include <stdexcept>
#include <string_view>

namespace analysis {
namespace {

namespace fs = std::filesystem;

constexpr std::uint64_t kPrime = 0x100'0000'01b3U;
constexpr int kMostShards = 10'000;

std::string extension(const fs::path& path) {
    std::string out = path.extension().string();
    for (char& c : out) c = static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c);
    return out;
}

bool is_capture(const fs::path& path) {
    const std::string ext = extension(path);
    return ext == ".cfg" || ext == ".cff";
}

// The file beside `path` with the same stem and this extension in any case.
fs::path sibling(const fs::path& path, std::string_view wanted) {
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(
             path.has_parent_path() ? path.parent_path() : fs::path("."), error)) {
        if (entry.path().stem() == path.stem() && extension(entry.path()) == wanted)
            return entry.path();
    }
    return {};
}

void add_folder(const fs::path& folder, std::vector<CaptureFile>& out) {
    const auto options = fs::directory_options::skip_permission_denied;
    for (const auto& entry : fs::recursive_directory_iterator(folder, options)) {
        if (entry.is_regular_file() && is_capture(entry.path()))
            out.push_back({entry.path().lexically_relative(folder).string(), entry.path()});
    }
}

void add_file(const fs::path& path, std::vector<CaptureFile>& out) {
    fs::path capture = path;
    if (!is_capture(path)) {
        const fs::path cfg = sibling(path, ".cfg");
        if (!cfg.empty()) capture = cfg;
    }
    out.push_back({capture.string(), capture});
}

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

std::vector<CaptureFile> find_captures(const std::vector<std::string>& paths) {
    std::vector<CaptureFile> out;
    for (const std::string& path : paths) {
        if (fs::is_directory(path)) {
            add_folder(path, out);
        } else if (fs::exists(path)) {
            add_file(path, out);
        } else {
            throw std::runtime_error(path + ": no such file or folder");
        }
    }
    std::sort(out.begin(), out.end(),
              [](const CaptureFile& a, const CaptureFile& b) { return a.name < b.name; });
    const auto same = [](const CaptureFile& a, const CaptureFile& b) {
        return a.name == b.name && fs::equivalent(a.path, b.path);
    };
    out.erase(std::unique(out.begin(), out.end(), same), out.end());
    for (std::size_t i = 1; i < out.size(); ++i) {
        if (out[i].name == out[i - 1].name)
            throw std::runtime_error(
                fmt::format("{} and {} would both be called '{}' in the report",
                            out[i - 1].path.string(), out[i].path.string(), out[i].name));
    }
    return out;
}

std::uint64_t content_hash(const CaptureFile& capture) {
    std::uint64_t hash = hash_of("capture");
    hash = hash_file(capture.path, hash);
    if (extension(capture.path) != ".cfg") return hash;
    const fs::path data = sibling(capture.path, ".dat");
    return data.empty() ? hash : hash_file(data, hash);
}

std::uint64_t hash_of(const std::string& text, std::uint64_t seed) {
    for (const char c : text) {
        seed ^= static_cast<unsigned char>(c);
        seed *= kPrime;
    }
    return seed;
}

bool Shard::has(const CaptureFile& capture) const {
    return hash_of(capture.name) % static_cast<unsigned>(count) == static_cast<unsigned>(index);
}

Shard parse_shard(const std::string& text) {
    Shard out;
    const char* end = text.data() + text.size();
    const auto first = std::from_chars(text.data(), end, out.index);
    if (first.ec == std::errc{} && first.ptr != end && *first.ptr == '/') {
        const auto second = std::from_chars(first.ptr + 1, end, out.count);
        if (second.ec == std::errc{} && second.ptr == end && out.index >= 0 &&
            out.index < out.count && out.count <= kMostShards)
            return out;
    }
    throw std::invalid_argument(
        fmt::format("shard '{}' is not allowed; write INDEX/COUNT, 0 <= INDEX < COUNT <= {}", text,
                    kMostShards));
}

}  // namespace analysis
