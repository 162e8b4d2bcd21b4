// Load profiles: CSV in.
//
//   time,kw_a,kw_b,kw_c,kvar_a,kvar_b,kvar_c        or   hour;kw;kvar
//   00:00,12.5,...                                       0;37,5;12,1
//
// The first line that is neither empty nor a # comment names the columns; it also decides the
// delimiter: semicolon or tab when it has one, else comma. With semicolon or tab a decimal comma is
// read as well as a point.
//   time            "time" (06:30, 06:30:15, 90, 15m, 2026-01-31 06:30), or a bare number in the
//                   unit that is its name: s, seconds, min, minutes, h, hours
//   power           w, kw, mw, var, kvar, mvar, with _a, _b or _c for a phase; without, the total,
//                   which is split evenly. Other columns are an error.
// Times ascend. A date counts from the first row's.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "signals/timeline/event.h"

namespace signals {

inline constexpr std::size_t kMostProfileRows = 600'000;  // a year of minutes

// Both throw ScenarioError, "file:line:column: what". `phases` are those that a total is split on.
std::vector<ProfilePoint> read_profile(const std::string& path, Phases phases);
std::vector<ProfilePoint> parse_profile(std::string_view csv, const std::string& name,
                                        Phases phases);

}  // namespace signals
