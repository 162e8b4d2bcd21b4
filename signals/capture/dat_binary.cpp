#include <fmt/format.h>

#include <cmath>

#include "signals/capture/bytes.h"
#include "signals/capture/dat_formats.h"

namespace signals {
namespace {

constexpr std::size_t kRowHead = 8;  // number and stamp
constexpr std::uint32_t kNoStamp = 0xFFFF'FFFF;

constexpr std::size_t width_of(SampleFormat format) {
    return format == SampleFormat::binary ? 2 : 4;
}

double int16_sample(std::string_view bytes, std::size_t at, bool old) {
    const std::int16_t raw = i16_at(bytes, at);
    const bool missing = old ? raw == -1 : raw == std::numeric_limits<std::int16_t>::min();
    return missing ? kMissing : raw;
}

double int32_sample(std::string_view bytes, std::size_t at, bool) {
    const std::int32_t raw = i32_at(bytes, at);
    return raw == std::numeric_limits<std::int32_t>::min() ? kMissing : raw;
}

double float_sample(std::string_view bytes, std::size_t at, bool) {
    const float raw = f32_at(bytes, at);
    const bool missing = !std::isfinite(raw) || raw == std::numeric_limits<float>::lowest();
    return missing ? kMissing : static_cast<double>(raw);
}

using Sample = double (*)(std::string_view, std::size_t, bool);
constexpr Sample kSample[] = {nullptr, int16_sample, int32_sample, float_sample};

void read_channel(std::string_view bytes, std::size_t at, std::size_t row_size, bool old,
                  Sample sample, std::size_t rows, AnalogChannel& channel) {
    channel.samples.resize(rows);
    for (std::size_t row = 0; row < rows; ++row, at += row_size) {
        channel.samples[row] = channel.multiplier * sample(bytes, at, old) + channel.offset;
    }
}

}  // namespace

std::vector<double> parse_binary_dat(std::string_view bytes, const std::string& file,
                                     Recording& out) {
    const std::size_t width = width_of(out.format);
    const std::size_t words = out.words_per_row();
    const std::size_t status_at = kRowHead + width * out.analog.size();
    const std::size_t row_size = status_at + 2 * words;
    out.rows = bytes.size() / row_size;
    if (const std::size_t rest = bytes.size() % row_size; rest != 0) {
        out.warnings.push_back(
            {{file, 0, 0},
             fmt::format("the last {} of {} bytes are no whole row of {} bytes; left out", rest,
                         bytes.size(), row_size)});
    }
    const Sample sample = kSample[static_cast<std::size_t>(out.format)];
    for (std::size_t i = 0; i < out.analog.size(); ++i) {
        read_channel(bytes, kRowHead + width * i, row_size, out.revision == 1991, sample, out.rows,
                     out.analog[i]);
    }
    out.status_words.resize(out.rows * words);
    std::vector<double> stamps(out.rows);
    for (std::size_t row = 0; row < out.rows; ++row) {
        const std::uint32_t stamp = u32_at(bytes, row * row_size + 4);
        stamps[row] = stamp == kNoStamp ? kMissing : stamp;
        for (std::size_t word = 0; word < words; ++word) {
            out.status_words[row * words + word] =
                u16_at(bytes, row * row_size + status_at + 2 * word);
        }
    }
    return stamps;
}

}  // namespace signals
