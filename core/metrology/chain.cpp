#include "core/metrology/chain.h"

#include "core/wide.h"

namespace meter {

template <class Phases>
BasicChain<Phases>::BasicChain(const Calibration& calibration) : calibration_(calibration) {
    apply_calibration();
}

template <class Phases>
void BasicChain<Phases>::apply_calibration() {
    for (std::size_t p = 0; p < kPhases; ++p) {
        const PhaseCalibration& c = calibration_.phase[p];
        phases_.set_gains(
            p, {shift_rounded(kNominalVoltageGain * c.voltage_gain, 24),
                shift_rounded(kNominalCurrentGain * c.current_gain, 24), c.phase_adjust});
    }
}

template <class Phases>
void BasicChain<Phases>::configure(VoltageReference reference, std::uint8_t preamp) {
    reference_ = reference;
    if (preamp == preamp_) return;
    phases_.rescale_current(preamp, preamp_);
    preamp_ = preamp;
}

template <class Phases>
inline const ClosedWindow* BasicChain<Phases>::take(const AdcFrame& raw) {
    const Samples& previous = last();
    newest_ ^= 1U;
    Samples& present = samples_[newest_];
    const auto& now = phases_.process(raw, reference_, present);
    const ZeroCrossing::Result crossing = crossing_.step(previous.v[0], present.v[0]);
    const ClosedWindow* closed = nullptr;
    if (window_.frames() >= kWindowFrames) [[unlikely]] {
        if (crossing.crossed) {
            closed = &close(previous, present, crossing.fraction);
        } else if (window_.frames() >= kForcedWindowFrames) {
            closed = &close(previous, present, ZeroCrossing::kOneFrame / 2);
        }
    }
    window_.add(now);
    return closed;
}

template <class Phases>
const ClosedWindow& BasicChain<Phases>::close(const Samples& previous, const Samples& present,
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

template <class Phases>
const ClosedWindow& BasicChain<Phases>::close_early() {
    return close(last(), last(), ZeroCrossing::kOneFrame / 2);
}

template <>
const ClosedWindow* BasicChain<PhasesApart>::frame(const AdcFrame& raw) {
    return take(raw);
}
template class BasicChain<PhasesApart>;

#if defined(__x86_64__)

template <>
[[gnu::target("avx2,avx512f,avx512dq,avx512vl")]] const ClosedWindow*
BasicChain<PhasesTogether>::frame(const AdcFrame& raw) {
    return take(raw);
}
template class BasicChain<PhasesTogether>;

bool HostChain::has_vectors() {
    return __builtin_cpu_supports("avx512vl") != 0 && __builtin_cpu_supports("avx512dq") != 0;
}

#endif

}  // namespace meter
