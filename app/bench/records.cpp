#include "app/bench/records.h"

namespace bench {

void Records::attach(Rig& rig) {
    rig.set_probe(waveforms_ ? &scope_ : nullptr);
    rig.on_window = [this](std::int64_t frame, const meter::Points& points) {
        trends_.window(frame, points);
    };
}

void Records::attach_looked(Rig& rig) {
    looked_scope_.clear();
    trends_.look_anew();
    rig.set_probe(waveforms_ ? &looked_scope_ : nullptr);
    rig.on_window = [this](std::int64_t frame, const meter::Points& points) {
        trends_.looked_window(frame, points);
    };
}

void Records::detach(Rig& rig) {
    rig.set_probe(nullptr);
    rig.on_window = {};
}

void Records::begin_anew(const TimeView& time) {
    scope_.clear();
    looked_scope_.clear();
    trends_.clear();
    follow(time);
}

void Records::follow(const TimeView& time) {
    if (time.branches) trends_.follow(*time.branches, time.number_of(time.present));
}

void Records::went_on() { scope_.take_over(looked_scope_); }

}  // namespace bench
