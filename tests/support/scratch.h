// A folder of this test process's own, gone when it ends: ctest runs the tests of one program in
// several processes at once.
#pragma once

#include <unistd.h>

#include <filesystem>
#include <string>
#include <system_error>

namespace metertwin::test {

class ScratchFolder {
 public:
    ScratchFolder()
        : path_(std::filesystem::temp_directory_path() /
                ("metertwin-test-" + std::to_string(::getpid()))) {
        std::filesystem::create_directories(path_);
    }
    ~ScratchFolder() {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
    std::filesystem::path path_;
};

inline const std::filesystem::path& scratch_folder() {
    static const ScratchFolder folder;
    return folder.path();
}

}  // namespace metertwin::test
