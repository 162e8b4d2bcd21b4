// What is recorded of the meters of a run for people to look at: trends of all of them, waveforms
// of the one that is watched.
//
//   run          ──► waveform, trends, by branch
//   looked at    ──► a waveform and the end of the trends of their own
//
// So looking at an earlier moment loses nothing of what the run has left, and looking at another
// meter no trend. Going on from a moment takes the looked-at waveform over, and the trends keep
// what lies before it. A runner feeds it (Runner::record) on its owner's thread; any thread may
// look.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <span>

#include "app/bench/history/time_view.h"
#include "app/bench/rig.h"
#include "app/bench/scope_recorder.h"
#include "app/bench/trend_recorder.h"
#include "app/line/station.h"

namespace bench {

class Records {
 public:
    using Rigs = std::span<const std::unique_ptr<Rig>>;  // line::kMostMeters at most

    // Of the run, or of what leads up to the moment that is looked at; of the watched meter.
    [[nodiscard]] const ScopeRecorder& scope(bool looking) const {
        return looking ? looked_scope_ : scope_;
    }
    // By the meter's place, whether there is one or not.
    [[nodiscard]] const TrendRecorder& trends(std::size_t meter = 0) const {
        return trends_.at(meter);
    }

    // Below: on the owner's thread.

    // Waveforms cost time and memory: nobody records them until they are asked for.
    void want_waveforms(bool wanted) { waveforms_ = wanted; }
    [[nodiscard]] bool wants_waveforms() const { return waveforms_; }

    // The rigs feed this from now on. They must not outlive the records, or be detached before.
    void attach(Rigs rigs, std::size_t watched);
    // Rigs that begin to go to a moment that is looked at.
    void attach_looked(Rigs rigs, std::size_t watched);
    static void detach(Rigs rigs);

    // The waveform is another meter's from now on; what there was of it is forgotten.
    void watch(Rigs rigs, std::size_t watched);
    // Another run, of so many meters, is recorded from now on.
    void begin_anew(const TimeView& time, std::size_t meters);
    // Branches have come or gone, or the run is in another one.
    void follow(const TimeView& time);
    // The run stands at the moment that was looked at.
    void went_on();

 private:
    bool waveforms_ = false;
    ScopeRecorder scope_;
    ScopeRecorder looked_scope_;
    std::array<TrendRecorder, line::kMostMeters> trends_;
};

}  // namespace bench
