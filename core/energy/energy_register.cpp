#include "core/energy/energy_register.h"

#include "core/metrology/make_readings.h"

namespace meter {

namespace {

constexpr std::uint64_t kTicks = static_cast<std::uint64_t>(kTicksPerFrame);
constexpr std::uint64_t kQuantaPerUvaTick = 50'000;  // 1 uVA / 2e-11 W

}  // namespace

EnergyCompleted EnergyMeter::account(const EnergyStep& step) {
    // A product LSB is 16 nW / preamp: 8 / preamp times the 2 nW of the quantum.
    const std::uint64_t weight = kTicks * step.pt_ratio * (8U / step.preamp);
    const std::uint64_t quadrature = quadrature_factor_q30(step.window.line_frequency_uhz);
    EnergyCompleted out;
    for (std::size_t p = 0; p < kPhases; ++p) {
        if (!contains(step.type.phases, static_cast<int>(p))) continue;
        const std::uint64_t real = magnitude(step.window.sums.vi(p));
        const std::uint64_t reactive =
            scale(magnitude(step.window.sums.qi(p)), quadrature, std::uint64_t{1} << 30);
        real_phase_[p].add(real, weight);
        out.real_pwh += real_.add(real, weight);
        out.reactive_pvarh += reactive_.add(reactive, weight);
    }
    apparent_.add(magnitude(step.readings.total.apparent_uva),
                  static_cast<std::uint64_t>(step.window.frames) * kTicks * kQuantaPerUvaTick);
    return out;
}

void EnergyMeter::clear() {
    const std::uint16_t resets = reset_count_;
    *this = {};
    reset_count_ = resets < 32'767 ? static_cast<std::uint16_t>(resets + 1) : resets;
}

void EnergyMeter::publish(Energies& out, std::uint64_t rollover_wh) const {
    out.real = real_.energy(rollover_wh);
    out.reactive = reactive_.energy(rollover_wh);
    out.apparent = apparent_.energy(rollover_wh);
    for (std::size_t p = 0; p < kPhases; ++p)
        out.real_phase[p] = real_phase_[p].energy(rollover_wh);
    out.reset_count = reset_count_;
}

}  // namespace meter
