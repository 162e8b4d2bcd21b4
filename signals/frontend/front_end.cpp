#include "signals/frontend/front_end.h"

#include <algorithm>
#include <cmath>
#include <cstring>
#include <stdexcept>
#include <string>

#include "signals/coil/coil.h"
#include "signals/frontend/noise.h"
#include "signals/frontend/nominal.h"
#include "signals/scenario/check.h"
#include "signals/wide.h"

namespace signals {

namespace {

constexpr double kCountsPerMicrovolt = 1e-6 / nominal::kVoltsPerLsb;
constexpr double kNoClip = 1 << 30;
constexpr double kGivenAt = 25.0;  // degC

// Adding and taking away 1.5 * 2^52 leaves the nearest integer, ties to even, for |x| < 2^51.
constexpr double kRoundingShift = 0x1.8p52;

// What happens to each sample of a channel.
struct Conversion {
    double factor;
    double even;  // added in even and in odd frames
    double odd;
    double noise_step;
    double clip;
    std::uint64_t noise_key;
    std::int64_t first_frame;
};

// mix_bits() and byte_sum() of noise.h; integers below 2^52 are the low bits of 2^52 + integer.
// Vectors go by reference: how they are returned depends on the processor.
template <int kLanes>
[[gnu::always_inline]] inline void add_noise(Vector<double, kLanes>& to,
                                             const Vector<std::uint64_t, kLanes>& weyl,
                                             double step) {
    using Numbers = Vector<double, kLanes>;
    using Bits = Vector<std::uint64_t, kLanes>;
    constexpr std::uint64_t kEvenBytes = 0x00ff'00ff'00ff'00ffU;
    Bits x = (weyl ^ (weyl >> 30)) * 0xbf58'476d'1ce4'e5b9U;
    x = (x ^ (x >> 27)) * 0x94d0'49bb'1331'11ebU;
    x = x ^ (x >> 31);
    Bits sums = (x & kEvenBytes) + ((x >> 8) & kEvenBytes);
    sums += sums >> 32;
    sums = (sums + (sums >> 16)) & 0xffffU;
    const Numbers bytes = reinterpret_cast<Numbers>(sums | 0x4330'0000'0000'0000U) - 0x1p52;
    to += (bytes - kByteSumMean) * step;
}

// Frames are converted kLanes at a time; what is behind the block's last frame goes to waste.
static_assert(kBlockFrames % kMostLanes == 0);

template <int kLanes>
[[gnu::always_inline]] inline void convert_body(const Conversion& c, const double* in,
                                                std::int32_t* out, int frames) {
    using Numbers = Vector<double, kLanes>;
    using Bits = Vector<std::uint64_t, kLanes>;
    using Counts = Vector<std::int32_t, kLanes>;
    constexpr std::uint64_t kWeyl = 0x9e37'79b9'7f4a'7c15U;
    Bits weyl{};
    Numbers offset{};
    for (int lane = 0; lane < kLanes; ++lane) {
        weyl[lane] = c.noise_key + static_cast<std::uint64_t>(c.first_frame + lane) * kWeyl;
        offset[lane] = lane % 2 == 0 ? c.even : c.odd;
    }
    for (int i = 0; i < frames; i += kLanes) {
        Numbers x;
        std::memcpy(&x, in + i, sizeof x);
        x = x * c.factor + offset;
        if (c.noise_step != 0.0) {
            add_noise<kLanes>(x, weyl, c.noise_step);
            weyl += kLanes * kWeyl;
        }
        const Numbers clip = Numbers{} + c.clip;
        x = x > -clip ? x : -clip;  // not a number: -clip
        x = x < clip ? x : clip;
        const Numbers whole = (x + kRoundingShift) - kRoundingShift;
        const Counts counts = __builtin_convertvector(whole, Counts);
        std::memcpy(out + i, &counts, sizeof counts);
    }
}
METERTWIN_BY_PROCESSOR(convert_row, convert_body,
                       (const Conversion& c, const double* in, std::int32_t* out, int frames),
                       (c, in, out, frames))

template <class Channel, class Line>
Conversion conversion_of(const Channel& channel, const Line& line, std::int64_t first_frame) {
    const bool first_is_odd = (first_frame & 1) != 0;
    const double chop = first_is_odd ? -channel.chop : channel.chop;
    return {line.factor,  line.offset + chop, line.offset - chop, channel.noise_step,
            channel.clip, channel.noise_key,  first_frame};
}

// One sample before clipping and rounding.
double before_rounding(const Conversion& c, double in, std::int64_t frame) {
    double x = in * c.factor + ((frame - c.first_frame) % 2 == 0 ? c.even : c.odd);
    if (c.noise_step != 0.0) {
        x += (byte_sum(noise_bits(c.noise_key, frame)) - kByteSumMean) * c.noise_step;
    }
    return x;
}

// One sample, with a chance of the next count instead of rounding to the nearest.
double dithered(const Conversion& c, double in, std::int64_t frame, std::uint64_t key) {
    double x = before_rounding(c, in, frame) + uniform(noise_bits(key, frame));
    x = x > -c.clip ? x : -c.clip;
    return x < c.clip ? x : c.clip;
}

bool is_current(std::size_t slot) { return slot % 2 == 0; }

const TerminalBlock::Row& row_of(const TerminalBlock& block, std::size_t slot) {
    return is_current(slot) ? block.slope[slot / 2] : block.voltage[slot / 2];
}

double pin_volts_per_unit(const FrontEndSettings& settings, std::size_t slot) {
    return is_current(slot) ? rope_volts_per_slope(settings, slot / 2) * nominal::kRopeDivider
                            : nominal::kVoltageDivider;
}

double drift_of(const FrontEndSettings& settings, std::size_t slot) {
    const bool rope = is_current(slot) && slot / 2 < 3;
    return 1e-6 * (settings.gain_temperature_ppm[slot] +
                   (rope ? settings.coil_temperature_ppm[slot / 2] : 0.0));
}

double noise_of(const FrontEndSettings& settings, std::size_t slot) {
    if (!settings.noise) return 0.0;
    const double own = settings.channel_noise_uv[slot];
    return own == 0.0 ? settings.noise_uv
                      : std::sqrt(settings.noise_uv * settings.noise_uv + own * own);
}

}  // namespace

FrontEnd::FrontEnd(const FrontEndSettings& settings, Track temperature)
    : temperature_(std::move(temperature)) {
    check(settings);
    for (std::size_t slot = 0; slot < meter::kSlots; ++slot) {
        Channel& channel = channels_[slot];
        channel.counts_per_unit = pin_volts_per_unit(settings, slot) *
                                  (1.0 + settings.gain_error[slot]) / nominal::kVoltsPerLsb;
        channel.per_kelvin = drift_of(settings, slot);
        channel.offset = settings.offset_uv[slot] * kCountsPerMicrovolt;
        channel.offset_per_kelvin = settings.offset_temperature_uv[slot] * kCountsPerMicrovolt;
        channel.chop = (settings.chop_uv + settings.channel_chop_uv[slot]) * kCountsPerMicrovolt;
        channel.noise_step =
            noise_of(settings, slot) * kCountsPerMicrovolt / std::sqrt(kByteSumVariance);
        channel.clip = settings.clipping ? static_cast<double>(meter::kAdcClip) *
                                               (settings.channel_clip_percent[slot] / 100.0)
                                         : kNoClip;
        channel.noise_key = noise_key(settings.seed, 2 * slot);
        channel.dither_key = noise_key(settings.seed, 2 * slot + 1);
    }
    dither_ = !settings.quantization;
}

void FrontEnd::convert(const TerminalBlock& block, std::uint8_t preamp,
                       std::span<meter::AdcFrame> out) const {
    if (block.frames < 0 || block.frames > kBlockFrames ||
        out.size() != static_cast<std::size_t>(block.frames)) {
        throw std::invalid_argument("room for " + std::to_string(out.size()) +
                                    " frames, the block has " + std::to_string(block.frames));
    }
    alignas(64) std::array<CountRow, meter::kSlots> counts;
    for (std::size_t slot = 0; slot < meter::kSlots; ++slot) {
        const Channel& channel = channels_[slot];
        const double gain = is_current(slot) ? preamp : 1.0;
        const TerminalBlock::Row& in = row_of(block, slot);
        if (channel.per_kelvin == 0.0 && channel.offset_per_kelvin == 0.0) {
            convert(channel, {channel.counts_per_unit * gain, channel.offset}, block.first_frame,
                    in.data(), block.frames, counts[slot].data());
        } else {
            convert_by_temperature(channel, gain, block, in, counts[slot]);
        }
    }
    for (std::size_t n = 0; n < out.size(); ++n) {
        for (std::size_t slot = 0; slot < meter::kSlots; ++slot) {
            out[n].count[slot] = counts[slot][n];
        }
    }
}

FrontEnd::Line FrontEnd::line_at(const Channel& channel, double gain, std::int64_t frame) const {
    const double factor = channel.counts_per_unit * gain;
    if (channel.per_kelvin == 0.0 && channel.offset_per_kelvin == 0.0)
        return {factor, channel.offset};
    const std::int64_t into = ((frame % kBlockFrames) + kBlockFrames) % kBlockFrames;
    const double kelvin = temperature_.at(frame - into) - kGivenAt;
    return {factor * (1.0 + channel.per_kelvin * kelvin),
            channel.offset + channel.offset_per_kelvin * kelvin};
}

void FrontEnd::analog(const TerminalBlock& block, std::uint8_t preamp, meter::Slot which,
                      TerminalBlock::Row& out) const {
    const auto slot = static_cast<std::size_t>(which);
    const Channel& channel = channels_[slot];
    const TerminalBlock::Row& in = row_of(block, slot);
    const double gain = is_current(slot) ? preamp : 1.0;
    for (int i = 0; i < block.frames; ++i) {
        const auto n = static_cast<std::size_t>(i);
        const std::int64_t frame = block.first_frame + i;
        const Line line = line_at(channel, gain, frame);
        out[n] = before_rounding(conversion_of(channel, line, frame), in[n], frame);
    }
}

// Temperature changes at multiples of kBlockFrames: a block has at most two.
void FrontEnd::convert_by_temperature(const Channel& channel, double gain,
                                      const TerminalBlock& block, const TerminalBlock::Row& in,
                                      CountRow& out) const {
    alignas(64) TerminalBlock::Row part;
    for (int done = 0; done < block.frames;) {
        const std::int64_t frame = block.first_frame + done;
        const std::int64_t into = ((frame % kBlockFrames) + kBlockFrames) % kBlockFrames;
        const auto count =
            static_cast<int>(std::min<std::int64_t>(kBlockFrames - into, block.frames - done));
        std::copy_n(in.begin() + done, count, part.begin());
        CountRow converted;
        convert(channel, line_at(channel, gain, frame), frame, part.data(), count,
                converted.data());
        std::copy_n(converted.begin(), count, out.begin() + done);
        done += count;
    }
}

// Rows of `in` and `out` reach to the end of the last strip.
void FrontEnd::convert(const Channel& channel, const Line& line, std::int64_t first_frame,
                       const double* in, int frames, std::int32_t* out) const {
    const Conversion conversion = conversion_of(channel, line, first_frame);
    if (!dither_) return convert_row(conversion, in, out, frames);
    for (int i = 0; i < frames; ++i) {
        const double x = dithered(conversion, in[i], first_frame + i, channel.dither_key);
        out[i] = static_cast<std::int32_t>((x + kRoundingShift) - kRoundingShift);
    }
}

}  // namespace signals
