#include "signals/capture/capture_writer.h"

#include <fmt/format.h>

#include <bit>
#include <cmath>
#include <iterator>
#include <optional>

#include "signals/capture/output_file.h"
#include "signals/capture/wav.h"
#include "signals/capture/writers.h"

namespace signals {
namespace {

struct FormatName {
    std::string_view text;
    WriteFormat format;
    std::unique_ptr<CaptureWriter> (*create)(const std::filesystem::path&, const WriteSpec&);
};
// clang-format off
constexpr FormatName kFormats[] = {
    {"comtrade-ascii",    WriteFormat::ascii,    comtrade_writer},
    {"comtrade-binary",   WriteFormat::binary,   comtrade_writer},
    {"comtrade-binary32", WriteFormat::binary32, comtrade_writer},
    {"comtrade-float32",  WriteFormat::float32,  comtrade_writer},
    {"csv",               WriteFormat::csv,      csv_writer},
    {"wav",               WriteFormat::wav,      wav_writer},
};
// clang-format on

class CsvWriter final : public CaptureWriter {
 public:
    CsvWriter(const std::filesystem::path& path, const WriteSpec& spec)
        : rate_(spec.rate), channels_(spec.channels.size()), out_(path) {
        std::string header = "time [s]";
        for (const WriteChannel& c : spec.channels)
            header += fmt::format(",{} [{}]", c.name, c.unit);
        out_.put(header + "\r\n");
    }

    void write(std::span<const double> values, std::size_t count) override {
        for (std::size_t n = 0; n < count; ++n, ++row_) {
            line_.clear();
            fmt::format_to(std::back_inserter(line_), "{:.9f}", static_cast<double>(row_) / rate_);
            for (std::size_t c = 0; c < channels_; ++c) {
                const double x = values[c * count + n];
                line_ += ',';
                if (!std::isnan(x)) fmt::format_to(std::back_inserter(line_), "{:.9g}", x);
            }
            line_ += "\r\n";
            out_.put(line_);
        }
    }

    void finish() override { out_.close(); }

 private:
    double rate_;
    std::size_t channels_;
    OutputFile out_;
    std::uint64_t row_ = 0;
    std::string line_;
};

class WavWriter final : public CaptureWriter {
 public:
    WavWriter(const std::filesystem::path& path, const WriteSpec& spec) : out_(path) {
        std::vector<AnalogChannel> channels;
        for (const WriteChannel& c : spec.channels) {
            full_scale_.push_back(c.peak > 0.0 ? c.peak : 1.0);
            AnalogChannel& channel = channels.emplace_back();
            channel.name = c.name;
            channel.unit = c.unit;
            channel.multiplier = full_scale_.back();
        }
        std::string comment = wav_comment(channels, spec.rate);
        comment.append(2 - comment.size() % 2, '\0');  // ends with a NUL, at an even length
        header(spec, comment);
    }

    void write(std::span<const double> values, std::size_t count) override {
        for (std::size_t n = 0; n < count; ++n) {
            for (std::size_t c = 0; c < full_scale_.size(); ++c) {
                const double x = values[c * count + n] / full_scale_[c];
                out_.put_u32(std::bit_cast<std::uint32_t>(static_cast<float>(x)));
            }
        }
    }

    void finish() override { out_.close(); }

 private:
    void header(const WriteSpec& spec, const std::string& comment) {
        const auto channels = static_cast<std::uint32_t>(full_scale_.size());
        const auto rate = static_cast<std::uint32_t>(std::lround(spec.rate));
        const std::uint64_t data = spec.rows * channels * 4;
        const std::uint64_t list = 12 + comment.size();
        const std::uint64_t ds64 = 28;
        const bool large = data + list + 100 > 0xFFFF'FFFEU;
        const std::uint64_t riff = 4 + 8 + 16 + 8 + list + 8 + data + (large ? 8 + ds64 : 0);
        out_.put(large ? "RF64" : "RIFF");
        out_.put_u32(large ? 0xFFFF'FFFFU : static_cast<std::uint32_t>(riff));
        out_.put("WAVE");
        if (large) {
            out_.put("ds64");
            out_.put_u32(static_cast<std::uint32_t>(ds64));
            out_.put_u64(riff);
            out_.put_u64(data);
            out_.put_u64(spec.rows);
            out_.put_u32(0);  // no table of further lengths
        }
        out_.put("fmt ");
        out_.put_u32(16);
        out_.put_u16(3);  // IEEE float
        out_.put_u16(channels);
        out_.put_u32(rate);
        out_.put_u32(rate * channels * 4);
        out_.put_u16(channels * 4);
        out_.put_u16(32);
        out_.put("LIST");
        out_.put_u32(static_cast<std::uint32_t>(list));
        out_.put("INFOICMT");
        out_.put_u32(static_cast<std::uint32_t>(comment.size()));
        out_.put(comment);
        out_.put("data");
        out_.put_u32(large ? 0xFFFF'FFFFU : static_cast<std::uint32_t>(data));
    }

    OutputFile out_;
    std::vector<double> full_scale_;
};

}  // namespace

std::unique_ptr<CaptureWriter> csv_writer(const std::filesystem::path& path,
                                          const WriteSpec& spec) {
    return std::make_unique<CsvWriter>(path, spec);
}

std::unique_ptr<CaptureWriter> wav_writer(const std::filesystem::path& path,
                                          const WriteSpec& spec) {
    return std::make_unique<WavWriter>(path, spec);
}

std::optional<WriteFormat> parse_write_format(std::string_view text) {
    for (const FormatName& row : kFormats) {
        if (row.text == text) return row.format;
    }
    return std::nullopt;
}

std::unique_ptr<CaptureWriter> create_capture(const std::filesystem::path& path,
                                              const WriteSpec& spec) {
    return kFormats[static_cast<std::size_t>(spec.format)].create(path, spec);
}

bool counts_in_steps(WriteFormat format) {
    return format != WriteFormat::float32 && format != WriteFormat::csv;
}

}  // namespace signals
