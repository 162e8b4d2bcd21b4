// Rows of samples as a file has them, whatever its format. Private to capture/.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <span>

#include "signals/capture/recording.h"

namespace signals {

inline constexpr double kMissing = std::numeric_limits<double>::quiet_NaN();

// Where a block of rows goes. Null or empty parts are not wanted.
struct RowBlock {
    std::span<const std::size_t> channels;  // indices into Recording::analog
    double* values = nullptr;               // channels.size() rows of `count` values
    double* stamps = nullptr;               // `count`, as written; NaN where missing
    std::uint16_t* status = nullptr;        // `count` times words_per_row(), LSB first
};

class RowReader {
 public:
    virtual ~RowReader() = default;
    [[nodiscard]] virtual std::uint64_t rows() const = 0;
    // Rows [first, first + count), which exist. Sequential reading is what is fast; the same rows
    // are the same values however they are asked for.
    virtual void read(std::uint64_t first, std::size_t count, const RowBlock& out) = 0;
};

}  // namespace signals
