#include "signals/capture/wav.h"

#include <fmt/format.h>

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>
#include <utility>

#include "signals/capture/binary_rows.h"
#include "signals/capture/bytes.h"
#include "signals/capture/phrases.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

constexpr std::uint16_t kPcm = 1;
constexpr std::uint16_t kFloat = 3;
constexpr std::uint16_t kExtensible = 0xFFFE;
constexpr std::uint32_t kInDs64 = 0xFFFF'FFFF;  // RF64: the size stands in the ds64 chunk
constexpr std::uint64_t kMostChunks = 10'000;
constexpr std::size_t kMostComment = 65'536;

double u8_sample(std::string_view b) { return static_cast<unsigned char>(b[0]) - 128.0; }
double i16_sample(std::string_view b) { return i16_at(b, 0); }
double i24_sample(std::string_view b) {
    const std::uint32_t low = u16_at(b, 0);
    const auto high = static_cast<signed char>(b[2]);
    return static_cast<double>(low) + 65'536.0 * high;
}
double i32_sample(std::string_view b) { return i32_at(b, 0); }
double f32_sample(std::string_view b) {
    const float x = f32_at(b, 0);
    return std::isfinite(x) ? static_cast<double>(x) : kMissing;
}
double f64_sample(std::string_view b) {
    const auto bits = std::uint64_t{u32_at(b, 0)} | std::uint64_t{u32_at(b, 4)} << 32;
    const auto x = std::bit_cast<double>(bits);
    return std::isfinite(x) ? x : kMissing;
}

template <std::size_t Width, double (*Sample)(std::string_view)>
void decode(const char* at, std::size_t step, std::size_t count, double a, double b, double* out) {
    for (std::size_t n = 0; n < count; ++n, at += step) out[n] = a * Sample({at, Width}) + b;
}

