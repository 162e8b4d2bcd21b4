#include "signals/capture/byte_source.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <utility>
#include <vector>

#include "signals/capture/phrases.h"
#include "signals/capture/recording.h"
#include "signals/scenario/system_text.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

class FileBytes final : public ByteSource {
 public:
    explicit FileBytes(const fs::path& path) : file_(path.string()) {
        descriptor_ = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(Sentence::of(kCapture.not_opened, system_text(errno)));
        struct stat about {};
        if (::fstat(descriptor_, &about) != 0 || !S_ISREG(about.st_mode)) {
            ::close(descriptor_);
            fail(S_ISDIR(about.st_mode) ? Sentence::of(kCapture.directory)
                                        : Sentence::of(kCapture.no_file));
        }
        size_ = static_cast<std::uint64_t>(about.st_size);
    }
    ~FileBytes() override { ::close(descriptor_); }
    FileBytes(const FileBytes&) = delete;
    FileBytes& operator=(const FileBytes&) = delete;

    [[nodiscard]] std::uint64_t size() const override { return size_; }

    std::size_t read(std::uint64_t at, std::span<char> out) override {
        std::size_t done = 0;
        while (done < out.size()) {
            const ssize_t got = ::pread(descriptor_, out.data() + done, out.size() - done,
                                        static_cast<off_t>(at + done));
            if (got < 0 && errno == EINTR) continue;
            if (got < 0) fail(Sentence::of(kCapture.not_read, system_text(errno)));
            if (got == 0) break;
            done += static_cast<std::size_t>(got);
        }
        return done;
    }

 private:
    [[noreturn]] void fail(const Sentence& text) const { throw CaptureError({file_, 0, 0}, text); }

    std::string file_;
    int descriptor_ = -1;
    std::uint64_t size_ = 0;
};

class MemoryBytes final : public ByteSource {
 public:
    explicit MemoryBytes(std::string bytes) : bytes_(std::move(bytes)) {}
    [[nodiscard]] std::uint64_t size() const override { return bytes_.size(); }
    std::size_t read(std::uint64_t at, std::span<char> out) override {
        if (at >= bytes_.size()) return 0;
        return bytes_.copy(out.data(), out.size(), static_cast<std::size_t>(at));
    }

 private:
    std::string bytes_;
};

class SliceBytes final : public ByteSource {
 public:
    SliceBytes(Bytes whole, std::uint64_t at, std::uint64_t size)
        : whole_(std::move(whole)),
          at_(std::min(at, whole_->size())),
          size_(std::min(size, whole_->size() - at_)) {}
    [[nodiscard]] std::uint64_t size() const override { return size_; }
    std::size_t read(std::uint64_t at, std::span<char> out) override {
        if (at >= size_) return 0;
        return whole_->read(
            at_ + at,
            out.first(static_cast<std::size_t>(std::min<std::uint64_t>(out.size(), size_ - at))));
    }

 private:
    Bytes whole_;
    std::uint64_t at_;
    std::uint64_t size_;
};

class NarrowBytes final : public ByteSource {
 public:
    NarrowBytes(Bytes whole, bool big_endian) : whole_(std::move(whole)), big_endian_(big_endian) {}
    [[nodiscard]] std::uint64_t size() const override { return whole_->size() / 2 - 1; }
    std::size_t read(std::uint64_t at, std::span<char> out) override {
        if (at >= size()) return 0;
        pairs_.resize(2 * out.size());
        const std::size_t got = whole_->read(2 * (at + 1), pairs_) / 2;
        for (std::size_t i = 0; i < got; ++i) {
            const char low = pairs_[2 * i + (big_endian_ ? 1 : 0)];
            const char high = pairs_[2 * i + (big_endian_ ? 0 : 1)];
            out[i] = high == 0 ? low : '?';
        }
        return got;
    }

 private:
    Bytes whole_;
    bool big_endian_;
    std::vector<char> pairs_;
};

}  // namespace

Bytes open_bytes(const fs::path& path) { return std::make_shared<FileBytes>(path); }

Bytes memory_bytes(std::string bytes) { return std::make_shared<MemoryBytes>(std::move(bytes)); }

Bytes slice_bytes(Bytes whole, std::uint64_t at, std::uint64_t size) {
    return std::make_shared<SliceBytes>(std::move(whole), at, size);
}

Bytes narrow_bytes(Bytes whole) {
    const std::string mark = head_of(*whole, 2);
    if (mark != "\xFF\xFE" && mark != "\xFE\xFF") return whole;
    return std::make_shared<NarrowBytes>(std::move(whole), mark[0] == '\xFE');
}

std::string head_of(ByteSource& bytes, std::size_t most) {
    std::string head(static_cast<std::size_t>(std::min<std::uint64_t>(bytes.size(), most)), '\0');
    head.resize(bytes.read(0, head));
    return head;
}

}  // namespace signals
