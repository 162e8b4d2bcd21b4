#include "app/analysis/batch_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

#include "signals/replay/map_file.h"

namespace analysis {
namespace {

namespace fs = std::filesystem;
using signals::lower_extension;
using signals::sibling;

constexpr int kMostShards = 10'000;

bool is_comtrade(const fs::path& path) {
    const std::string ext = lower_extension(path);
    return ext == ".cfg" || ext == ".cff";
}

// Files that may be anything: recordings when somebody has said what is in them.
bool is_table(const fs::path& path) {
    const std::string ext = lower_extension(path);
    return ext == ".csv" || ext == ".tsv" || ext == ".wav";
}

void add_folder(const fs::path& folder, bool mapped, std::vector<CaptureFile>& out) {
    const auto options = fs::directory_options::skip_permission_denied;
    for (const auto& entry : fs::recursive_directory_iterator(folder, options)) {
        const fs::path& path = entry.path();
        const bool table = is_table(path) && (mapped || signals::map_file_of(path));
        if (entry.is_regular_file() && (is_comtrade(path) || table))
            out.push_back({entry.path().lexically_relative(folder).string(), entry.path()});
    }
}

void add_file(const fs::path& path, std::vector<CaptureFile>& out) {
    fs::path capture = path;
    if (!is_comtrade(path) && !is_table(path)) {
        const fs::path cfg = sibling(path, ".cfg");
        if (!cfg.empty()) capture = cfg;
    }
    out.push_back({capture.string(), capture});
}

}  // namespace

std::vector<CaptureFile> find_captures(const std::vector<std::string>& paths, bool mapped) {
    std::vector<CaptureFile> out;
    for (const std::string& path : paths) {
        if (fs::is_directory(path)) {
            add_folder(path, mapped, out);
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
    const std::uint64_t content = signals::content_hash(capture.path);
    const auto map = signals::map_file_of(capture.path);
    if (!map) return content;
    return hash_of(fmt::format("map {:016x}", signals::content_hash(*map)), content);
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
