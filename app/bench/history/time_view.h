// What others see of a history: branches, and which moment is on show.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "app/bench/history/room.h"

namespace bench {

struct BranchView {
    int number = 1;    // never changes; its place in the list does when another one is deleted
    std::string name;  // as given; may be empty
    int parent = -1;   // -1: it begins with the run
    std::int64_t fork = 0;
    std::int64_t tip = 0;  // of the present branch: when it became that; see TimeView::now
};

struct TimeView {
    bool kept = false;       // there is a history
    bool looking = false;    // an earlier moment is on show, the run stands still
    bool there = true;       // what is on show is that moment; else it is being made
    Room room;               // for one more branch
    int branch = 0;          // that is on show, by its place in `branches`
    int present = 0;         // that the run is in
    std::int64_t first = 0;  // frame that everything began with
    std::int64_t goal = 0;   // frame that is looked at, or the present one
    std::int64_t now = 0;    // frame of the run
    // How often something was done to the meters here: keys, edits, going on, Runner::enter(). Not
    // what masters did over the line, and not time.
    std::int64_t doings = 0;
    std::shared_ptr<const std::vector<BranchView>> branches;  // parents first

    [[nodiscard]] int number_of(int place) const {
        return branches ? (*branches)[static_cast<std::size_t>(place)].number : 1;
    }
    // Going on from the moment on show needs a branch more than there may be.
    [[nodiscard]] bool is_too_much() const { return looking && room.full() && goal != tip(); }
    // The newest frame of the branch on show.
    [[nodiscard]] std::int64_t tip() const {
        if (!branches || branch == present) return now;
        return (*branches)[static_cast<std::size_t>(branch)].tip;
    }
};

}  // namespace bench
