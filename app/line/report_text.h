// A poll report for people, and for programs.
#pragma once

#include <string>

#include "app/line/report.h"

namespace line {

std::string to_text(const Report& report);
// {"seconds", "line_busy", "records", "conversations": [{"port", "client", "framing", "address",
// "requests", "answered", "exceptions", "unanswered", "damaged", "retries", "troubles", "coverage":
// {"read", "points", "never": [...]}, "blocks": [...], "findings": [{"kind", "text",
// "records"}]}]}. Times in seconds; null where there was nothing to measure.
std::string to_json(const Report& report);

}  // namespace line
