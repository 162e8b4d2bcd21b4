// Harmonics of the terminal signals to order 40, as a power quality analyzer on the same terminals
// would find them: a window of 10 cycles below 55 Hz, else 12 (IEC 61000-4-7), resampled to 128
// points a cycle, so that harmonics fall on bins exactly.
//
// The points are taken out of the signals' closed form, all channels at once. What the meter's own
// 2520.6 Hz makes of orders above 20 (they fold back) is another matter: the readings dock shows
// it.
#pragma once

#include <vector>

#include "app/bench/view.h"
#include "widgets/spectrum/spectrum_geometry.h"

namespace desktop {

struct TerminalSpectrum {
    std::vector<widgets::SpectrumSeries> voltage;  // of the phases that have any
    std::vector<widgets::SpectrumSeries> current;
};

// Of the installation as it is at the view's frame, at the meter's terminals.
[[nodiscard]] TerminalSpectrum terminal_spectrum(const bench::View& view);

}  // namespace desktop
