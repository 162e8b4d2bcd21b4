#include "signals/coil/coil.h"

#include "signals/frontend/nominal.h"

namespace signals {

double rope_volts_per_slope(const FrontEndSettings& settings, std::size_t conductor) {
    const double nominal = settings.coil_mutual_uh * 1e-6;
    if (conductor >= 3) return nominal;
    return nominal * (1.0 + settings.coil_gain_error[conductor]) *
           (1.0 + settings.coil_position_error[conductor]);
}

SlotTiming channel_timing(const FrontEndSettings& settings) {
    SlotTiming timing = multiplexer_timing();
    for (std::size_t x = 0; x < 3; ++x) {
        timing.current[x] -= settings.coil_phase_error[x] / 360.0 / nominal::kReferenceHz;
    }
    return timing;
}

std::array<double, 3> pickup_of(const FrontEndSettings& settings) {
    std::array<double, 3> out = settings.coil_pickup_ma_per_v;
    for (double& amperes_per_volt : out) amperes_per_volt *= 1e-3;
    return out;
}

}  // namespace signals
