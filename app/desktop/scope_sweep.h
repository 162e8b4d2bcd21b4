// What part of the record a scope shows: trigger modes, hold, zoom and pan. Plain, no widget.
#pragma once

#include <optional>

#include "app/bench/scope_recorder.h"
#include "widgets/scope/scope_controls.h"
#include "widgets/scope/scope_geometry.h"

namespace desktop {

// From this span on the newest is rolled in without a trigger.
inline constexpr double kRollFrom = 1.0;
// The trigger's place on the screen: one division from the left.
inline constexpr double kTriggerAt = 1.0 / widgets::kTimeDivisions;

class ScopeSweep {
 public:
    // Chooses the window for what has been recorded by now.
    void advance(const bench::ScopeRecorder& recorder, const widgets::ScopeSettings& settings,
                 bench::ScopeChannel source);

    // The window at the end of what has been recorded, triggered where the signal allows it,
    // whatever the trigger mode: of a moment that is looked at.
    void show_end(const bench::ScopeRecorder& recorder, widgets::ScopeSettings settings,
                  bench::ScopeChannel source);

    // A person moves the window: it stands still from now on.
    void zoom(double factor, double at);
    void pan(double part);
    void hold() { running_ = false; }
    // Runs on at the newest; with a new chance for a single trigger.
    void run() { running_ = true; }
    void set_span(double span);

    [[nodiscard]] bool running() const { return running_; }
    [[nodiscard]] const widgets::TimeWindow& window() const { return window_; }
    [[nodiscard]] std::optional<double> trigger() const { return trigger_; }

 private:
    void follow(double newest);

    widgets::TimeWindow window_;
    std::optional<double> trigger_;  // s
    bool running_ = true;
};

}  // namespace desktop
