// The pictures of an answer, as inline SVG in the colours of app/report's page.
#pragma once

#include <string>

#include "app/analysis/analysis.h"

namespace analysis {

// Voltages above, currents below, the meter's reading windows as bands.
std::string waveform_svg(const Waveform& wave);
// The first cycles, sample by sample.
std::string detail_svg(const Waveform& wave);
// Error of one quantity and its shares, as bars left and right of zero.
std::string shares_svg(const Explanation& explanation);
// Orders 2 to 40 in percent of the fundamental; `first` is 0 for voltages, 3 for currents.
std::string harmonics_svg(const SignalSummary& signal, std::size_t first, const char* title);
// Urms(1/2) over time with the events and their limits.
std::string profile_svg(const RecordingQuality& quality);
// P of the cycles over time.
std::string power_svg(const RecordingQuality& quality);

}  // namespace analysis
