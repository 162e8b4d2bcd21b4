#include "signals/capture/binary_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <utility>
#include <vector>

#include "signals/capture/bytes.h"

namespace signals {
namespace {

constexpr std::size_t kRowHead = 8;  // number and stamp
constexpr std::uint32_t kNoStamp = 0xFFFF'FFFF;
constexpr std::size_t kChunk = std::size_t{256} << 10;

double int16_1991(std::string_view bytes) {
    const std::int16_t raw = i16_at(bytes, 0);
    return raw == -1 ? kMissing : raw;
}

double int16_sample(std::string_view bytes) {
    const std::int16_t raw = i16_at(bytes, 0);
    return raw == std::numeric_limits<std::int16_t>::min() ? kMissing : raw;
}

double int32_sample(std::string_view bytes) {
    const std::int32_t raw = i32_at(bytes, 0);
    return raw == std::numeric_limits<std::int32_t>::min() ? kMissing : raw;
}

double float_sample(std::string_view bytes) {
    const float raw = f32_at(bytes, 0);
    const bool missing = !std::isfinite(raw) || raw == std::numeric_limits<float>::lowest();
    return missing ? kMissing : static_cast<double>(raw);
}

template <std::size_t Width, double (*Sample)(std::string_view)>
void decode(const char* at, std::size_t step, std::size_t count, double a, double b, double* out) {
    for (std::size_t n = 0; n < count; ++n, at += step) out[n] = a * Sample({at, Width}) + b;
}

class BinaryRows final : public RowReader {
 public:
    BinaryRows(Bytes bytes, const BinaryLayout& layout, const Recording& recording)
        : bytes_(std::move(bytes)), layout_(layout), recording_(recording) {}

    [[nodiscard]] std::uint64_t rows() const override { return bytes_->size() / layout_.row_size; }

    void read(std::uint64_t first, std::size_t count, const RowBlock& out) override {
        const std::size_t most = std::max<std::size_t>(1, kChunk / layout_.row_size);
        for (std::size_t done = 0; done < count;) {
            const std::size_t rows = std::min(most, count - done);
            chunk_.resize(rows * layout_.row_size);
            const std::size_t got = bytes_->read((first + done) * layout_.row_size, chunk_);
            // A file that shrinks while it is read: what is gone is missing.
            std::fill(chunk_.begin() + static_cast<std::ptrdiff_t>(got), chunk_.end(), '\0');
            decode_chunk(rows, done, count, out);
            done += rows;
        }
    }

 private:
    void decode_chunk(std::size_t rows, std::size_t done, std::size_t count, const RowBlock& out) {
        const std::size_t step = layout_.row_size;
        for (std::size_t c = 0; c < out.channels.size(); ++c) {
            const AnalogChannel& channel = recording_.analog[out.channels[c]];
            layout_.code.decode(
                chunk_.data() + layout_.first + layout_.code.width * out.channels[c], step, rows,
                channel.multiplier, channel.offset, out.values + c * count + done);
        }
        const std::string_view bytes{chunk_.data(), chunk_.size()};
        if (out.stamps != nullptr) {
            for (std::size_t n = 0; n < rows; ++n) {
                const std::uint32_t stamp =
                    layout_.has_stamp ? u32_at(bytes, n * step + 4) : kNoStamp;
                out.stamps[done + n] = stamp == kNoStamp ? kMissing : stamp;
            }
        }
        if (out.status == nullptr) return;
        const std::size_t words = recording_.words_per_row();
        for (std::size_t n = 0; n < rows; ++n) {
            for (std::size_t w = 0; w < words; ++w) {
                out.status[(done + n) * words + w] =
                    u16_at(bytes, n * step + layout_.status_at + 2 * w);
            }
        }
    }

    Bytes bytes_;
    BinaryLayout layout_;
    const Recording& recording_;
    std::vector<char> chunk_;
};

}  // namespace

SampleCode comtrade_code(SampleFormat format, int revision) {
    if (format == SampleFormat::binary32) return {4, decode<4, int32_sample>};
    if (format == SampleFormat::float32) return {4, decode<4, float_sample>};
    if (revision == 1991) return {2, decode<2, int16_1991>};
    return {2, decode<2, int16_sample>};
}

std::unique_ptr<RowReader> binary_rows(Bytes bytes, const BinaryLayout& layout,
                                       const Recording& recording) {
    return std::make_unique<BinaryRows>(std::move(bytes), layout, recording);
}

std::unique_ptr<RowReader> comtrade_binary_rows(Bytes bytes, const std::string& file,
                                                Recording& out) {
    BinaryLayout layout;
    layout.code = comtrade_code(out.format, out.revision);
    layout.first = kRowHead;
    layout.has_stamp = true;
    layout.status_at = kRowHead + layout.code.width * out.analog.size();
    layout.row_size = layout.status_at + 2 * out.words_per_row();
    out.rows = bytes->size() / layout.row_size;
    if (const std::uint64_t rest = bytes->size() % layout.row_size; rest != 0) {
        out.warn({file, 0, 0},
                 fmt::format("the last {} of {} bytes are no whole row of {} bytes; left out", rest,
                             bytes->size(), layout.row_size));
    }
    return binary_rows(std::move(bytes), layout, out);
}

}  // namespace signals
