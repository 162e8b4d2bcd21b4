// A recording apart from its samples: station, channels, rates, stamps, and everything that was odd
// about it. capture.h reads the samples themselves, block by block.
//
// A reader goes on wherever a careful engineer would, and says so in `warnings`; it throws
// CaptureError only when the samples cannot be told apart any more.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "signals/scenario/worded_error.h"

namespace signals {

// Where something was found. Line and column count from 1; 0 means "the file as a whole".
// In a binary section `line` is 0 and the text says the byte or row.
struct CapturePlace {
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
};

// "file:line:column", or less when line or column are 0.
std::string to_string(const CapturePlace& place);

// "file:line:column: what was wrong, the value, what was allowed".
class CaptureError : public WordedError<std::runtime_error> {
 public:
    CaptureError(const CapturePlace& place, const Sentence& text);
};

struct CaptureWarning {
    CapturePlace place;
    std::string text;
};
std::string to_string(const CaptureWarning& warning);

enum class SampleFormat : std::uint8_t { ascii, binary, binary32, float32, csv, wav };
// "ASCII", "BINARY", "BINARY32", "FLOAT32", "CSV", "WAV"
const char* to_string(SampleFormat format);

// Which side of the instrument transformers the values belong to.
enum class TransformerSide : std::uint8_t { unknown, primary, secondary };

// Text fields are UTF-8: bytes that are not valid UTF-8 are read as Latin-1, so that every file
// can be shown; text in other code pages (GB18030) stays distinguishable but not readable.
struct AnalogChannel {
    std::size_t position = 1;  // 1-based order in the file: the name that always works
    std::string name;          // ch_id, blanks trimmed
    std::string phase;         // ph
    std::string circuit;       // ccbm
    std::string unit;          // uu
    double multiplier = 1.0;   // a
    double offset = 0.0;       // b
    double skew = 0.0;         // s from the row's time to this channel's own instant
    double primary = 1.0;
    double secondary = 1.0;
    TransformerSide side = TransformerSide::unknown;
};

struct StatusChannel {
    std::size_t position = 1;
    std::string name;
    bool normal = false;  // normal state, y
};

struct SamplingRate {
    double hertz = 0.0;         // 0: time comes from the stamps
    std::uint64_t end_row = 0;  // 1-based number of the last row at this rate
};
inline constexpr std::uint64_t kToTheEnd = std::numeric_limits<std::uint64_t>::max();  // not said

// A cfg stamp. Fields as written; a stamp that cannot be read is absent, never an error.
struct CaptureStamp {
    int year = 0, month = 0, day = 0, hour = 0, minute = 0;
    double second = 0.0;
};

struct Recording {
    std::string file;  // as opened
    std::string station;
    std::string device;
    int revision = 1991;  // as written; 1991 when the field is absent
    SampleFormat format = SampleFormat::ascii;
    double line_frequency = 0.0;  // Hz as written; 0: not given
    std::vector<SamplingRate> rates;
    std::optional<CaptureStamp> start;
    std::optional<CaptureStamp> trigger;
    double time_multiplier = 1.0;
    // Most fraction digits of a cfg stamp: more than 6, and the dat stamps are nanoseconds (2013).
    std::size_t fraction_digits = 0;

    std::vector<AnalogChannel> analog;
    std::vector<StatusChannel> status;
    std::uint64_t rows = 0;
    // Rows are spaced by the sampling rates; only when there is none do the stamps of the rows
    // count.
    bool time_from_stamps = false;
    double seconds = 0.0;  // from the first row to the last
    // s: rows that lie this close to even spacing are evenly spaced, and their stamps are rounded.
    double time_resolution = 2e-6;

    std::vector<CaptureWarning> warnings;

    [[nodiscard]] std::size_t words_per_row() const { return (status.size() + 15) / 16; }
    // At most kMostWarnings are kept; the last one then says that there are more.
    void warn(const CapturePlace& place, const std::string& text);
};

inline constexpr std::size_t kMostWarnings = 200;

// Most analog, and most status channels of a file (C37.111: six digits).
inline constexpr std::size_t kMaxChannels = 999'999;

}  // namespace signals
