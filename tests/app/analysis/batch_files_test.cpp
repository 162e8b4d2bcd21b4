// Which files are captures, and how shards split them.
#include "app/analysis/batch_files.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <set>
#include <stdexcept>

namespace analysis {
namespace {

namespace fs = std::filesystem;

void touch(const fs::path& path, const char* text = "x") {
    fs::create_directories(path.parent_path());
    std::ofstream(path) << text;
}

std::vector<std::string> names(const std::vector<CaptureFile>& captures) {
    std::vector<std::string> out;
    for (const CaptureFile& c : captures) out.push_back(c.name);
    return out;
}

class BatchFiles : public testing::Test {
 protected:
    void SetUp() override {
        root_ = fs::path(testing::TempDir()) /
                testing::UnitTest::GetInstance()->current_test_info()->name();
        fs::remove_all(root_);
        for (const char* name : {"b/2.CFG", "b/2.DAT", "a/1.cfg", "a/1.dat", "a/deep/3.cff",
                                 "a/notes.txt", "a/lonely.dat"})
            touch(root_ / name);
    }
    void TearDown() override { fs::remove_all(root_); }
    fs::path root_;
};

TEST_F(BatchFiles, AreFoundBelowAFolderInOrder) {
    EXPECT_THAT(names(find_captures({root_.string()})),
                testing::ElementsAre("a/1.cfg", "a/deep/3.cff", "b/2.CFG"));
}

TEST_F(BatchFiles, APairIsOneHoweverItIsNamed) {
    const auto dat = (root_ / "a/1.dat").string();
    const auto cfg = (root_ / "a/1.cfg").string();
    EXPECT_EQ(find_captures({dat, cfg, cfg}).size(), 1U);
    EXPECT_EQ(find_captures({dat}).front().path, root_ / "a/1.cfg");
}

TEST_F(BatchFiles, WhatIsNotThereIsAnError) {
    EXPECT_THROW(find_captures({(root_ / "no").string()}), std::runtime_error);
    // Two captures that the report would call the same.
    touch(root_ / "c/1.cfg");
    EXPECT_THROW(find_captures({(root_ / "a").string(), (root_ / "c").string()}),
                 std::runtime_error);
    // The same one twice is one.
    EXPECT_EQ(find_captures({(root_ / "b").string(), (root_ / "b").string()}).size(), 1U);
}

TEST_F(BatchFiles, HashesFollowTheContentOfBothFiles) {
    const CaptureFile capture{"1", root_ / "a/1.cfg"};
    const auto before = content_hash(capture);
    EXPECT_EQ(content_hash(capture), before);
    touch(root_ / "a/1.dat", "other samples");
    const auto after = content_hash(capture);
    EXPECT_NE(after, before);
    touch(root_ / "a/1.cfg", "other header");
    EXPECT_NE(content_hash(capture), after);
}

// CSV and WAV may be anything: in folders they count when somebody has said what they hold.
TEST_F(BatchFiles, TablesCountWithAMap) {
    for (const char* name : {"c/x.csv", "c/y.WAV", "c/z.csv", "c/z.csv.map.toml"})
        touch(root_ / name);
    const std::string folder = (root_ / "c").string();
    EXPECT_THAT(names(find_captures({folder})), testing::ElementsAre("z.csv"));
    EXPECT_THAT(names(find_captures({folder}, true)),
                testing::ElementsAre("x.csv", "y.WAV", "z.csv"));
    EXPECT_EQ(find_captures({(root_ / "c/x.csv").string()}).size(), 1U);
}

TEST_F(BatchFiles, HashesFollowTheMap) {
    const CaptureFile capture{"1", root_ / "a/1.cfg"};
    const auto before = content_hash(capture);
    touch(root_ / "a/1.cfg.map.toml", "[map]");
    const auto after = content_hash(capture);
    EXPECT_NE(after, before);
    touch(root_ / "a/1.cfg.map.toml", "[capture]");
    EXPECT_NE(content_hash(capture), after);
}

TEST(BatchShards, EveryCaptureIsInExactlyOne) {
    for (const int count : {1, 3, 7}) {
        std::set<int> used;
        for (int i = 0; i < 500; ++i) {
            const CaptureFile capture{"bay/event" + std::to_string(i) + ".cfg", {}};
            int owners = 0;
            for (int index = 0; index < count; ++index) {
                if (!Shard{index, count}.has(capture)) continue;
                ++owners;
                used.insert(index);
            }
            ASSERT_EQ(owners, 1);
        }
        EXPECT_EQ(used.size(), static_cast<std::size_t>(count));
    }
}

TEST(BatchShards, AreWrittenIndexOfCount) {
    EXPECT_EQ(parse_shard("0/1"), (Shard{0, 1}));
    EXPECT_EQ(parse_shard("6/7"), (Shard{6, 7}));
    for (const char* bad : {"", "3", "3/3", "-1/3", "1/", "/3", "1/3x", "1/20000", "a/b"}) {
        EXPECT_THROW(parse_shard(bad), std::invalid_argument) << bad;
    }
}

// FNV-1a's published vectors.
TEST(BatchHash, IsFnv1a) {
    EXPECT_EQ(hash_of(""), 0xcbf2'9ce4'8422'2325U);
    EXPECT_EQ(hash_of("a"), 0xaf63'dc4c'8601'ec8cU);
    EXPECT_EQ(hash_of("foobar"), 0x8594'4171'f739'67e8U);
}

}  // namespace
}  // namespace analysis
