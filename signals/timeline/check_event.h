// The rules of a timeline's values, for those who build one without a file.
#pragma once

#include "signals/timeline/event.h"

namespace signals {

// Both throw std::invalid_argument in words: what, its value, what is allowed. Ranges are the rows
// of kinds.h.
void check(const Event& event);
void check(const Timeline& timeline);

}  // namespace signals
