#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

#include "signals/capture/output_file.h"
#include "signals/capture/phrases.h"
#include "signals/capture/writers.h"

namespace signals {
namespace {

// Largest count of each data type: all are below the missing markers of metrology.md 5.2.
constexpr double kMostAscii = 99'998.0;
constexpr double kMostBinary = 32'767.0;
constexpr double kMostBinary32 = 2'147'483'647.0;
constexpr double kMostStamp = 4'294'967'294.0;

double most_count(WriteFormat format) {
    if (format == WriteFormat::ascii) return kMostAscii;
    return format == WriteFormat::binary ? kMostBinary : kMostBinary32;
}

const char* data_type(WriteFormat format) {
    constexpr const char* kNames[] = {"ASCII", "BINARY", "BINARY32", "FLOAT32"};
    return kNames[static_cast<std::size_t>(format)];
}

class ComtradeWriter final : public CaptureWriter {
 public:
    ComtradeWriter(const std::filesystem::path& path, const WriteSpec& spec)
        : spec_(spec), combined_(is_cff(path)), data_(combined_ ? path : with(path, ".dat")) {
        if (spec.rows > std::numeric_limits<std::uint32_t>::max()) {
            throw CaptureError({path.string(), 0, 0}, Sentence::of(kCapture.many_rows, spec.rows));
        }
        for (const WriteChannel& c : spec_.channels) {
            const bool steps = spec.format != WriteFormat::float32;
            step_.push_back(steps && c.peak > 0.0 ? c.peak / most_count(spec.format) : 1.0);
        }
        const double last = static_cast<double>(spec.rows) / spec.rate * 1e6;
        multiplier_ = std::max(1.0, std::ceil(last / kMostStamp));
        if (combined_) {
            begin_combined();
        } else {
            OutputFile header{with(path, ".cfg")};
            header.put(configuration());
            header.close();
        }
    }

    void write(std::span<const double> values, std::size_t count) override {
        for (std::size_t n = 0; n < count; ++n, ++row_) {
            const double us = static_cast<double>(row_) / spec_.rate * 1e6 / multiplier_;
            if (spec_.format == WriteFormat::ascii) {
                ascii_row(values, n, count, us);
            } else {
                binary_row(values, n, count, us);
            }
        }
    }

    void finish() override { data_.close(); }

 private:
    static bool is_cff(const std::filesystem::path& path) {
        return path.extension() == ".cff" || path.extension() == ".CFF";
    }
    static std::filesystem::path with(std::filesystem::path path, const char* extension) {
        return path.replace_extension(extension);
    }

    void begin_combined() {
        data_.put("--- file type: CFG ---\r\n" + configuration());
        data_.put("--- file type: INF ---\r\n--- file type: HDR ---\r\n");
        if (spec_.format == WriteFormat::ascii) {
            data_.put("--- file type: DAT ASCII ---\r\n");
            return;
        }
        const std::uint64_t width = spec_.format == WriteFormat::binary ? 2 : 4;
        data_.put(fmt::format("--- file type: DAT {}: {} ---\r\n", data_type(spec_.format),
                              spec_.rows * (8 + width * spec_.channels.size())));
    }

    [[nodiscard]] std::string configuration() const {
        const std::size_t count = spec_.channels.size();
        const bool floats = spec_.format == WriteFormat::float32;
        const double most = floats ? 3.4028235e38 : most_count(spec_.format);
        std::string out =
            fmt::format("{},{},2013\r\n{},{}A,0D\r\n", spec_.station, spec_.device, count, count);
        for (std::size_t c = 0; c < count; ++c) {
            const WriteChannel& channel = spec_.channels[c];
            out +=
                fmt::format("{},{},{},,{},{},0,{:.6g},{},{},1,1,P\r\n", c + 1, channel.name,
                            channel.phase, channel.unit, step_[c], channel.skew * 1e6, -most, most);
        }
        constexpr const char* kStamp = "01/01/2000,00:00:00.000000\r\n";
        // No time code, no local code, clock not synchronised, leap seconds unknown.
        return out + fmt::format("{}\r\n1\r\n{},{}\r\n{}{}{}\r\n{}\r\n0,0\r\nF,3\r\n",
                                 spec_.line_frequency, spec_.rate, spec_.rows, kStamp, kStamp,
                                 data_type(spec_.format), multiplier_);
    }

    void ascii_row(std::span<const double> values, std::size_t n, std::size_t count, double us) {
        line_.clear();
        fmt::format_to(std::back_inserter(line_), "{},{:.0f}", row_ + 1, us);
        for (std::size_t c = 0; c < step_.size(); ++c) {
            const double x = values[c * count + n];
            if (std::isnan(x)) {
                line_ += ",99999";
            } else {
                fmt::format_to(std::back_inserter(line_), ",{:.0f}", std::nearbyint(x / step_[c]));
            }
        }
        line_ += "\r\n";
        data_.put(line_);
    }

    void binary_row(std::span<const double> values, std::size_t n, std::size_t count, double us) {
        data_.put_u32(static_cast<std::uint32_t>(row_ + 1));
        data_.put_u32(static_cast<std::uint32_t>(std::llround(us)));
        for (std::size_t c = 0; c < step_.size(); ++c) {
            const double x = values[c * count + n];
            if (spec_.format == WriteFormat::float32) {
                const float value =
                    std::isnan(x) ? std::numeric_limits<float>::lowest() : static_cast<float>(x);
                data_.put_u32(std::bit_cast<std::uint32_t>(value));
                continue;
            }
            const double most = most_count(spec_.format);
            const double steps = std::clamp(std::nearbyint(x / step_[c]), -most, most);
            const std::int64_t raw = std::isnan(x) ? -static_cast<std::int64_t>(most) - 1
                                                   : static_cast<std::int64_t>(steps);
            if (spec_.format == WriteFormat::binary) {
                data_.put_u16(static_cast<std::uint32_t>(raw));
            } else {
                data_.put_u32(static_cast<std::uint32_t>(raw));
            }
        }
    }

    WriteSpec spec_;
    bool combined_;
    OutputFile data_;
    std::vector<double> step_;
    double multiplier_ = 1.0;
    std::uint64_t row_ = 0;
    std::string line_;
};

}  // namespace

std::unique_ptr<CaptureWriter> comtrade_writer(const std::filesystem::path& path,
                                               const WriteSpec& spec) {
    return std::make_unique<ComtradeWriter>(path, spec);
}

}  // namespace signals
