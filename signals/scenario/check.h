// The rules of a scenario's values, for those who build one without a file.
//
// Each throws WordedError<std::invalid_argument>: what, its value, what is allowed. Ranges are the
// rows of fields.h; besides, an installation has at most kMaxHarmonics harmonics, one per order.
#pragma once

#include "signals/scenario/scenario.h"

namespace signals {

inline constexpr int kMaxHarmonics = 39;  // orders 2..40

void check(const MeterSettings& meter);
void check(const Installation& installation);
void check(const FrontEndSettings& front_end);
void check(const Fault& fault);
void check(const Scenario& scenario);

}  // namespace signals
