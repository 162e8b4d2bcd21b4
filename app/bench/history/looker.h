// Meters that stand at an earlier frame, for looking, while the running ones stay where they are.
//
// A look begins at the snapshot before its frame (or where it stands already, when that is nearer)
// and plays what entered, in pieces, so that a newer wish can take its place. When somebody records
// what leads up to the moment it begins earlier:
//
//   ──s────────s──────────s───×──     s: snapshots, ×: the moment
//              ├─leg──────┼leg┤       kLookLead frames at least, where inputs are still known
#pragma once

#include <chrono>
#include <cstdint>
#include <deque>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <vector>

#include "app/bench/history/journal.h"
#include "app/bench/history/tree.h"
#include "app/bench/rig.h"

namespace bench {

// The waveform that is in front of a meter besides its installation, anew; may give nullptr.
using MakeInput = std::function<std::unique_ptr<Input>(std::size_t meter)>;

class Records;

// What is recorded in front of a moment at least, 10 s.
inline constexpr std::int64_t kLookLead = 25'210;

class Looker {
 public:
    explicit Looker(MakeInput make_input) : make_input_(std::move(make_input)) {}
    // Players know their rigs: they are destroyed first, which a move would not do.
    Looker(const Looker&) = delete;
    Looker& operator=(const Looker&) = delete;

    // Looks nowhere; what is looked at from now on has these waveforms.
    void take_input(MakeInput make_input);

    // Begins to go to a frame of a branch. Throws std::out_of_range as place_of().
    void look(const Tree& tree, int branch, std::int64_t frame);
    // Lets what leads up to moments be recorded, waveforms of the watched meter; nullptr: no
    // longer. What is looked at is made anew.
    void record(std::shared_ptr<Records> records, std::size_t watched, const Tree& tree);
    // Another meter is watched. What is looked at is made anew where its waveform is wanted.
    void watch(std::size_t meter, const Tree& tree);
    // Advances for as long as `time` at most (whole blocks). True when it is there.
    bool work(std::chrono::steady_clock::duration time);
    void finish();
    void stop();  // looks nowhere

    [[nodiscard]] bool looking() const { return wish_.has_value(); }
    [[nodiscard]] bool there() const { return there_; }
    // What is looked at; only while looking(). `frame` is the one that can be had.
    [[nodiscard]] const Place& wish() const { return *wish_; }
    [[nodiscard]] int branch() const { return branch_; }  // as asked for
    [[nodiscard]] const Rig& rig(std::size_t meter) const { return *rigs_[meter]; }

 private:
    // From a snapshot to a frame, with what entered.
    struct Leg {
        std::vector<MeterStretch> meters;
        std::int64_t end = 0;
    };

    [[nodiscard]] bool goes_on_from_here(const Tree& tree, const Place& to) const;
    void begin(const Tree& tree, const Place& to);
    void begin_anew(const Tree& tree);
    void begin_leg();
    void attach_records();

    MakeInput make_input_;
    std::shared_ptr<Records> records_;
    std::size_t watched_ = 0;  // meter
    std::optional<Place> wish_;
    int branch_ = 0;
    bool there_ = false;
    std::deque<Leg> legs_;  // the first is under way; the last is the wish's stretch
    std::vector<std::unique_ptr<Rig>> rigs_;
    std::deque<Player> players_;
};

}  // namespace bench
