// The results of a type test as a laboratory prints them: one self-contained HTML file with tables
// and plots (SVG), readable in light and dark.
#pragma once

#include <string>

#include "app/typetest/type_test.h"

namespace typetest {

std::string to_html(const Report& report);

}  // namespace typetest