struct WavFormat {
    std::uint16_t tag;
    std::uint16_t bits;
    SampleCode code;
    double full_scale;
};
const WavFormat kFormats[] = {
    {kPcm, 8, {1, decode<1, u8_sample>}, 128.0},
    {kPcm, 16, {2, decode<2, i16_sample>}, 32'768.0},
    {kPcm, 24, {3, decode<3, i24_sample>}, 8'388'608.0},
    {kPcm, 32, {4, decode<4, i32_sample>}, 2'147'483'648.0},
    {kFloat, 32, {4, decode<4, f32_sample>}, 1.0},
    {kFloat, 64, {8, decode<8, f64_sample>}, 1.0},
};

class WavReader {
 public:
    WavReader(Bytes bytes, const std::string& name) : bytes_(std::move(bytes)), name_(name) {
        header_.file = name;
        header_.format = SampleFormat::wav;
        header_.revision = 0;
    }

    OpenCapture open(const CaptureOptions& options) {
        walk();
        if (layout_.code.decode == nullptr) fail(kCapture.no_format_chunk);
        if (!data_) fail(kCapture.no_data_chunk);
        if (const std::optional<double> rate = apply_wav_comment(comment_, header_.analog)) {
            header_.rates[0].hertz = *rate;
        }
        const auto rows = [&](Recording& out) {
            if (const std::uint64_t rest = data_->size() % layout_.row_size; rest != 0) {
                out.warn({name_, 0, 0},
                         fmt::format("the last {} of {} bytes of samples are no whole row of {}; "
                                     "left out",
                                     rest, data_->size(), layout_.row_size));
            }
            return binary_rows(data_, layout_, out);
        };
        return std::make_unique<Capture>(std::move(header_), rows, 1.0, options);
    }

 private:
    template <class... Args>
    [[noreturn]] void fail(Fitting<std::type_identity_t<Args>...> text, const Args&... args) const {
        throw CaptureError({name_, 0, 0}, Sentence::of(text, args...));
    }

    std::string piece(std::uint64_t at, std::size_t size) {
        std::string out(size, '\0');
        out.resize(bytes_->read(at, out));
        return out;
    }

    void walk() {
        const std::string riff = piece(0, 12);
        const bool large = riff.starts_with("RF64") || riff.starts_with("BW64");
        if (riff.size() < 12 || (!large && !riff.starts_with("RIFF")) || riff.substr(8) != "WAVE") {
            fail(kCapture.no_wav);
        }
        std::uint64_t at = 12;
        for (std::uint64_t n = 0; n < kMostChunks && !(data_ && !comment_.empty()); ++n) {
            const std::string head = piece(at, 8);
            if (head.size() < 8) return;
            const std::uint32_t size = u32_at(head, 4);
            const std::string id = head.substr(0, 4);
            at += 8;
            std::uint64_t length = size;
            if (id == "ds64") {
                const std::string sizes = piece(at, 16);
                if (sizes.size() == 16)
                    large_data_ = u32_at(sizes, 8) | std::uint64_t{u32_at(sizes, 12)} << 32;
            } else if (id == "fmt ") {
                format(piece(at, std::min<std::size_t>(size, 40)), at);
            } else if (id == "data") {
                length = data(at, size);
            } else if (id == "LIST") {
                list(piece(at, std::min<std::size_t>(size, kMostComment)));
            }
            at += length + length % 2;
        }
    }

    std::uint64_t data(std::uint64_t at, std::uint32_t size) {
        const std::uint64_t there = bytes_->size() - at;
        std::uint64_t length = size == kInDs64 && large_data_ > 0 ? large_data_ : size;
        // A recorder that was cut off, or streamed, never came back to write the length.
        const bool open_end = size == 0 || (size == kInDs64 && large_data_ == 0);
        if (open_end || length > there) {
            header_.warn({name_, 0, 0},
                         fmt::format("the data chunk at byte {} announces {} bytes, {} are there; "
                                     "what is there is used",
                                     at - 8, length, there));
            length = there;
        }
        data_ = slice_bytes(bytes_, at, length);
        return length;
    }

    void format(const std::string& fmt_chunk, std::uint64_t at) {
        if (fmt_chunk.size() < 16) fail(kCapture.format_cut_off, at - 8);
        std::uint16_t tag = u16_at(fmt_chunk, 0);
        const std::uint16_t channels = u16_at(fmt_chunk, 2);
        const std::uint32_t rate = u32_at(fmt_chunk, 4);
        const std::uint16_t bits = u16_at(fmt_chunk, 14);
        if (tag == kExtensible && fmt_chunk.size() >= 26) tag = u16_at(fmt_chunk, 24);
        const WavFormat* found =
            std::find_if(std::begin(kFormats), std::end(kFormats),
                         [&](const WavFormat& row) { return row.tag == tag && row.bits == bits; });
        if (found == std::end(kFormats)) {
            fail(kCapture.sample_format, tag, bits);
        }
        if (channels == 0 || rate == 0) {
            fail(kCapture.zero, channels, rate);
        }
        layout_ = {};
        layout_.code = found->code;
        layout_.row_size = found->code.width * channels;
        header_.rates = {{static_cast<double>(rate), ~std::uint64_t{0}}};
        header_.analog.clear();
        for (std::size_t c = 1; c <= channels; ++c) {
            AnalogChannel& channel = header_.analog.emplace_back();
            channel.position = c;
            channel.name = fmt::format("channel {}", c);
            channel.multiplier = 1.0 / found->full_scale;
        }
    }

    void list(const std::string& chunk) {
        if (!chunk.starts_with("INFO")) return;
        for (std::size_t at = 4; at + 8 <= chunk.size();) {
            const std::size_t size = u32_at(chunk, at + 4);
            if (chunk.compare(at, 4, "ICMT") == 0) {
                comment_ = chunk.substr(at + 8, size);
                comment_ = comment_.substr(0, comment_.find('\0'));
            }
            at += 8 + size + size % 2;
        }
    }

    Bytes bytes_;
    std::string name_;
    Recording header_;
    BinaryLayout layout_;
    Bytes data_;
    std::uint64_t large_data_ = 0;
    std::string comment_;
};

constexpr std::string_view kLead = "channels: ";

}  // namespace

OpenCapture open_wav(Bytes bytes, const std::string& name, const CaptureOptions& options) {
    return WavReader{std::move(bytes), name}.open(options);
}

std::string wav_comment(const std::vector<AnalogChannel>& channels, double rate) {
    std::string out{kLead};
    for (const AnalogChannel& c : channels) {
        out += fmt::format("{}={} {}; ", c.name, c.multiplier, c.unit);
    }
    return out + fmt::format("rate={} Hz", rate);
}

std::optional<double> apply_wav_comment(std::string_view comment,
                                        std::vector<AnalogChannel>& channels) {
    if (!comment.starts_with(kLead)) return std::nullopt;
    const std::vector<TextField> entries = split_fields(comment.substr(kLead.size()), ';');
    std::optional<double> rate;
    for (std::size_t c = 0; c < entries.size() && c <= channels.size(); ++c) {
        const std::string_view text = entries[c].text;
        const std::size_t equals = std::min(text.rfind('='), text.size());
        const std::size_t gap = std::min(text.find(' ', equals), text.size());
        if (equals == text.size()) continue;
        const std::optional<double> value = number(text.substr(equals + 1, gap - equals - 1));
        if (!value || *value == 0.0) continue;
        if (c == channels.size()) {
            if (text.starts_with("rate=") && *value > 0.0) rate = *value;
            continue;
        }
        channels[c].name = displayable(text.substr(0, equals));
        channels[c].unit = displayable(trimmed(text.substr(gap)));
        channels[c].multiplier *= *value;
    }
    return rate;
}

}  // namespace signals
