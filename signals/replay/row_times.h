// When the rows of a part of a capture were taken, without keeping a time for each.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "signals/capture/capture.h"
#include "signals/resample/tile_cache.h"

namespace signals {

class RowTimes {
 public:
    // Rows whose time lies in [from, to), s from the capture's first row. `capture` must outlive
    // it.
    RowTimes(Capture& capture, std::optional<double> from, std::optional<double> to);

    [[nodiscard]] std::uint64_t first_row() const { return first_; }
    [[nodiscard]] std::uint64_t size() const { return size_; }
    [[nodiscard]] double first_time() const { return first_time_; }  // of row 0 here
    [[nodiscard]] double span() const { return span_; }              // s from row 0 to the last
    [[nodiscard]] bool even() const { return even_; }
    // Hz: span by rows when even; else the table's highest, or 1 / the median spacing of the
    // stamps.
    [[nodiscard]] double rate() const { return rate_; }

    // Row number here, with its fraction, at t s after row 0; beyond the ends rows go on evenly.
    double row_at(double t);

 private:
    static constexpr std::int64_t kTileRows = 4'096;
    using Tile = std::vector<double>;  // one more than kTileRows, where there is one

    [[nodiscard]] std::uint64_t row_not_before(double t);
    void survey();
    const Tile& tile(std::int64_t number);

    Capture& capture_;
    std::uint64_t first_ = 0;
    std::uint64_t size_ = 0;
    double first_time_ = 0.0;
    double span_ = 0.0;
    bool even_ = true;
    double rate_ = 0.0;
    std::vector<double> tile_begin_;  // s after row 0, of every kTileRows-th row
    TileCache<Tile> tiles_{4};
};

}  // namespace signals
