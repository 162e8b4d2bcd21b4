// Runs every file of the folders given through a fuzz target: a corpus as a regression test.
//
//   replay-TARGET FOLDER...    exit 1 when a folder is missing or empty
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

int replay(const std::filesystem::path& folder) {
    int files = 0;
    std::error_code error;
    for (const auto& entry : std::filesystem::directory_iterator{folder, error}) {
        std::fprintf(stderr, "%s\n", entry.path().c_str());  // names the culprit of a crash
        std::ifstream in{entry.path(), std::ios::binary};
        const std::vector<char> bytes{std::istreambuf_iterator<char>{in}, {}};
        LLVMFuzzerTestOneInput(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
        ++files;
    }
    return files;
}

}  // namespace

int main(int argc, char** argv) {
    for (int i = 1; i < argc; ++i) {
        const int files = replay(argv[i]);
        std::printf("%s: %d inputs\n", argv[i], files);
        if (files == 0) return 1;
    }
    return 0;
}
