// An answer as one self-contained HTML page with tables and pictures, readable in light and dark.
#pragma once

#include <string>

#include "app/analysis/analysis.h"

namespace analysis {

std::string to_html(const Answer& answer);

}  // namespace analysis
