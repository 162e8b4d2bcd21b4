#include "core/metrology/chain.h"

#include "core/wide.h"

namespace meter {

namespace {

// Limits of metrology/sample.h's formats, enforced where a wild input could leave them.
constexpr std::int64_t kPathLimit = std::int64_t{1} << 34;
constexpr std::int64_t kThird = 0x5555'5555;  // 2^32 / 3

std::int32_t to_sample(std::int64_t path) {
    return static_cast<std::int32_t>(clamp_to(shift_rounded(path, 8), kSampleLimit));
}

std::int64_t clipped(std::int32_t raw) { return clamp_to(raw, kAdcClip); }

}  // namespace

Chain::Chain(const Calibration& calibration) : calibration_(calibration) { apply_calibration(); }

void Chain::apply_calibration() {
    for (std::size_t p = 0; p < kPhases; ++p) {
        const PhaseCalibration& c = calibration_.phase[p];
        voltage_gain_[p] = shift_rounded(kNominalVoltageGain * c.voltage_gain, 24);
        current_gain_[p] = shift_rounded(kNominalCurrentGain * c.current_gain, 24);
        phase_adjust_[p] = c.phase_adjust;
    }
}

void Chain::configure(VoltageReference reference, std::uint8_t preamp) {
    reference_ = reference;
    if (preamp == preamp_) return;
    for (CurrentPath& path : current_) path.rescale(preamp, preamp_);
    preamp_ = preamp;
}

// In: |raw| <= 2^20. FIR3 out < 2^37, integral < 2^48, blocked and / 2^8 < 2^41, times a gain below
// 2^22.6 < 2^63.6 only for a full-scale direct component, which the limit before it excludes.
std::int32_t Chain::CurrentPath::step(std::int32_t raw, const AllPassCoefficients& c,
                                      std::int64_t gain, std::int64_t adjust) {
    const std::int64_t aligned = align.step(clipped(raw) * 4096, c.a1, c.a2);
    const std::int64_t blocked = blocker.step(integrator.step(fir.step(aligned)));
    const std::int64_t amperes = (clamp_to(blocked >> 8, std::int64_t{1} << 39) * gain) >> 20;
    return to_sample(phase.step(clamp_to(amperes, kPathLimit), adjust));
}

void Chain::CurrentPath::rescale(std::int64_t numerator, std::int64_t denominator) {
    for (std::int64_t* state : {&align.x1, &align.x2, &align.y1, &align.y2, &fir.x1, &fir.x2,
                                &integrator.sum, &integrator.x1, &blocker.mean, &phase.s}) {
        *state = *state / denominator * numerator;
    }
}

std::array<std::int64_t, kPhases> Chain::aligned_volts(const AdcFrame& raw) {
    std::array<std::int64_t, kPhases> volts{};
    for (std::size_t p = 0; p < kPhases; ++p) {
        const AllPassCoefficients& c = kAlignment[2 * p + 1];
        const std::int64_t x = (clipped(raw.count[2 * p + 1]) * voltage_gain_[p]) >> 11;
        volts[p] = voltage_[p].delayed;
        voltage_[p].delayed = voltage_[p].align.step(x, c.a1, c.a2);
    }
    return volts;
}

void Chain::refer(std::array<std::int64_t, kPhases>& volts) const {
    switch (reference_) {
        case VoltageReference::neutral:
            break;
        case VoltageReference::phase_b:
            volts = {volts[0] - volts[1], 0, 0};
            break;
        case VoltageReference::virtual_neutral: {
            // The sum is below 2^36; a third of it by multiplication is exact to 2^4 of 156 nV.
            const std::int64_t common = ((volts[0] + volts[1] + volts[2]) >> 4) * kThird >> 28;
            for (std::int64_t& v : volts) v -= common;
            break;
        }
    }
}

Samples Chain::process(const AdcFrame& raw) {
    std::array<std::int64_t, kPhases> volts = aligned_volts(raw);
    refer(volts);
    Samples s;
    for (std::size_t p = 0; p < kPhases; ++p) {
        VoltagePath& path = voltage_[p];
        const std::int64_t v = path.blocker.step(volts[p]);
        const std::int64_t quadrature = path.quadrature.step(v) >> 5;
        s.v[p] = to_sample(v);
        s.v90[p] = to_sample(path.phase.step(clamp_to(quadrature, kPathLimit), 1025));
        s.i[p] = current_[p].step(raw.count[2 * p], kAlignment[2 * p], current_gain_[p],
                                  phase_adjust_[p]);
    }
    return s;
}

std::optional<ClosedWindow> Chain::frame(const AdcFrame& raw) {
    const Samples s = process(raw);
    const ZeroCrossing::Result crossing = crossing_.step(last_.v[0], s.v[0]);
    std::optional<ClosedWindow> closed;
    if (window_.frames() >= kWindowFrames) {
        if (crossing.crossed) {
            closed = close(s, crossing.fraction);
        } else if (window_.frames() >= kForcedWindowFrames) {
            closed = close(s, ZeroCrossing::kOneFrame / 2);
        }
    }
    window_.add(s);
    last_ = s;
    return closed;
}

ClosedWindow Chain::close(const Samples& next, std::int32_t fraction) {
    ClosedWindow closed = window_.close(last_, next, fraction);
    closed.frequency_uhz = crossing_.take_frequency();
    const auto v_squared =
        static_cast<std::uint64_t>(closed.means_q8.vv(0) > 0 ? closed.means_q8.vv(0) : 0);
    crossing_.set_rms(square_root(v_squared) >> 4);
    return closed;
}

ClosedWindow Chain::close_early() { return close(last_, ZeroCrossing::kOneFrame / 2); }

}  // namespace meter
