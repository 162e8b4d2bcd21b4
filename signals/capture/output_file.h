// A file that is written from front to back. Private to capture/.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace signals {

class OutputFile {
 public:
    // CaptureError: cannot be created.
    explicit OutputFile(const std::filesystem::path& path);
    void put(std::string_view bytes) { buffer_.append(bytes), flush_when_full(); }
    void put_u16(std::uint32_t value) { put_little(value, 2); }
    void put_u32(std::uint32_t value) { put_little(value, 4); }
    void put_u64(std::uint64_t value) { put_little(value, 8); }
    // CaptureError: not everything arrived.
    void close();

 private:
    void put_little(std::uint64_t value, int bytes) {
        for (int k = 0; k < bytes; ++k) buffer_.push_back(static_cast<char>(value >> (8 * k)));
        flush_when_full();
    }
    void flush_when_full() {
        if (buffer_.size() >= kFlushed) flush();
    }
    void flush();

    static constexpr std::size_t kFlushed = 65'536;
    std::string name_;
    std::ofstream out_;
    std::string buffer_;
};

}  // namespace signals
