#include "signals/scenario/text_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>

#include "signals/scenario/scenario_file.h"

namespace {

constexpr std::size_t kMost = 200'000;  // some pieces of 64 KiB, and not a whole number of them

class TextFile : public testing::TestWithParam<std::size_t> {};

std::string pattern(std::size_t size) {
    std::string out;
    for (std::size_t i = 0; i < size; ++i) out.push_back(static_cast<char>(i * 31 % 251));
    return out;
}

std::string write(const std::string& text) {
    const auto path = std::filesystem::path(testing::TempDir()) /
                      ("text_file_" + std::to_string(text.size()) + ".txt");
    std::ofstream(path, std::ios::binary) << text;
    return path;
}

std::string error_of(const std::string& path) {
    try {
        static_cast<void>(signals::read_text(path, kMost));
    } catch (const signals::ScenarioError& error) {
        return error.what();
    }
    return "no error";
}

TEST_P(TextFile, IsReadWhole) {
    const std::string text = pattern(GetParam());
    EXPECT_EQ(signals::read_text(write(text), kMost), text);
}
INSTANTIATE_TEST_SUITE_P(Sizes, TextFile,
                         testing::Values(0, 1, 65'535, 65'536, 65'537, 131'072, kMost - 1, kMost));

TEST(TextFileErrors, NameFileAndReason) {
    EXPECT_THAT(error_of(write(pattern(kMost + 1))),
                testing::EndsWith(".txt: is longer than 200000 bytes"));
    EXPECT_THAT(error_of(write(pattern(3 * kMost))), testing::HasSubstr("is longer than"));
    EXPECT_THAT(error_of("/no/such/file"), testing::HasSubstr("/no/such/file: cannot open: "));
    EXPECT_THAT(error_of(testing::TempDir()), testing::HasSubstr("cannot read: "));
}

}  // namespace
