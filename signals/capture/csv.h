// CSV as loggers, oscilloscopes and spreadsheets write it.
//
//   sep=;                           Excel's line, if there is one
//   Sample Interval,1e-05           lines before the header: rate or interval are taken from them
//   # anything                      comments: lines that begin with # or %
//   Time;VA [V];VB [V];IA [A]       the last line before the data with a text for each column
//   (ms);(V);(V);(A)                units in a line of their own, in brackets or behind the names
//   0,00;325,2;-162,1;12,5          ; tab | or comma; decimal point or comma; fields in quotes
//
// The data begin where all columns that are numbers at the end of the first 64 KiB are numbers. The
// time column is the first one whose name or unit says so (s, ms, us, ns, min), whose values are
// clock times (hh:mm:ss.fff, a date before it), or, without a header, a first column that rises
// evenly. Columns that count rows are left out. Without a time column a rate is needed: in the
// lines before the header (Rigol's Start/Increment, Tektronix' Sample Interval, "Sample Rate"), or
// given by hand, which wins over all. Channels without a unit are V or A by the first letter of
// their names.
#pragma once

#include <string>

#include "signals/capture/capture.h"

namespace signals {

// Throws CaptureError: no table of numbers, neither time nor rate.
OpenCapture open_csv(Bytes bytes, const std::string& name, const CaptureOptions& options = {});

}  // namespace signals
