#include "signals/synth/synthesizer.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>

#include "signals/frontend/noise.h"

namespace signals {

namespace {

constexpr int kTileShift = 5;
static_assert(1 << kTileShift == kTileFrames);

constexpr std::uint64_t kNoiseStreams = 1'000;  // away from those of the front end

template <class To>
void copy_part(const TileRow& from, std::size_t at, int frames, To& to, std::size_t to_at) {
    std::copy_n(from.at.begin() + static_cast<std::ptrdiff_t>(at), frames,
                to.begin() + static_cast<std::ptrdiff_t>(to_at));
}

// Mean 0, variance 1.
double gaussian(std::uint64_t key, std::int64_t frame) {
    return (byte_sum(noise_bits(key, frame)) - kByteSumMean) / std::sqrt(kByteSumVariance);
}

}  // namespace

Synthesizer::Synthesizer(Course course, const SlotTiming& timing)
    : course_(std::move(course)), timing_(timing) {
    forget();
}

Synthesizer::Synthesizer(const Installation& installation, const SlotTiming& timing,
                         const Wiring& wiring)
    : Synthesizer(Course(installation, {}, wiring), timing) {}

void Synthesizer::forget() {
    piece_ = {};
    for (std::size_t k = 0; k < noise_keys_.size(); ++k) {
        noise_keys_[k] = noise_key(course_.seed(), kNoiseStreams + k);
    }
}

void Synthesizer::set(const Installation& installation, std::int64_t from_frame) {
    course_.edit(installation, from_frame);
    forget();
}

void Synthesizer::begin(const Event& event, std::int64_t from_frame) {
    course_.begin(event, from_frame);
    forget();
}

void Synthesizer::restore(Course course) {
    course_ = std::move(course);
    forget();
}

void Synthesizer::set_wiring(const Wiring& wiring) {
    course_.set_wiring(wiring);
    forget();
}

void Synthesizer::set_pickup(const std::array<double, 3>& amperes_per_volt) {
    pickup_ = amperes_per_volt;
    forget();
}

void Synthesizer::leave_out(const LeftOut& what) {
    left_out_ = what;
    forget();
}

const Piece& Synthesizer::piece_at(std::int64_t frame) {
    if (!piece_.has(frame))
        piece_ = PieceMaker{course_, timing_, pickup_, left_out_}.make(frame, piece_);
    return piece_;
}

void Synthesizer::fill_part(const Piece& piece, Span frames, Fill what, TerminalBlock& out) {
    const std::int64_t tile = (frames.first - piece.origin) >> kTileShift;
    const std::int64_t start = tile << kTileShift;  // frames after the origin
    const auto at = static_cast<int>(frames.first - piece.origin - start);
    const auto count = static_cast<int>(frames.end - frames.first);
    const Strips strips{at / kStrip, (at + count + kStrip - 1) / kStrip};
    const auto to = static_cast<std::size_t>(frames.first - out.first_frame);

    Powers powers;
    const Direction base = direction(piece.phase + start * piece.rotation.increment);
    turn(powers, 0, piece.rotation.cosine, piece.rotation.sine, base.cosine, base.sine, strips);
    raise(powers, piece.plan, strips);
    std::size_t row = piece.plan.size();
    for (const Rotation& tone : piece.tones) {
        const Direction d = direction((piece.origin + start) * tone.increment);
        turn(powers, row++, tone.cosine, tone.sine, d.cosine, d.sine, strips);
    }

    std::array<TileRow, kMeterChannels> meter;
    sum_meter(powers, piece.rows, piece.meter_constant, meter, strips);
    const auto from = static_cast<std::size_t>(at);
    for (std::size_t x = 0; x < 3; ++x) copy_part(meter[x], from, count, out.voltage[x], to);
    for (std::size_t x = 0; x < kConductors; ++x) {
        copy_part(meter[3 + x], from, count, out.slope[x], to);
        if (frames.first == piece.span.first) out.slope[x][to] += piece.impulse[x];
    }
    if (what == Fill::with_current) {
        std::array<TileRow, kCurrentChannels> current;
        sum_current(powers, piece.rows, piece.current_constant, current, strips);
        for (std::size_t x = 0; x < kConductors; ++x) {
            copy_part(current[x], from, count, out.current[x], to);
        }
    }
}

// White noise of one value per frame; the slope is its central difference, which is the slope of
// the band-limited noise at low frequencies and what an integrator takes back.
void Synthesizer::add_noise(const Piece& piece, Span frames, Fill what, TerminalBlock& out) const {
    for (std::size_t x = 0; x < 3; ++x) {
        const double volts = piece.noise_voltage[x];
        const double amperes = piece.noise_current[x];
        for (std::int64_t frame = frames.first; frame < frames.end; ++frame) {
            const auto n = static_cast<std::size_t>(frame - out.first_frame);
            if (volts != 0.0) out.voltage[x][n] += volts * gaussian(noise_keys_[x], frame);
            if (amperes == 0.0) continue;
            const std::uint64_t key = noise_keys_[3 + x];
            const double slope = amperes * (gaussian(key, frame + 1) - gaussian(key, frame - 1)) *
                                 (0.5 * kFrameRate);
            out.slope[x][n] += slope;
            out.slope[3][n] += slope;
            if (what != Fill::with_current) continue;
            const double flows = amperes * gaussian(key, frame);
            out.current[x][n] += flows;
            out.current[3][n] += flows;
        }
    }
}

void Synthesizer::fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) {
    if (frames < 1 || frames > kBlockFrames) {
        throw std::invalid_argument("block of " + std::to_string(frames) +
                                    " frames, allowed is 1 to " + std::to_string(kBlockFrames));
    }
    out.first_frame = first_frame;
    out.frames = frames;
    const std::int64_t end = first_frame + frames;
    for (std::int64_t frame = first_frame; frame < end;) {
        const Piece& piece = piece_at(frame);
        const std::int64_t tile = (frame - piece.origin) >> kTileShift;
        const std::int64_t tile_end = piece.origin + ((tile + 1) << kTileShift);
        const Span part{frame, std::min({end, tile_end, piece.span.end})};
        fill_part(piece, part, what, out);
        const bool noisy = piece.noise_voltage != PerPhase{} || piece.noise_current != PerPhase{};
        if (noisy) add_noise(piece, part, what, out);
        frame = part.end;
    }
}

}  // namespace signals
