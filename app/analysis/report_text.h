// An answer for people at a terminal, and as CSV for spreadsheets.
#pragma once

#include <string>

#include "app/analysis/analysis.h"

namespace analysis {

// Signal, comparison, causes and events, as tables.
std::string to_text(const Answer& answer);

// One line per reading window (or some neighbours): begin and end, s; then of each quantity meter,
// truth and error in percent. RFC 4180, decimal points, a header; empty where nothing is known.
std::string to_csv(const Answer& answer);

// "sag on AB from 1.234 s for 0.11 s, down to 61.2 V (26.6 %)".
std::string describe(const signals::QualityEvent& event, double declared);

}  // namespace analysis
