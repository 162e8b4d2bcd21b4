// The sample chain for a processor with vectors of integers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/lanes.h"
#include "core/metrology/phase_path.h"
#include "core/metrology/window.h"

namespace meter {

namespace lanes {

// One coefficient of every other slot from `first`: from IA, or from VA.
constexpr Lanes of_slots(std::size_t first, std::int32_t AllPassCoefficients::*a) {
    return Lanes{kAlignment[first].*a, kAlignment[first + 2].*a, kAlignment[first + 4].*a, 0};
}
inline constexpr PhasePath<Lanes>::Coefficients kCurrents{of_slots(0, &AllPassCoefficients::a1),
                                                          of_slots(0, &AllPassCoefficients::a2)};
inline constexpr PhasePath<Lanes>::Coefficients kVoltages{of_slots(1, &AllPassCoefficients::a1),
                                                          of_slots(1, &AllPassCoefficients::a2)};

}  // namespace lanes

// All phases at once.
class PhasesTogether {
 public:
    using Sums = LaneProducts;

    void set_gains(std::size_t p, const Gains& gains) {
        lane_of(path_.voltage_gain, p) = gains.voltage;
        lane_of(path_.current_gain, p) = gains.current;
        lane_of(path_.phase_adjust, p) = gains.phase_adjust;
    }
    void rescale_current(std::int64_t numerator, std::int64_t denominator) {
        path_.rescale_current(numerator, denominator);
    }
    [[gnu::always_inline]] LaneSamples process(const AdcFrame& raw, VoltageReference reference,
                                               Samples& out) {
        const Raw counts = raw_of(raw);
        Lanes v = path_.volts(counts.voltage, lanes::kVoltages);
        refer(v, reference);
        v = path_.voltage(v);
        const LaneSamples now{Path::to_sample(v), path_.current(counts.current, lanes::kCurrents),
                              Path::to_sample(path_.delayed(v))};
        store(now.v, out.v);
        store(now.i, out.i);
        store(now.v90, out.v90);
        return now;
    }
    template <class V>
    constexpr void visit_as(const char* name, V& visit) {
        std::array<LaneView<Path>, kPhases> phases{{{path_, 0}, {path_, 1}, {path_, 2}}};
        visit(name, phases);
    }

 private:
    using Path = PhasePath<Lanes>;
    using Counts [[gnu::vector_size(16)]] = std::int32_t;

    struct Raw {
        Lanes voltage, current;
    };
    // Slots are IA VA IB VB IC VC IN: two loads, of which every other one is taken.
    [[gnu::always_inline]] static Raw raw_of(const AdcFrame& frame) {
        static_assert(kSlots == 7 && current_slot(1) == Slot::IB && voltage_slot(2) == Slot::VC);
        Counts first, last;
        __builtin_memcpy(&first, &frame.count[0], sizeof first);
        __builtin_memcpy(&last, &frame.count[3], sizeof last);
        const Counts three{-1, -1, -1, 0};
        return {__builtin_convertvector(__builtin_shufflevector(first, last, 1, 3, 6, 6) & three,
                                        Lanes),
                __builtin_convertvector(__builtin_shufflevector(first, last, 0, 2, 5, 5) & three,
                                        Lanes)};
    }

    [[gnu::always_inline]] static void store(const Lanes& from,
                                             std::array<std::int32_t, kPhases>& to) {
        const Counts counts = __builtin_convertvector(from, Counts);
        __builtin_memcpy(to.data(), &counts, sizeof to);
    }

    Path path_{};
};

}  // namespace meter
