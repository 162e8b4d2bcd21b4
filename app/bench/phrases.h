// THE table of what is said about workspaces, histories and meters that cannot be made or restored.
// Its name as a context of translations is "Bench" (signals/scenario/text_table.h).
#pragma once

#include <stdexcept>

#include "signals/scenario/worded_error.h"

namespace bench {

struct BenchText : signals::Text {
    // NOLINTNEXTLINE(google-explicit-constructor): a row is its text
    constexpr BenchText(const char* row) : signals::Text{"Bench", row} {}
};

// clang-format off
struct BenchTexts {
    // Files
    BenchText not_written{"cannot be written: {}"};
    BenchText folder{"it is a folder"};
    BenchText too_large{"it has {} bytes; a workspace has at most {}"};
    BenchText no_workspace{"it is no workspace of MeterTwin: it does not begin with \"MeterTwin workspace\""};
    BenchText newer{"a newer MeterTwin wrote it: its format is {}, this program reads up to {}"};
    BenchText format_zero{"its format is 0, formats begin with 1"};
    BenchText cut_off{"it is cut off: {} bytes behind its header, which says {}"};
    BenchText too_long{"it is too long: {} bytes behind its header, which says {}"};
    BenchText damaged{"it is damaged: its digest is {:016x}, its header says {:016x}"};
    BenchText no_header{"it ends after {} bytes, inside its header"};
    BenchText ends_early{"it ends too early"};
    BenchText more_bytes{"it has more bytes than it needs"};
    BenchText section{"section \"{}\": {}"};
    BenchText section_twice{"section \"{}\" is there twice"};
    BenchText section_missing{"section \"{}\" is missing"};
    BenchText no_such_choice{"a choice is of a kind that does not exist"};
    BenchText number_range{"a branch's number is out of range"};
    BenchText other_recording{"this is not the recording that the workspace was made with: its content has another hash than {:016x}"};

    // Histories
    BenchText history{"history: {}"};
    BenchText empty{"it is empty"};
    BenchText no_meter{"it has no meter"};
    BenchText no_present{"its present branch does not exist"};
    BenchText other_meters{"its stretches are of different numbers of meters"};
    BenchText no_snapshot{"a snapshot is missing"};
    BenchText inputs_outside{"inputs stand outside their stretch"};
    BenchText empty_branch{"a branch is empty"};
    BenchText no_number{"a branch has no number"};
    BenchText one_number{"two branches have one number"};
    BenchText no_parent{"a branch has no parent before it"};
    BenchText no_order{"a branch's stretches are not in order"};
    BenchText other_ends{"a branch's ends are not where its stretches are"};
    BenchText forks_outside{"a branch forks outside its parent"};
    BenchText other_frame{"a snapshot is of another frame than its stretch"};
    BenchText too_many_meters{"it is of {} meters, a line has {} at most"};
    BenchText of_meters{"it is of {} meters, not of {}"};

    // Branches
    BenchText no_branch{"there is no branch {}; there are: {}"};
    BenchText long_name{"the name has {} bytes; a branch's has at most {}"};
    BenchText name_of_lines{"a branch's name is one line of text"};
    BenchText name_is_number{"\"{}\" is a number; a branch's name has something else as well"};
    BenchText name_taken{"branch {} is called \"{}\" already"};
    BenchText present_branch{"branch {} is the one that the run is in; go on from another one first"};
    BenchText most_branches{"there are {} branches, the most there may be"};
    BenchText most_bytes{"there are {} branches, and no room for the snapshots of one more: all together may take {} MB"};
    BenchText keeps_none{"this run keeps no history: it has no branches"};

    // Journals
    BenchText journal{"journal: {}"};
    BenchText instant{"an instant is out of range"};
    BenchText inside_number{"it ends inside a number"};
    BenchText long_number{"a number is too long"};
    BenchText no_such_input{"an input is of a kind that does not exist"};
    BenchText inside_input{"it ends inside an input"};
    BenchText input_bytes{"an input has too many bytes"};
    BenchText input_byte{"an input's byte is missing or not allowed"};
    BenchText no_such_event{"an event is of a kind that does not exist"};

    // Snapshots
    BenchText snapshot{"snapshot: {}"};
    BenchText foreign{"it does not begin like a snapshot of this program"};
    BenchText differs{"{} is {}, not {}"};
    BenchText its_version{"its version"};
    BenchText its_size{"its size in bytes"};
    BenchText its_digest{"its digest"};
    BenchText other_meter{"it is of another version of the meter"};

    // Meters
    BenchText setting{"meter settings: {} (asked for {})"};
    BenchText settings{"meter settings: {} (system type {}, CT primary {} A, PT ratio {}, system voltage {} V)"};
};
// clang-format on
inline constexpr BenchTexts kBench;

// What is wrong with a file, a snapshot, a name.
using Problem = signals::WordedError<std::invalid_argument>;
using signals::Sentence;

}  // namespace bench
