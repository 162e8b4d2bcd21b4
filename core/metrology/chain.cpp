#include "core/metrology/chain.h"

#include "core/wide.h"

namespace meter {

namespace {

constexpr std::int64_t kThird = 0x5555'5555;      // 2^32 / 3
constexpr std::int64_t kQuadratureAdjust = 1025;  // PhaseFilter that takes the leak's lead back

using Volts = std::array<std::int64_t, kPhases>;

std::int32_t to_sample(std::int64_t path) {
    return static_cast<std::int32_t>(clamp_to(shift_rounded(path, 8), kSampleLimit));
}

// Voltages against the reference of the system type; |v| < 2^34 in, below 2^35 out.
void refer(Volts& v, VoltageReference reference) {
    switch (reference) {
        case VoltageReference::neutral:
            break;
        case VoltageReference::phase_b:
            v = {v[0] - v[1], 0, 0};
            break;
        case VoltageReference::virtual_neutral: {
            // The sum is below 2^36; a third of it by multiplication is right to 2^4 of 156 nV.
            const std::int64_t common = ((v[0] + v[1] + v[2]) >> 4) * kThird >> 28;
            v = {v[0] - common, v[1] - common, v[2] - common};
            break;
        }
    }
}

}  // namespace

Chain::Chain(const Calibration& calibration) : calibration_(calibration) { apply_calibration(); }

void Chain::apply_calibration() {
    for (std::size_t p = 0; p < kPhases; ++p) {
        const PhaseCalibration& c = calibration_.phase[p];
        phase_[p].voltage_gain = shift_rounded(kNominalVoltageGain * c.voltage_gain, 24);
        phase_[p].current_gain = shift_rounded(kNominalCurrentGain * c.current_gain, 24);
        phase_[p].phase_adjust = c.phase_adjust;
    }
}

void Chain::configure(VoltageReference reference, std::uint8_t preamp) {
    reference_ = reference;
    if (preamp == preamp_) return;
    for (PhasePath& path : phase_) path.rescale_current(preamp, preamp_);
    preamp_ = preamp;
}

// |raw| <= 2^20 times a gain below 2^25 is below 2^45, / 2^11 below 2^34.
inline std::int64_t Chain::PhasePath::volts(std::int32_t raw, const AllPassCoefficients& c) {
    align_v.step((clamp_to(raw, kAdcClip) * voltage_gain) >> 11, c.a1, c.a2);
    return align_v.y2;  // one frame later: Fir3 delays the current by one
}

// |aligned| < 2^33, FIR3 out < 2^37, integral < 2^48, blocked / 2^8 < 2^41, times a gain below
// 2^21.7 < 2^63; amperes < 2^44.
inline std::int32_t Chain::PhasePath::current(std::int32_t raw, const AllPassCoefficients& c) {
    align_i.step(clamp_to(raw, kAdcClip) * 4096, c.a1, c.a2);
    const std::int64_t blocked = block_i.step(integrator.step(fir.step(align_i)));
    return to_sample(adjust_i.step(((blocked >> 8) * current_gain) >> 19, phase_adjust));
}

void Chain::PhasePath::rescale_current(std::int64_t numerator, std::int64_t denominator) {
    for (std::int64_t* state : {&align_i.x1, &align_i.x2, &align_i.y1, &align_i.y2, &fir.x2,
                                &integrator.sum, &integrator.x1, &block_i.mean, &adjust_i.s}) {
        *state = *state / denominator * numerator;
    }
}

// |volts| < 2^35, blocked < 2^36, integral < 2^47, / 2^5 < 2^42.
template <std::size_t P>
inline void Chain::process_phase(std::int64_t volts, std::int32_t raw_current, Samples& out) {
    PhasePath& path = phase_[P];
    const std::int64_t v = path.block_v.step(volts);
    const std::int64_t v90 = path.adjust_v90.step(path.quadrature.step(v) >> 5, kQuadratureAdjust);
    out.v[P] = to_sample(v);
    out.v90[P] = to_sample(v90);
    out.i[P] = path.current(raw_current, kAlignment[2 * P]);
}

inline void Chain::process(const AdcFrame& raw, Samples& out) {
    Volts v{phase_[0].volts(raw[Slot::VA], kAlignment[1]),
            phase_[1].volts(raw[Slot::VB], kAlignment[3]),
            phase_[2].volts(raw[Slot::VC], kAlignment[5])};
    refer(v, reference_);
    process_phase<0>(v[0], raw[Slot::IA], out);
    process_phase<1>(v[1], raw[Slot::IB], out);
    process_phase<2>(v[2], raw[Slot::IC], out);
}

const ClosedWindow* Chain::frame(const AdcFrame& raw) {
    const Samples& previous = last();
    newest_ ^= 1U;
    Samples& present = samples_[newest_];
    process(raw, present);
    const ZeroCrossing::Result crossing = crossing_.step(previous.v[0], present.v[0]);
    const ClosedWindow* closed = nullptr;
    if (window_.frames() >= kWindowFrames) [[unlikely]] {
        if (crossing.crossed) {
            closed = &close(previous, present, crossing.fraction);
        } else if (window_.frames() >= kForcedWindowFrames) {
            closed = &close(previous, present, ZeroCrossing::kOneFrame / 2);
        }
    }
    window_.add(present);
    return closed;
}

const ClosedWindow& Chain::close(const Samples& previous, const Samples& present,
                                 std::int32_t fraction) {
    const std::int32_t frequency_before = closed_.line_frequency_uhz;
    closed_ = window_.close(previous, present, fraction);
    closed_.frequency_uhz = crossing_.take_frequency();
    closed_.line_frequency_uhz =
        closed_.frequency_uhz != 0 ? closed_.frequency_uhz : frequency_before;
    const std::int64_t square = closed_.means_q8.vv(0);
    crossing_.set_rms(square_root(static_cast<std::uint64_t>(square > 0 ? square : 0)) >> 4);
    return closed_;
}

const ClosedWindow& Chain::close_early() {
    return close(last(), last(), ZeroCrossing::kOneFrame / 2);
}

}  // namespace meter
