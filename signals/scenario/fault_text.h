// Faults as text on one line: KIND[:KEY=VALUE,...], e.g.
//
//   no-answer:every=3,address=12
//   delay:time=0.25,jitter=0.1,registers=257-262
//   exception:code=11,function=16,probability=0.1,seed=7
//
// Keys and ranges are those of a [[fault]] table (fault.h). Whole numbers may be written in
// hexadecimal (function=0x2B).
#pragma once

#include <string>
#include <string_view>

#include "signals/scenario/fault.h"
#include "signals/scenario/words.h"

namespace signals {

// Throws WordedError<std::invalid_argument>: the text, what is wrong in it, what is allowed.
Fault parse_fault(std::string_view text);
// The shortest text that parse_fault() reads back to an equal fault.
std::string to_text(const Fault& fault);
// Kinds, keys and ranges for a help text, a line each.
std::string describe_faults(Words words = english);

}  // namespace signals
