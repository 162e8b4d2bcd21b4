// One point, measured. The judgement, which may need other points, is type_test.cpp's.
#pragma once

#include <functional>

#include "app/typetest/type_test.h"
#include "core/registers/config.h"

namespace typetest {

// Fills everything of the result but `judged` and `pass` of variations. Throws Cancelled.
Result measure_point(const Point& point, const Setup& setup, const meter::Calibration& calibration,
                     const std::function<bool()>& cancelled);

// Wh per pulse that the test sets: the smallest whose closure can be 100 ms.
std::uint16_t pulse_weight(const meter::Config& config);

}  // namespace typetest
