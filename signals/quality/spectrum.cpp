#include "signals/quality/spectrum.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>
#include <numbers>
#include <unsupported/Eigen/FFT>

#include "signals/resample/kernel.h"
#include "signals/resample/mix.h"

namespace signals {
namespace {

using Bins = std::vector<std::complex<double>>;

constexpr double kNan = std::numeric_limits<double>::quiet_NaN();
constexpr double kLeastPoints = 0.95;  // of the rows of a window, so that what folds is unusable
constexpr double kUsable = 0.45;       // of the sampling rate: the kernel is flat there

double square(const Bins& bins, std::size_t k) {
    return k < bins.size() ? std::norm(bins[k]) : 0.0;
}

double subgroup(const Bins& bins, std::size_t middle) {
    return std::sqrt(square(bins, middle - 1) + square(bins, middle) + square(bins, middle + 1));
}

// Bins at the border between two orders count half for each.
double group(const Bins& bins, std::size_t middle, std::size_t half) {
    double sum = 0.5 * (square(bins, middle - half) + square(bins, middle + half));
    for (std::size_t k = middle - half + 1; k < middle + half; ++k) sum += square(bins, k);
    return std::sqrt(sum);
}

}  // namespace

ChannelSpectrum grouped(const Bins& bins, int cycles, std::size_t usable) {
    ChannelSpectrum out;
    const auto n = static_cast<std::size_t>(cycles);
    out.phasor[0] = bins[0];
    out.subgroup[0] = out.group[0] = std::abs(bins[0]);
    double distortion = 0.0;
    for (std::size_t h = 1; h <= kHighestOrder; ++h) {
        if (h * n + 1 >= usable) {
            out.subgroup[h] = out.group[h] = kNan;
            out.phasor[h] = {kNan, kNan};
            continue;
        }
        out.phasor[h] = bins[h * n];
        out.subgroup[h] = subgroup(bins, h * n);
        out.group[h] = group(bins, h * n, n / 2);
        if (h > 1) distortion += out.subgroup[h] * out.subgroup[h];
    }
    if (out.subgroup[1] > 0.0) out.thd = 100.0 * std::sqrt(distortion) / out.subgroup[1];
    return out;
}

struct SpectrumAnalyzer::Parts {
    explicit Parts(int per_window) : cycles(per_window) {
        fft.SetFlag(Eigen::FFT<double>::HalfSpectrum);
        coefficients.resize(kernel.taps());
    }

    void resample(const History& history, double from, double to);
    void transform(std::size_t channel, Bins& out);

    int cycles;
    std::size_t points = 0;  // of the window
    SincKernel kernel{0.42, 0.58, 80.0};
    Eigen::FFT<double> fft;
    std::array<std::vector<double>, kQualityChannels> wave;
    std::array<Bins, kQualityChannels> bins;
    std::vector<double> coefficients;
    std::vector<MixedRow> rows;  // the window's, and what the kernel reaches beyond it
};

// The same row of coefficients serves all six channels.
void SpectrumAnalyzer::Parts::resample(const History& history, double from, double to) {
    points = std::bit_ceil(static_cast<std::size_t>(kLeastPoints * (to - from)));
    for (auto& w : wave) w.resize(points);
    const double step = (to - from) / static_cast<double>(points);
    const auto reach = static_cast<std::int64_t>(kernel.reach());
    const std::int64_t first = static_cast<std::int64_t>(std::floor(from)) - reach + 1;
    const std::int64_t last = static_cast<std::int64_t>(std::floor(to)) + reach;
    rows.assign(static_cast<std::size_t>(last - first + 1), {});
    for (std::size_t k = 0; k < rows.size(); ++k) {
        const auto& row = history.samples(first + static_cast<std::int64_t>(k));
        std::copy(row.begin(), row.end(), rows[k].begin());
    }
    for (std::size_t n = 0; n < points; ++n) {
        const double at = from + static_cast<double>(n) * step;
        const double whole = std::floor(at);
        kernel.value_row(at - whole, coefficients);
        const std::int64_t begin = static_cast<std::int64_t>(whole) - reach + 1 - first;
        const MixedRow x = mix_rows(rows.data() + begin, coefficients);
        for (std::size_t c = 0; c < kQualityChannels; ++c) wave[c][n] = x[c];
    }
}

// Bins as rms phasors, 0 degrees for a sine that begins with the window.
void SpectrumAnalyzer::Parts::transform(std::size_t channel, Bins& out) {
    fft.fwd(out, wave[channel]);
    const double scale = 1.0 / static_cast<double>(points);
    out[0] *= scale;
    for (std::size_t k = 1; k < out.size(); ++k) {
        out[k] *= std::complex<double>{0.0, std::numbers::sqrt2 * scale};
    }
}

SpectrumAnalyzer::SpectrumAnalyzer(int cycles) : parts_(std::make_unique<Parts>(cycles)) {}

SpectrumAnalyzer::~SpectrumAnalyzer() = default;

WindowSpectrum SpectrumAnalyzer::window(const History& history, double from, double to) {
    Parts& p = *parts_;
    p.resample(history, from, to);
    WindowSpectrum out;
    const auto usable = static_cast<std::size_t>(kUsable * (to - from));
    for (std::size_t c = 0; c < kQualityChannels; ++c) {
        p.transform(c, p.bins[c]);
        out.channel[c] = grouped(p.bins[c], p.cycles, usable);
    }
    for (std::size_t x = 0; x < 3; ++x) {
        const std::size_t end = std::min(p.bins[x].size(), usable);
        for (std::size_t k = 1; k < end; ++k) {
            out.reactive[x] += (p.bins[x][k] * std::conj(p.bins[x + 3][k])).imag();
        }
    }
    return out;
}

}  // namespace signals
