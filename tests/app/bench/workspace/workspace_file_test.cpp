// A workspace survives its file; a file that is none says what is wrong.
#include "app/bench/workspace/workspace_file.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <random>

#include "app/bench/archive.h"
#include "app/bench/history/history.h"
#include "core/state.h"

namespace bench {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

using Bytes = std::vector<std::uint8_t>;
constexpr std::size_t kMagicBytes = 20;
constexpr std::size_t kHeader = kMagicBytes + 24;

class WorkspaceFile : public testing::Test {
 protected:
    void SetUp() override {
        folder = fs::temp_directory_path() / ("workspace-" + std::to_string(::getpid()));
        fs::create_directories(folder);
    }
    void TearDown() override { fs::remove_all(folder); }

    [[nodiscard]] std::string file(const char* name) const { return (folder / name).string(); }
    void put(const std::string& path, const Bytes& bytes) const {
        std::ofstream(path, std::ios::binary)
            .write(reinterpret_cast<const char*>(bytes.data()),
                   static_cast<std::streamsize>(bytes.size()));
    }
    fs::path folder;
};

// A run of 20 s with an edit, forked once.
Workspace a_workspace() {
    std::vector<std::unique_ptr<Rig>> rigs;
    rigs.push_back(std::make_unique<Rig>(signals::Scenario{}));
    History history{rigs, {8'192, 64, 64U << 20}};
    const auto run = [&](std::int64_t frames) {
        for (; frames > 0; frames -= 1'024) {
            rigs[0]->advance(1'024);
            history.advanced();
        }
    };
    run(20'480);
    signals::Installation installation;
    installation.current = {10, 20, 30};
    rigs[0]->set_installation(installation);
    run(20'480);
    Workspace out;
    out.program = "MeterTwin test";
    out.scenario = "[meter]\nct_primary = 400\n";
    out.scenario_name = "a.toml";
    out.history = history.tree();
    out.extras["window"] = {1, 2, 3};
    return out;
}

Bytes sealed(Bytes bytes) {  // with the size and digest that its body has
    meter::Digest digest;
    for (std::size_t i = kHeader; i < bytes.size(); ++i) digest.add(bytes[i]);
    ArchiveWriter writer;
    writer.scalar(bytes.size() - kHeader);
    writer.scalar(digest.value());
    const Bytes numbers = writer.take();
    std::copy(numbers.begin(), numbers.end(), bytes.begin() + kMagicBytes + 8);
    return bytes;
}

TEST_F(WorkspaceFile, ReadsBackTheSame) {
    Workspace out = a_workspace();
    out.capture = CaptureSource{"/somewhere/feeder.cfg", 77, {}};
    out.capture->how.map = "VA=1";
    out.capture->how.loop = true;
    out.capture->how.hold = {signals::Hold::Where::at, 0.5};
    write_workspace(out, file("a.metertwin"));
    const Workspace in = read_workspace(file("a.metertwin"));
    EXPECT_EQ(to_bytes(in), to_bytes(out));
    EXPECT_EQ(in.scenario, out.scenario);
    EXPECT_EQ(in.capture->how.map, "VA=1");
    EXPECT_EQ(in.extras, out.extras);
    EXPECT_TRUE(looks_like_workspace(file("a.metertwin")));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 1) << "no draft is left";
}

TEST_F(WorkspaceFile, TheRunGoesOnFromIt) {
    write_workspace(a_workspace(), file("a.metertwin"));
    std::vector<std::unique_ptr<Rig>> rigs;
    rigs.push_back(std::make_unique<Rig>(signals::Scenario{}));
    const History history{rigs, read_workspace(file("a.metertwin")).history};
    rigs[0]->advance(9'000);
    Rig straight{signals::Scenario{}};
    straight.advance(20'480);
    signals::Installation installation;
    installation.current = {10, 20, 30};
    straight.set_installation(installation);
    straight.advance(20'480 + 9'000);
    EXPECT_EQ(rigs[0]->meter().digest(), straight.meter().digest());
}

TEST_F(WorkspaceFile, NumbersAndNamesOfBranchesStay) {
    Workspace out = a_workspace();
    Branch second = out.history.branches[0];
    second.number = 4;
    second.name = "Phase B verloren";
    second.parent = 0;
    second.fork = second.stretches.back().frame;
    second.stretches = {second.stretches.back()};
    out.history.branches.push_back(second);
    write_workspace(out, file("a.metertwin"));
    const Workspace in = read_workspace(file("a.metertwin"));
    EXPECT_EQ(in.history.branches[0].number, 1);
    EXPECT_EQ(in.history.branches[1].number, 4);
    EXPECT_EQ(in.history.branches[1].name, "Phase B verloren");
    EXPECT_EQ(in.extras, out.extras);
    EXPECT_EQ(to_bytes(in), to_bytes(out));
    out.history.branches[1].number = 1;
    EXPECT_THROW((void)from_bytes(to_bytes(out), "a"), WorkspaceError) << "two with one number";
    // A program that knows no numbers has kept them but added a branch: they are no longer theirs.
    Workspace older = in;
    older.history.branches[1].number = 2;
    ArchiveWriter stale;
    std::vector<std::uint64_t> numbers{7};
    stale(numbers);
    older.extras["branch numbers"] = stale.take();
    EXPECT_EQ(from_bytes(to_bytes(older), "a").history.branches[1].number, 2);
}

struct Malformed {
    const char* name;
    void (*spoil)(Bytes& bytes);
    const char* text;
};

class MalformedWorkspace : public testing::TestWithParam<Malformed> {};

TEST_P(MalformedWorkspace, SaysWhatIsWrong) {
    static const Bytes good = to_bytes(a_workspace());
    Bytes bytes = good;
    GetParam().spoil(bytes);
    try {
        (void)from_bytes(bytes, "work.metertwin");
        FAIL() << "it was read";
    } catch (const WorkspaceError& error) {
        EXPECT_THAT(error.what(), testing::StartsWith("work.metertwin: "));
        EXPECT_THAT(error.what(), HasSubstr(GetParam().text));
        EXPECT_THAT(error.what(), testing::Not(HasSubstr("\n")));
    }
}

INSTANTIATE_TEST_SUITE_P(
    Table, MalformedWorkspace,
    testing::Values(
        Malformed{"empty", [](Bytes& b) { b.clear(); }, "no workspace of MeterTwin"},
        Malformed{"foreign", [](Bytes& b) { b[3] = 'x'; }, "does not begin with"},
        Malformed{"header", [](Bytes& b) { b.resize(30); }, "ends after 30 bytes"},
        Malformed{"newer", [](Bytes& b) { b[kMagicBytes] = 9; }, "a newer MeterTwin wrote it"},
        Malformed{"zero", [](Bytes& b) { b[kMagicBytes] = 0; }, "its format is 0"},
        Malformed{"cut", [](Bytes& b) { b.resize(b.size() - 5); }, "it is cut off"},
        Malformed{"longer", [](Bytes& b) { b.push_back(0); }, "it is too long"},
        Malformed{"bit", [](Bytes& b) { b[b.size() / 2] ^= 4; }, "it is damaged: its digest"},
        Malformed{"sections", [](Bytes& b) { b[kHeader + 5] = 0xFF, b = sealed(b); },
                  "ends too early"},
        Malformed{"none", [](Bytes& b) { b.resize(kHeader), b.resize(kHeader + 8), b = sealed(b); },
                  "section \"about\" is missing"}),
    [](const auto& row) { return std::string{row.param.name}; });

// Bytes that nobody wrote, with a right seal: an error in words or a workspace, nothing else. The
// generator is the same everywhere.
TEST_F(WorkspaceFile, SpoiltBodiesAreErrors) {
    const Bytes good = to_bytes(a_workspace());
    std::mt19937 random{42};
    int errors = 0;
    for (int round = 0; round < 300; ++round) {
        Bytes bytes = good;
        for (int spoilt = 0; spoilt < 3; ++spoilt)
            bytes[kHeader + random() % (round % 2 == 0 ? 400 : bytes.size() - kHeader)] =
                static_cast<std::uint8_t>(random());
        try {
            const Workspace workspace = from_bytes(sealed(bytes), "w");
            check(workspace.history);
        } catch (const WorkspaceError&) {
            ++errors;
        }
    }
    EXPECT_GT(errors, 50);
}

TEST_F(WorkspaceFile, FilesThatCannotBe) {
    EXPECT_THROW((void)read_workspace(file("none.metertwin")), WorkspaceError);
    EXPECT_THROW((void)read_workspace(folder.string()), WorkspaceError);
    put(file("text.metertwin"), {'h', 'e', 'l', 'l', 'o'});
    EXPECT_FALSE(looks_like_workspace(file("text.metertwin")));
    EXPECT_THROW((void)read_workspace(file("text.metertwin")), WorkspaceError);
    EXPECT_THROW(write_workspace(a_workspace(), file("no/such/folder.metertwin")), WorkspaceError);
    Bytes huge = to_bytes(a_workspace());
    put(file("huge.metertwin"), huge);
    fs::resize_file(file("huge.metertwin"), kMostWorkspaceBytes + 1);  // sparse
    try {
        (void)read_workspace(file("huge.metertwin"));
        FAIL();
    } catch (const WorkspaceError& error) {
        EXPECT_THAT(error.what(), HasSubstr("has at most"));
    }
}

TEST_F(WorkspaceFile, SavingOverAnotherIsWholeOrNotAtAll) {
    const std::string path = file("a.metertwin");
    put(path, {1, 2, 3});
    write_workspace(a_workspace(), path);
    EXPECT_NO_THROW((void)read_workspace(path));
    fs::create_directories(file("folder.metertwin/x"));
    EXPECT_THROW(write_workspace(a_workspace(), file("folder.metertwin")), WorkspaceError);
    EXPECT_TRUE(fs::is_directory(file("folder.metertwin")));
    EXPECT_EQ(std::distance(fs::directory_iterator(folder), {}), 2) << "no draft is left";
}

}  // namespace
}  // namespace bench
