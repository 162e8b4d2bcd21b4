#include "signals/source.h"

namespace signals {

namespace {

double seconds_into_frame(meter::Slot slot) {
    return static_cast<double>(meter::slot_instant(slot).count) /
           static_cast<double>(meter::kCrystalHz);
}

}  // namespace

SlotTiming multiplexer_timing() {
    SlotTiming timing;
    for (int phase = 0; phase < meter::kPhases; ++phase) {
        const auto x = static_cast<std::size_t>(phase);
        timing.voltage[x] = seconds_into_frame(meter::voltage_slot(phase));
        timing.current[x] = seconds_into_frame(meter::current_slot(phase));
    }
    timing.current[3] = seconds_into_frame(meter::Slot::IN);
    return timing;
}

}  // namespace signals
