// A waveform in as many points as a picture has, with the meter's windows.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "app/analysis/recording_quality.h"
#include "app/analysis/rows.h"
#include "app/analysis/subject.h"
#include "app/analysis/twin.h"

namespace analysis {

inline constexpr std::size_t kWaveColumns = 900;

struct WaveBand {
    double begin = 0.0, end = 0.0;  // s
};

struct Waveform {
    double begin = 0.0, end = 0.0;  // s
    // VA VB VC IA IB IC, least and most in each of equally long columns; V and A.
    std::vector<std::array<Extent, signals::kQualityChannels>> columns;
    // The first cycles, sample by sample, from `begin` on.
    double detail_rate = 0.0;  // Hz
    std::array<std::vector<double>, signals::kQualityChannels> detail;
    std::vector<WaveBand> windows;
};

// Of a whole recording; reads the rows once, in order.
Waveform waveform_of(const Rows& rows, double frequency);
// Of a subject over the frames of these windows.
Waveform waveform_of(Subject& subject, std::span<const ReadingWindow> windows, double frequency);

}  // namespace analysis
