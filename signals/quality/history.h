// The last moments of a recording: samples and running integrals of the six channels, so that any
// stretch between two fractional instants costs the same. Memory is bounded: what is older than
// the capacity is gone.
#pragma once

#include <array>
#include <complex>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace signals {

// VA VB VC IA IB IC, in V and A: the order of every six-channel block in quality/ and replay/.
inline constexpr std::size_t kQualityChannels = 6;
using QualityBlock = std::array<std::span<const double>, kQualityChannels>;

class History {
 public:
    // Keeps at least `rows` rows.
    explicit History(std::size_t rows);

    void add(const std::array<double, kQualityChannels>& row);

    // Rows added so far; rows [first(), size()) are still there.
    [[nodiscard]] std::int64_t size() const { return size_; }
    [[nodiscard]] std::int64_t first() const;

    // Samples of a row; rows outside are the nearest one that is there.
    [[nodiscard]] const std::array<double, kQualityChannels>& samples(std::int64_t row) const {
        return at(row).sample;
    }

    // Means of x^2 of a channel, and of v * i of a phase, from instant `from` to `to`, in rows:
    // row n stands for [n - 1/2, n + 1/2]. from < to, both inside what is kept.
    [[nodiscard]] double mean_square(std::size_t channel, double from, double to) const;
    [[nodiscard]] double mean_product(std::size_t phase, double from, double to) const;
    // The rms phasor of the wave that turns once from `from` to `to`; 0 degrees: a sine.
    [[nodiscard]] std::complex<double> fundamental(std::size_t channel, double from,
                                                   double to) const;

 private:
    static constexpr std::size_t kSums = kQualityChannels + 3;
    struct Row {
        std::array<double, kQualityChannels> sample{};
        std::array<double, kSums> before{};  // sums of all rows before this one
    };

    [[nodiscard]] const Row& at(std::int64_t row) const;
    [[nodiscard]] double upto(std::size_t sum, double instant) const;
    [[nodiscard]] double mean(std::size_t sum, double from, double to) const;

    std::vector<Row> ring_;
    std::size_t mask_;
    std::int64_t size_ = 0;
    std::array<double, kSums> total_{};
};

}  // namespace signals
