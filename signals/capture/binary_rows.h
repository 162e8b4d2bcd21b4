// Rows of fixed size: COMTRADE's three binary data types, and the sample formats of WAV.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>

#include "signals/capture/byte_source.h"
#include "signals/capture/row_reader.h"

namespace signals {

// One sample of `width` bytes, little-endian, as a number; NaN where it is the missing marker.
struct SampleCode {
    std::size_t width = 2;
    // Decodes `count` samples, `step` bytes apart, to a * x + b.
    void (*decode)(const char* at, std::size_t step, std::size_t count, double a, double b,
                   double* out) = nullptr;
};

struct BinaryLayout {
    SampleCode code;
    std::size_t row_size = 0;   // bytes
    std::size_t first = 0;      // byte of the first sample in a row
    bool has_stamp = false;     // u32 at byte 4 (COMTRADE)
    std::size_t status_at = 0;  // byte of the first status word
};

// The code of BINARY, BINARY32 and FLOAT32. Missing: 0xFFFF (`revision` 1991) or 0x8000,
// 0x80000000, and the most negative float or any NaN or infinity.
SampleCode comtrade_code(SampleFormat format, int revision);

// Rows that lie wholly inside `bytes`. `recording` must outlive the reader.
std::unique_ptr<RowReader> binary_rows(Bytes bytes, const BinaryLayout& layout,
                                       const Recording& recording);

// COMTRADE rows; sets out.rows, and warns about a truncated last row. `file` names the data.
std::unique_ptr<RowReader> comtrade_binary_rows(Bytes bytes, const std::string& file,
                                                Recording& out);

}  // namespace signals
