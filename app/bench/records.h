// What is recorded of one meter of a run for people to look at: waveforms and trends.
//
//   run          ──► waveform, trends, by branch
//   looked at    ──► a waveform and the end of the trends of their own
//
// So looking at an earlier moment loses nothing of what the run has left. Going on from there takes
// the looked-at waveform over, and the trends keep what lies before it. A runner feeds it
// (Runner::record) on its owner's thread; any thread may look.
#pragma once

#include "app/bench/history/time_view.h"
#include "app/bench/rig.h"
#include "app/bench/scope_recorder.h"
#include "app/bench/trend_recorder.h"

namespace bench {

class Records {
 public:
    // Of the run, or of what leads up to the moment that is looked at.
    [[nodiscard]] const ScopeRecorder& scope(bool looking) const {
        return looking ? looked_scope_ : scope_;
    }
    [[nodiscard]] const TrendRecorder& trends() const { return trends_; }

    // Below: on the owner's thread.

    // Waveforms cost time and memory: nobody records them until they are asked for.
    void want_waveforms(bool wanted) { waveforms_ = wanted; }
    [[nodiscard]] bool wants_waveforms() const { return waveforms_; }

    // The rig feeds this from now on. It must not outlive the records, or be detached before.
    void attach(Rig& rig);
    // A rig that begins to go to a moment that is looked at.
    void attach_looked(Rig& rig);
    static void detach(Rig& rig);

    // Another run, or another meter, is recorded from now on.
    void begin_anew(const TimeView& time);
    // Branches have come or gone, or the run is in another one.
    void follow(const TimeView& time);
    // The run stands at the moment that was looked at.
    void went_on();

 private:
    bool waveforms_ = false;
    ScopeRecorder scope_;
    ScopeRecorder looked_scope_;
    TrendRecorder trends_;
};

}  // namespace bench
