// A log of readings for spreadsheets and scripts: RFC 4180, one line for each poll.
//
//   time,kw_total,v_an,error
//   2026-03-01T12:00:00.000Z,86.36,277.0,
//
// Times are ISO 8601, UTC, milliseconds, of the start of a poll. Values are in the units of the
// register table (`metertwin-cli map`). A field is empty when the point is not valid (QNAN), and
// when it could not be read: `error` says why then. Lines end in CR LF as the RFC wants.
#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "app/poll/sweep.h"

namespace polling {

// Quoted where a comma, a quote or a line end asks for it.
[[nodiscard]] std::string csv_field(std::string_view text);

// "2026-03-01T12:00:00.000Z". Years 1970 to 9999.
[[nodiscard]] std::string iso_time(std::chrono::system_clock::time_point time);

[[nodiscard]] std::string csv_header(const Rows& rows);
[[nodiscard]] std::string csv_row(const Sweep& sweep);

}  // namespace polling
