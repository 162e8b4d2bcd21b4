// The past of a bench: branches of stretches, each a snapshot and what entered after it.
//
//   0 ────s────s────s────s────s────s───● tip of "main"
//                   └────s────s───● tip of "Branch 2", which forked there
//
// A frame of a branch before its fork is its parent's. Plain data; snapshots and chunks are shared
// and never change, so a copy is cheap and may go to another thread.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/history/journal.h"
#include "app/bench/history/packed_snapshot.h"
#include "app/bench/history/room.h"

namespace bench {

// One of a bench's meters in a stretch.
struct MeterStretch {
    SharedSnapshot snapshot;  // Rig::snapshot() at the stretch's frame
    Chunks chunks;
};

struct Stretch {
    std::int64_t frame = 0;
    // What entered is known: every frame up to the next stretch can be had. When it was given up
    // for space, only `frame` itself.
    bool exact = true;
    std::vector<MeterStretch> meters;
};

struct Branch {
    int number = 1;                  // of its own, never another one's: 1, 2, ... as they came
    std::string name;                // that it was given; may be empty
    int parent = -1;                 // index; -1: none, it begins with power-up
    std::int64_t fork = 0;           // frame at which it left its parent
    std::int64_t tip = 0;            // its newest frame
    std::vector<Stretch> stretches;  // ascending; the first is at `fork`
};

struct Tree {
    std::vector<Branch> branches;
    int current = 0;

    [[nodiscard]] const Branch& now() const { return branches[static_cast<std::size_t>(current)]; }
};

// Where a frame of a branch is to be had from. frame: 0..tip of the branch. Throws
// std::out_of_range otherwise.
struct Place {
    int branch = 0;
    std::size_t stretch = 0;
    std::int64_t frame = 0;  // that can be had: the asked one or, where inputs were given up,
                             // the nearest snapshot before
};
[[nodiscard]] Place place_of(const Tree& tree, int branch, std::int64_t frame);
[[nodiscard]] const Stretch& stretch_at(const Tree& tree, const Place& place);

// What comes right before the stretch of a place, up to where that begins: of the same branch or of
// the one that it left. Nothing when there is none or its inputs were given up.
[[nodiscard]] std::optional<Place> place_before(const Tree& tree, const Place& place);

// What a history may cost.
struct HistoryLimits {
    std::int64_t spacing = 1 << 15;  // frames between two new snapshots, 13 s
    // Of a branch's snapshots, for each meter: what 56 minutes take, so that a run of days takes
    // no more than its first hour.
    std::size_t branch_bytes = 3'800'000;
    std::size_t snapshot_bytes = 64U << 20;  // of all snapshots together
    std::size_t journal_bytes = 64U << 20;   // of all inputs together
    std::size_t branches = 256;              // no more are begun
};

// Gives up snapshots of the present branch, and then of all, until what they take fits: each time
// the one that is missed least, where the gap it leaves is the smallest part of its age. So gaps
// grow with their age, whatever the length of the run: 1/22 of it at most after a day, 1/10 after
// a year. A branch's first and newest snapshot stay.
void give_up_snapshots(Tree& tree, const HistoryLimits& limits);
[[nodiscard]] std::size_t snapshot_bytes(const Branch& branch);
[[nodiscard]] std::size_t snapshot_bytes(const Tree& tree);
// One more branch takes two snapshots at least.
[[nodiscard]] Room room_of(const Tree& tree, const HistoryLimits& limits);
// Gives up inputs, the oldest stretches of the oldest branches first, until they fit.
void give_up_inputs(Tree& tree, std::size_t most);
[[nodiscard]] std::size_t journal_bytes(const Tree& tree);

// Throws std::invalid_argument in words when a tree that was read cannot be one.
void check(const Tree& tree);

}  // namespace bench
