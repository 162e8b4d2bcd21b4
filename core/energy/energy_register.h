// Energy registers: exact sums of product samples turned into Wh, varh and VAh.
//
//                 +------------------------+
//   window sums ─►| whole Wh  |  remainder |──► Energy {whole, micro}
//   * weight      +------------------------+
//
// The remainder is counted in quanta of 2e-11 W * tick: product LSB (2 nW) times a tick times a
// hundredth of PT ratio. So for every history
//     whole * kQuantaPerWh + remainder == sum of everything added.
//
// Whole Wh are never reduced: 2^64 Wh outlast any installation. Registers roll over when they are
// published, so a change of the E scale changes what is shown and nothing that is stored
// (meter.md 3.4, 3.6; inferred).
//
// No division in the sample path and nothing rounded away; registers move when a window closes.
#pragma once

#include <array>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/readings.h"
#include "core/metrology/system_type.h"
#include "core/metrology/window.h"
#include "core/registers/points.h"
#include "core/wide.h"

namespace meter {

class EnergyRegister {
 public:
    // 3600 s * 32768 tick/s / 2e-11 W.
    static constexpr std::uint64_t kQuantaPerWh = 5'898'240'000'000'000'000U;

    static constexpr std::uint64_t kQuantaPerPwh = kQuantaPerWh / 1'000'000'000'000U;

    // Adds amount * weight quanta and returns the whole pWh this completed, so that what follows
    // the register (pulses) loses nothing either. amount < 2^63, weight < 2^32: the quotient fits.
    constexpr std::uint64_t add(std::uint64_t amount, std::uint64_t weight) {
        const Division d = divide(meter::add(multiply(amount, weight), remainder_), kQuantaPerWh);
        const std::uint64_t before = remainder_ / kQuantaPerPwh;
        whole_ += d.quotient;
        remainder_ = d.remainder;
        return d.quotient * 1'000'000'000'000U + remainder_ / kQuantaPerPwh - before;
    }
    constexpr void clear() { *this = {}; }

    // As registers show it: `rollover_wh` wraps to 0.
    [[nodiscard]] constexpr Energy energy(std::uint64_t rollover_wh) const {
        return {whole_ % rollover_wh,
                static_cast<std::uint32_t>(remainder_ / (kQuantaPerWh / 1'000'000))};
    }
    [[nodiscard]] constexpr std::uint64_t whole() const { return whole_; }
    [[nodiscard]] constexpr std::uint64_t remainder() const { return remainder_; }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("whole", whole_);
        visit("remainder", remainder_);
    }

 private:
    std::uint64_t whole_ = 0;
    std::uint64_t remainder_ = 0;  // < kQuantaPerWh
};

// What one window contributes, in the meter's scale of that window.
struct EnergyStep {
    const ClosedWindow& window;
    const Readings& readings;  // of the same window; for apparent energy and the 90 degree factor
    const SystemType& type;
    std::uint16_t pt_ratio;  // hundredths
    std::uint8_t preamp;
};

// What a window completed, for the pulse outputs.
struct EnergyCompleted {
    std::uint64_t real_pwh = 0;
    std::uint64_t reactive_pvarh = 0;
};

class EnergyMeter {
 public:
    // Real: per phase the magnitude of the exact sum, the total is the sum of phases
    // (unidirectional, meter.md 1.1, inferred). Reactive: magnitudes of the 90 degree sums.
    // Apparent: total S times the window's length, so kVAh follows total_apparent_uva() (inferred).
    EnergyCompleted account(const EnergyStep& step);

    // Command 30078: all registers to 0; counts in 147.
    void clear();

    // `rollover_wh`: 2^32 counts of the E scale.
    void publish(Energies& out, std::uint64_t rollover_wh) const;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("real", real_);
        visit("reactive", reactive_);
        visit("apparent", apparent_);
        visit("real_phase", real_phase_);
        visit("reset_count", reset_count_);
    }

 private:
    EnergyRegister real_{};
    EnergyRegister reactive_{};
    EnergyRegister apparent_{};
    std::array<EnergyRegister, kPhases> real_phase_{};
    std::uint16_t reset_count_ = 0;  // 0..32767, stays there (inferred)
};

}  // namespace meter
