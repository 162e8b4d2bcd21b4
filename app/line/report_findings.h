// What a poll report has to say in words: a table of searches, each over one conversation.
#pragma once

#include "app/line/report.h"

namespace line {

// Fills in the findings of every conversation.
void find_all(Report& report);

// The searches, by subject.
using Findings = std::vector<Finding>;
// report_reads.cpp: how registers are read.
void find_single_reads(const Report& report, const Conversation& talk, Findings& out);
void find_halves(const Report& report, const Conversation& talk, Findings& out);
void find_shifted_reads(const Report& report, const Conversation& talk, Findings& out);
void find_holes(const Report& report, const Conversation& talk, Findings& out);
// report_findings.cpp: everything else.
void find_silent_address(const Report& report, const Conversation& talk, Findings& out);
void find_refused_writes(const Report& report, const Conversation& talk, Findings& out);
void find_unknown_functions(const Report& report, const Conversation& talk, Findings& out);
void find_failures(const Report& report, const Conversation& talk, Findings& out);
void find_haste(const Report& report, const Conversation& talk, Findings& out);

}  // namespace line
