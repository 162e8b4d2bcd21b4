// The spectrum of one 200 ms window, by IEC 61000-4-7: 10 cycles of 50 Hz or 12 of 60 Hz, resampled
// to a whole number of points per cycle, rectangular, so that a bin is 1/10 or 1/12 of the
// fundamental (about 5 Hz) and harmonics fall on bins exactly.
#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <memory>
#include <vector>

#include "signals/quality/history.h"

namespace signals {

inline constexpr std::size_t kHighestOrder = 40;

// Of one channel. Index is the order; [0] is DC. NaN above what the sampling rate carries.
struct ChannelSpectrum {
    std::array<double, kHighestOrder + 1> subgroup{};  // rms: bins h - 1, h, h + 1
    std::array<double, kHighestOrder + 1> group{};     // rms: all bins nearer to h than to others
    std::array<std::complex<double>, kHighestOrder + 1> phasor{};  // rms, of bin h; 0 deg: a sine
    double thd = 0.0;                                              // THDS, percent: subgroups 2..40
};

struct WindowSpectrum {
    std::array<ChannelSpectrum, kQualityChannels> channel{};
    // Sum over all bins but DC of Im(V I*), var, > 0 when the current lags: Budeanu's Q.
    std::array<double, 3> reactive{};
};

// Subgroups, groups and distortion from bins of rms phasors, `cycles` bins an order. Bins from
// `usable` on are not to be trusted.
ChannelSpectrum grouped(const std::vector<std::complex<double>>& bins, int cycles,
                        std::size_t usable);

class SpectrumAnalyzer {
 public:
    // `cycles`: 10 or 12 per window.
    explicit SpectrumAnalyzer(int cycles);
    ~SpectrumAnalyzer();

    // From instant `from` to `to`, in rows of `history`; the windows's cycles lie between.
    WindowSpectrum window(const History& history, double from, double to);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace signals
