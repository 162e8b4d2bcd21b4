#include "app/bench/records.h"

namespace bench {

void Records::attach(Rigs rigs, std::size_t watched) {
    for (std::size_t m = 0; m < rigs.size(); ++m) {
        rigs[m]->set_probe(waveforms_ && m == watched ? &scope_ : nullptr);
        rigs[m]->on_window = [&trends = trends_.at(m)](std::int64_t frame,
                                                       const meter::Points& points) {
            trends.window(frame, points);
        };
    }
}

void Records::attach_looked(Rigs rigs, std::size_t watched) {
    looked_scope_.clear();
    for (std::size_t m = 0; m < rigs.size(); ++m) {
        trends_.at(m).look_anew();
        rigs[m]->set_probe(waveforms_ && m == watched ? &looked_scope_ : nullptr);
        rigs[m]->on_window = [&trends = trends_.at(m)](std::int64_t frame,
                                                       const meter::Points& points) {
            trends.looked_window(frame, points);
        };
    }
}

void Records::detach(Rigs rigs) {
    for (const auto& rig : rigs) {
        rig->set_probe(nullptr);
        rig->on_window = {};
    }
}

void Records::watch(Rigs rigs, std::size_t watched) {
    attach(rigs, watched);
    scope_.clear();
    looked_scope_.clear();
}

void Records::begin_anew(const TimeView& time, std::size_t meters) {
    scope_.clear();
    looked_scope_.clear();
    for (TrendRecorder& trends : trends_) trends.clear(TrendRecorder::share(meters));
    follow(time);
}

void Records::follow(const TimeView& time) {
    if (!time.branches) return;
    for (TrendRecorder& trends : trends_)
        trends.follow(*time.branches, time.number_of(time.present));
}

void Records::went_on() { scope_.take_over(looked_scope_); }

}  // namespace bench
