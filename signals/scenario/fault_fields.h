// The keys of a fault (fault.h): fields like those of fields.h, but for the kind, which decides
// what fields there are, and the registers, which are a range. Errors are worded
// (worded_error.h).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "signals/scenario/fault.h"
#include "signals/scenario/fields.h"

namespace signals {

// Those that the fault's kind knows, without `kind` and `registers`.
std::vector<ScenarioField> fields_of(Fault& fault);

// Throws std::invalid_argument: "unknown kind 'bad-cr', did you mean 'bad-crc'? allowed is ...".
Fault fault_of_kind(std::string_view kind);

// "257" or "257-262", numbers 1..65536 of the map. Throws std::invalid_argument.
void set_registers(Fault& fault, std::string_view text);
// The same text; empty for any.
std::string registers_text(const Fault& fault);

// Rules between fields: what is wrong, with the key it is about; nothing when all is well.
struct FaultProblem {
    std::string_view key;
    Sentence what;
};
std::optional<FaultProblem> find_problem(const Fault& fault);

}  // namespace signals
