// The sample chain for a processor that does one thing at a time.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/adc_frame.h"
#include "core/metrology/phase_path.h"
#include "core/metrology/window.h"

namespace meter {

// One phase after the other: a small processor keeps more of one phase in its registers.
class PhasesApart {
 public:
    using Sums = Products;

    void set_gains(std::size_t p, const Gains& gains) {
        path_[p].voltage_gain = gains.voltage;
        path_[p].current_gain = gains.current;
        path_[p].phase_adjust = gains.phase_adjust;
    }
    void rescale_current(std::int64_t numerator, std::int64_t denominator) {
        for (Path& path : path_) path.rescale_current(numerator, denominator);
    }
    [[gnu::always_inline]] const Samples& process(const AdcFrame& raw, VoltageReference reference,
                                                  Samples& out) {
        std::array<std::int64_t, kPhases> v{path_[0].volts(raw[Slot::VA], alignment(1)),
                                            path_[1].volts(raw[Slot::VB], alignment(3)),
                                            path_[2].volts(raw[Slot::VC], alignment(5))};
        refer(v, reference);
        process_phase<0>(v[0], raw[Slot::IA], out);
        process_phase<1>(v[1], raw[Slot::IB], out);
        process_phase<2>(v[2], raw[Slot::IC], out);
        return out;
    }
    template <class V>
    constexpr void visit_as(const char* name, V& visit) {
        visit(name, path_);
    }

 private:
    using Path = PhasePath<std::int64_t>;

    static constexpr Path::Coefficients alignment(std::size_t slot) {
        return {kAlignment[slot].a1, kAlignment[slot].a2};
    }
    template <std::size_t P>
    [[gnu::always_inline]] void process_phase(std::int64_t volts, std::int32_t raw, Samples& out) {
        Path& path = path_[P];
        const std::int64_t v = path.voltage(volts);
        out.v[P] = static_cast<std::int32_t>(Path::to_sample(v));
        out.v90[P] = static_cast<std::int32_t>(Path::to_sample(path.delayed(v)));
        out.i[P] = static_cast<std::int32_t>(path.current(raw, alignment(2 * P)));
    }

    std::array<Path, kPhases> path_{};
};

}  // namespace meter
