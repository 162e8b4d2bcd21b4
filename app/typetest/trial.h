// One point, measured. The judgement, which may need other points, is type_test.cpp's.
#pragma once

#include <functional>

#include "app/typetest/type_test.h"
#include "core/registers/config.h"

namespace typetest {

// Fills everything of the result but `judged` and `pass` of variations. Throws Cancelled.
Result measure_point(const Point& point, const Setup& setup, const meter::Calibration& calibration,
                     const std::function<bool()>& cancelled);

// Chooses Wh per pulse and system voltage so that the contact keeps up with `watts`, pulses being
// as light as they can. The closure time follows from system voltage and CT primary (meter.md 5.1);
// at the rated system voltage it is made for the rated power, not for Imax at 1.15 Un. The system
// voltage has no part in energy.
void configure_pulses(meter::Config& config, double watts);

}  // namespace typetest
