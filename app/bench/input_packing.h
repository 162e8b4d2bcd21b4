// Inputs of a rig as bytes and back.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "app/bench/input_log.h"
#include "core/registers/config.h"
#include "signals/scenario/scenario.h"
#include "signals/scenario/text_table.h"

namespace bench {

class Rig;

std::vector<std::uint8_t> packed(const signals::Installation& installation);
std::vector<std::uint8_t> packed(const signals::Event& event);
std::vector<std::uint8_t> packed(const meter::Config& config);

// Lets the input enter again (verdicts excepted: they are answers). Throws std::invalid_argument
// when its bytes are not those of its kind.
void enter(Rig& rig, const RigInput& input);

// Throws std::invalid_argument, "journal: what", for inputs and for what they are kept in.
[[noreturn]] void refuse_journal(signals::Fitting<> what);

}  // namespace bench
