#include "app/bench/workspace/workspace_file.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <filesystem>
#include <fstream>

#include "app/bench/phrases.h"
#include "signals/scenario/system_text.h"

namespace bench {
namespace {

constexpr mode_t kFileMode = 0666;  // less what the user masks

[[noreturn]] void fail(const std::string& path, const Sentence& what) {
    throw WorkspaceError(Sentence::after(path + ": ", what));
}

[[noreturn]] void fail(const std::string& path) { fail(path, signals::system_text(errno)); }

// A file beside the one that is meant; gone unless it was put in its place.
class Draft {
 public:
    explicit Draft(const std::string& path)
        : path_(path), draft_(fmt::format("{}.{}.part", path, ::getpid())) {
        file_ = ::open(draft_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, kFileMode);
        if (file_ < 0) fail(path_, Sentence::of(kBench.not_written, signals::system_text(errno)));
    }
    ~Draft() {
        if (file_ >= 0) ::close(file_);
        if (!draft_.empty()) ::unlink(draft_.c_str());
    }
    Draft(const Draft&) = delete;
    Draft& operator=(const Draft&) = delete;

    void write(std::span<const std::uint8_t> bytes) const {
        while (!bytes.empty()) {
            const ssize_t written = ::write(file_, bytes.data(), bytes.size());
            if (written < 0 && errno == EINTR) continue;
            if (written < 0) fail(path_);
            bytes = bytes.subspan(static_cast<std::size_t>(written));
        }
    }
    void put_in_place() {
        if (::fsync(file_) != 0) fail(path_);
        if (::rename(draft_.c_str(), path_.c_str()) != 0) fail(path_);
        draft_.clear();
    }

 private:
    std::string path_;
    std::string draft_;
    int file_ = -1;
};

}  // namespace

void write_workspace(const Workspace& workspace, const std::string& path) {
    const std::vector<std::uint8_t> bytes = to_bytes(workspace);
    Draft draft(path);
    draft.write(bytes);
    draft.put_in_place();
}

Workspace read_workspace(const std::string& path) {
    std::error_code error;
    if (std::filesystem::is_directory(path, error)) fail(path, Sentence::of(kBench.folder));
    std::ifstream file(path, std::ios::binary);
    if (!file) fail(path);
    const std::uintmax_t size = std::filesystem::file_size(path, error);
    if (error) fail(path, signals::system_text(error.value()));
    if (!looks_like_workspace(path)) return from_bytes({}, path);
    if (size > kMostWorkspaceBytes)
        fail(path, Sentence::of(kBench.too_large, size, kMostWorkspaceBytes));
    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
    file.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return from_bytes(bytes, path);
}

bool looks_like_workspace(const std::string& path) {
    std::array<char, kWorkspaceMagic.size()> head{};
    std::ifstream file(path, std::ios::binary);
    file.read(head.data(), head.size());
    return file && std::string_view{head.data(), head.size()} == kWorkspaceMagic;
}

}  // namespace bench
