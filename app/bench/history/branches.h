// What people do to the branches of a tree: name them, find them, give them up.
#pragma once

#include <optional>
#include <string>

#include "app/bench/history/tree.h"

namespace bench {

inline constexpr std::size_t kMostNameBytes = 64;  // UTF-8

// The place of a branch by its number, or by the name that it was given.
[[nodiscard]] std::optional<int> find_branch(const Tree& tree, int number);
[[nodiscard]] std::optional<int> find_branch(const Tree& tree, const std::string& name);
// The same, but throws std::invalid_argument with the numbers that there are.
[[nodiscard]] int branch_place(const Tree& tree, int number);
// "1 2 5"
[[nodiscard]] std::string branch_numbers(const Tree& tree);

// One more than the highest there is.
[[nodiscard]] int next_branch_number(const Tree& tree);

// Throws std::invalid_argument in words when it cannot be the branch's name: one that is too long,
// has characters that are no text, is a number, or is another branch's. An empty one takes the name
// away.
void rename_branch(Tree& tree, int place, const std::string& name);

// Gives up a branch and what was run in it alone: what others went on from stays, as the past of
// the one that left it last, which takes its place. Numbers never change. Throws
// std::invalid_argument, nothing changed, when it is the present one.
void remove_branch(Tree& tree, int place);

}  // namespace bench
