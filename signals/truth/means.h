// Mean squares and products over a time, from which a Truth is made.
#pragma once

#include <array>
#include <vector>

#include "core/metrology/system_type.h"
#include "signals/timeline/levels.h"
#include "signals/truth/truth.h"

namespace signals {

// Waves as the meter forms its quantities from them. Order 0 is a constant.
struct ChannelPhasors {
    ThreePhasors line_neutral{};
    ThreePhasors line_line{};
    ThreePhasors element{};  // against what power is formed
    ThreePhasors current{};
};
// Constants as what waves are made of.
[[nodiscard]] inline ThreePhasors real_phasors(const PerPhase& values) {
    return {values[0], values[1], values[2]};
}
// What a correctly wired meter of that type has on its terminals, on the primary side.
ChannelPhasors channels_of(const ThreePhasors& voltage, const ThreePhasors& current,
                           int system_type, double pt_ratio);

struct Means {
    PerPhase line_neutral{};  // V^2
    PerPhase line_line{};
    PerPhase element{};
    PerPhase current{};   // A^2
    PerPhase real{};      // W
    PerPhase reactive{};  // var

    void add(const Means& more, double weight);
};

// Of waves that share no frequency, or over whole cycles.
Means steady_means(const Levels& levels, int system_type, double pt_ratio);

// `frequency` is NaN when there is none.
Truth truth_of(const Means& means, int system_type, double frequency);

}  // namespace signals
