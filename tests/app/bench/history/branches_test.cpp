// Names, numbers and the giving up of branches.
#include "app/bench/history/branches.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/bench/rig.h"

namespace bench {
namespace {

using testing::HasSubstr;

Stretch stretch(std::int64_t frame) {
    static const auto kSnapshot =
        std::make_shared<const PackedSnapshot>(std::vector<std::uint8_t>(1));
    return {frame, true, {{kSnapshot, {}}}};
}

Branch branch(int number, int parent, std::int64_t fork, std::int64_t tip,
              const std::vector<std::int64_t>& frames) {
    Branch out{number, "", parent, fork, tip, {}};
    for (const std::int64_t frame : frames) out.stretches.push_back(stretch(frame));
    return out;
}

// 1 ──0────────100───200───300●
// 2              └150──250●
// 3        └50─60●
// 4                  └200●         left 2
Tree four() {
    Tree tree;
    tree.branches = {branch(1, -1, 0, 300, {0, 100, 200, 300}), branch(2, 0, 150, 250, {150, 250}),
                     branch(3, 0, 50, 60, {50}), branch(4, 1, 200, 220, {200, 220})};
    tree.current = 3;
    check(tree);
    return tree;
}

std::vector<std::int64_t> frames(const Branch& branch) {
    std::vector<std::int64_t> out;
    for (const Stretch& stretch : branch.stretches) out.push_back(stretch.frame);
    return out;
}

const Branch& by_number(const Tree& tree, int number) {
    return tree.branches[static_cast<std::size_t>(branch_place(tree, number))];
}

int parent_of(const Tree& tree, int number) {
    const int parent = by_number(tree, number).parent;
    return parent < 0 ? 0 : tree.branches[static_cast<std::size_t>(parent)].number;
}

TEST(Branches, AreFoundByNumberAndByName) {
    Tree tree = four();
    tree.branches[2].name = "low load";
    EXPECT_EQ(find_branch(tree, 4), 3);
    EXPECT_EQ(find_branch(tree, "low load"), 2);
    EXPECT_EQ(find_branch(tree, ""), std::nullopt) << "no name is nobody's";
    EXPECT_EQ(next_branch_number(tree), 5);
    try {
        (void)branch_place(tree, 7);
        FAIL();
    } catch (const std::invalid_argument& error) {
        EXPECT_STREQ(error.what(), "there is no branch 7; there are: 1 2 3 4");
    }
}

TEST(Branches, ANameIsOneLineOfItsOwn) {
    Tree tree = four();
    rename_branch(tree, 1, "Phase B verloren");
    rename_branch(tree, 1, "Phase B verloren");
    EXPECT_EQ(tree.branches[1].name, "Phase B verloren");
    const auto refused = [&](const std::string& name) {
        try {
            rename_branch(tree, 0, name);
        } catch (const std::invalid_argument& error) {
            EXPECT_EQ(tree.branches[0].name, "");
            return std::string(error.what());
        }
        return std::string();
    };
    EXPECT_EQ(refused("Phase B verloren"), "branch 2 is called \"Phase B verloren\" already");
    EXPECT_THAT(refused("two\nlines"), HasSubstr("one line"));
    EXPECT_THAT(refused("12"), HasSubstr("is a number"));
    EXPECT_THAT(refused(std::string(65, 'x')), HasSubstr("65 bytes"));
    EXPECT_EQ(refused("\xC3\xA4 2"), "") << "UTF-8 is text";
    rename_branch(tree, 0, "");
    EXPECT_EQ(tree.branches[0].name, "");
}

TEST(Branches, OneThatNobodyLeftIsGone) {
    Tree tree = four();
    remove_branch(tree, 2);
    check(tree);
    EXPECT_EQ(branch_numbers(tree), "1 2 4");
    EXPECT_EQ(tree.now().number, 4);
    EXPECT_EQ(parent_of(tree, 4), 2);
}

TEST(Branches, TheOneThatLeftLastInheritsThePastOfAll) {
    Tree tree = four();
    remove_branch(tree, 0);
    check(tree);
    EXPECT_EQ(branch_numbers(tree), "2 3 4");
    EXPECT_EQ(frames(by_number(tree, 2)), (std::vector<std::int64_t>{0, 100, 150, 250}))
        << "what branch 1 ran after 150 is gone";
    EXPECT_EQ(by_number(tree, 2).tip, 250);
    EXPECT_EQ(by_number(tree, 2).fork, 0);
    EXPECT_EQ(parent_of(tree, 2), 0);
    EXPECT_EQ(parent_of(tree, 3), 2);
    EXPECT_EQ(parent_of(tree, 4), 2);
    EXPECT_EQ(tree.now().number, 4);
    remove_branch(tree, 0);  // 2: the present one inherits
    check(tree);
    EXPECT_EQ(branch_numbers(tree), "4 3");
    EXPECT_EQ(frames(by_number(tree, 4)), (std::vector<std::int64_t>{0, 100, 150, 200, 220}));
    EXPECT_EQ(parent_of(tree, 3), 4);
    EXPECT_EQ(tree.current, 0);
}

TEST(Branches, ThePresentOneStays) {
    Tree tree = four();
    EXPECT_THROW(remove_branch(tree, 3), std::invalid_argument);
    EXPECT_EQ(branch_numbers(tree), "1 2 3 4");
}

// Inputs behind a fork must not come back when stretches are joined over it.
TEST(Branches, WhatEnteredBehindTheForkIsForgotten) {
    Tree tree = four();
    JournalWriter writer;
    const std::array<std::uint8_t, 2> down{2, 1};
    for (const std::int64_t frame : {110, 149, 150, 180})
        writer.entered({frame, InputKind::key, 0, down});
    tree.branches[0].stretches[1].meters[0].chunks = {writer.take()};
    remove_branch(tree, 0);
    JournalReader reader(by_number(tree, 2).stretches[1].meters[0].chunks);
    std::vector<std::int64_t> entered;
    for (; reader.peek() != nullptr; reader.next()) entered.push_back(reader.peek()->frame);
    EXPECT_EQ(entered, (std::vector<std::int64_t>{110, 149}));
}

}  // namespace
}  // namespace bench
