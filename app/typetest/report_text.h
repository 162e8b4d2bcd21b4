// The results of a type test for people at a terminal: a line per point.
#pragma once

#include <string>

#include "app/typetest/type_test.h"

namespace typetest {

std::string to_text(const Report& report);

// "0.0123" or "-"; four decimals, of percent.
std::string number(const std::optional<double>& value);

}  // namespace typetest
