#include <array>

#include "app/analysis/twin.h"

namespace analysis {
namespace {

struct Row {
    const char* name;
    const char* words;
};

// clang-format off
constexpr std::array<Row, kCauses> kRows{{
    {"connection", "wrong wiring, and errors of voltage and current transformers"},
    {"aliasing", "what lies above 1260 Hz is folded down or filtered out instead of counted"},
    {"clipping", "the signal goes beyond the converter's range"},
    {"rope", "the coil's gain, position, phase and pick-up"},
    {"gain", "gain errors of the channels"},
    {"temperature", "ropes and channels drift away from what they are at 25 degC"},
    {"offset", "offset and chopped offset of the channels"},
    {"noise", "noise of the converter"},
    {"quantization", "the converter counts in whole steps"},
    {"alignment", "the slots are moved to one instant by all-pass filters"},
    {"integrator", "FIR3 and leaky trapezoid integrate instead of an ideal 1/f"},
    {"quadrature", "the 90 degree path weighs harmonics by 1/h"},
    {"dc", "DC is blocked, and a rope carries none"},
    {"window", "the borders of the reading windows: not whole cycles, or not the truth's instants"},
    {"no load", "power below the creep threshold reads zero"},
    {"arithmetic", "the firmware's integers"},
    {"registers", "the resolution of the float registers"},
}};
// clang-format on

}  // namespace

const char* name_of(Cause cause) { return kRows[static_cast<std::size_t>(cause)].name; }
const char* words_for(Cause cause) { return kRows[static_cast<std::size_t>(cause)].words; }

}  // namespace analysis
