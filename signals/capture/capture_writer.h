// Writes captures row by row: COMTRADE 2013 (ASCII, BINARY, BINARY32, FLOAT32; .cfg with .dat, or
// .cff), CSV and WAV.
//
// Nothing is kept: rows go to the file as they come, so a record may be of any length. Where a
// format counts in whole steps, a channel's steps are chosen so that `peak` is its largest count.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "signals/capture/recording.h"

namespace signals {

enum class WriteFormat : std::uint8_t { ascii, binary, binary32, float32, csv, wav };
// "comtrade-ascii", "comtrade-binary", "comtrade-binary32", "comtrade-float32", "csv", "wav";
// nothing when it is none of them.
std::optional<WriteFormat> parse_write_format(std::string_view text);

struct WriteChannel {
    std::string name;
    std::string phase;  // "A", or empty
    std::string unit;
    double peak = 0.0;  // largest magnitude that will come; only whole steps need it
    double skew = 0.0;  // s from the row's time to the channel's own instant
};

struct WriteSpec {
    WriteFormat format = WriteFormat::float32;
    std::string station = "MeterTwin";
    std::string device;
    double rate = 0.0;            // Hz
    double line_frequency = 0.0;  // Hz
    std::uint64_t rows = 0;       // that will come
    std::vector<WriteChannel> channels;
};

class CaptureWriter {
 public:
    virtual ~CaptureWriter() = default;
    // values[c * count + n]: channel c in the n-th of `count` more rows; NaN is missing.
    virtual void write(std::span<const double> values, std::size_t count) = 0;
    // After the last row. Throws CaptureError when something could not be written.
    virtual void finish() = 0;
};

// Creates the file or files for `path`: for COMTRADE .cff gives one file, anything else a pair with
// the extensions .cfg and .dat. What is there is overwritten. CaptureError: cannot be created; for
// COMTRADE more than 4 294 967 295 rows.
std::unique_ptr<CaptureWriter> create_capture(const std::filesystem::path& path,
                                              const WriteSpec& spec);

// Whether a format needs WriteChannel::peak.
bool counts_in_steps(WriteFormat format);

}  // namespace signals
