#include "signals/frontend/front_end.h"

#include <cmath>
#include <stdexcept>
#include <string>

#include "signals/coil/coil.h"
#include "signals/frontend/noise.h"
#include "signals/frontend/nominal.h"
#include "signals/scenario/check.h"

namespace signals {

namespace {

constexpr double kCountsPerMicrovolt = 1e-6 / nominal::kVoltsPerLsb;
constexpr double kNoClip = 1 << 30;
// Loops run over whole strips of constant length: the compiler's vectorizer takes them at -O2.
constexpr int kStrip = 16;
static_assert(kBlockFrames % kStrip == 0);

constexpr int whole_strips(int frames) { return (frames + kStrip - 1) / kStrip * kStrip; }

// Adding and taking away 1.5 * 2^52 leaves the nearest integer, ties to even, for |x| < 2^51.
constexpr double kRoundingShift = 0x1.8p52;

bool is_current(std::size_t slot) { return slot % 2 == 0; }

const TerminalBlock::Row& row_of(const TerminalBlock& block, std::size_t slot) {
    return is_current(slot) ? block.slope[slot / 2] : block.voltage[slot / 2];
}

double pin_volts_per_unit(const FrontEndSettings& settings, std::size_t slot) {
    return is_current(slot) ? rope_volts_per_slope(settings, slot / 2) * nominal::kRopeDivider
                            : nominal::kVoltageDivider;
}

}  // namespace

FrontEnd::FrontEnd(const FrontEndSettings& settings) {
    check(settings);
    for (std::size_t slot = 0; slot < meter::kSlots; ++slot) {
        Channel& channel = channels_[slot];
        channel.counts_per_unit = pin_volts_per_unit(settings, slot) *
                                  (1.0 + settings.gain_error[slot]) / nominal::kVoltsPerLsb;
        channel.offset = settings.offset_uv[slot] * kCountsPerMicrovolt;
        channel.noise_key = noise_key(settings.seed, 2 * slot);
        channel.dither_key = noise_key(settings.seed, 2 * slot + 1);
    }
    chop_ = settings.chop_uv * kCountsPerMicrovolt;
    if (settings.noise) {
        noise_step_ = settings.noise_uv * kCountsPerMicrovolt / std::sqrt(kByteSumVariance);
    }
    clip_ = settings.clipping ? static_cast<double>(meter::kAdcClip) : kNoClip;
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
        alignas(64) Row pin;
        analog(block, preamp, static_cast<meter::Slot>(slot), pin);
        if (dither_) add_dither(channels_[slot], block, pin);
        round(pin, block.frames, counts[slot]);
    }
    for (std::size_t n = 0; n < out.size(); ++n) {
        for (std::size_t slot = 0; slot < meter::kSlots; ++slot) {
            out[n].count[slot] = counts[slot][n];
        }
    }
}

void FrontEnd::analog(const TerminalBlock& block, std::uint8_t preamp, meter::Slot which,
                      Row& out) const {
    const auto slot = static_cast<std::size_t>(which);
    scale(channels_[slot], is_current(slot) ? preamp : 1.0, block, row_of(block, slot), out);
    if (noise_step_ != 0.0) add_noise(channels_[slot], block, out);
}

void FrontEnd::scale(const Channel& channel, double gain, const TerminalBlock& block, const Row& in,
                     Row& out) const {
    const double factor = channel.counts_per_unit * gain;
    const bool first_is_odd = (block.first_frame & 1) != 0;
    const double chop = first_is_odd ? -chop_ : chop_;
    const std::array<double, 2> offset{channel.offset + chop, channel.offset - chop};
    for (int strip = 0; strip < whole_strips(block.frames); strip += kStrip) {
        for (int i = strip; i < strip + kStrip; ++i) {
            const auto n = static_cast<std::size_t>(i);
            out[n] = in[n] * factor + offset[n % 2];
        }
    }
}

void FrontEnd::add_noise(const Channel& channel, const TerminalBlock& block, Row& inout) const {
    const double step = noise_step_;
    for (int strip = 0; strip < whole_strips(block.frames); strip += kStrip) {
        for (int i = strip; i < strip + kStrip; ++i) {
            const int sum = byte_sum(noise_bits(channel.noise_key, block.first_frame + i));
            inout[static_cast<std::size_t>(i)] += (sum - kByteSumMean) * step;
        }
    }
}

void FrontEnd::add_dither(const Channel& channel, const TerminalBlock& block, Row& inout) const {
    for (int i = 0; i < block.frames; ++i) {
        inout[static_cast<std::size_t>(i)] +=
            uniform(noise_bits(channel.dither_key, block.first_frame + i));
    }
}

void FrontEnd::round(const Row& in, int frames, CountRow& out) const {
    const double clip = clip_;
    for (int strip = 0; strip < whole_strips(frames); strip += kStrip) {
        for (int i = strip; i < strip + kStrip; ++i) {
            const auto n = static_cast<std::size_t>(i);
            double x = in[n] > -clip ? in[n] : -clip;  // not a number: -clip
            x = x < clip ? x : clip;
            out[n] = static_cast<std::int32_t>((x + kRoundingShift) - kRoundingShift);
        }
    }
}

}  // namespace signals
