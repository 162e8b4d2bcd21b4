#include "app/desktop/scope_sweep.h"

#include <algorithm>
#include <cmath>

#include "signals/source.h"

namespace desktop {

namespace {

constexpr double kArming = 0.1;      // of the signal's peak: noise at the level is no edge
constexpr double kPeakFrames = 128;  // of which the peak is taken
constexpr double kPatience = 0.1;    // s; without a trigger for longer, auto mode runs on

double peak_of(const bench::ScopeRecorder& recorder, bench::ScopeChannel source, double end) {
    const bench::Strip strip = recorder.strip(source, end - kPeakFrames, end, 1);
    const bench::Extent whole = strip.parts.empty() ? bench::Extent{} : strip.parts.front();
    if (std::isnan(whole.least)) return 0.0;
    return std::max(std::abs(whole.least), std::abs(whole.most));
}

}  // namespace

void ScopeSweep::advance(const bench::ScopeRecorder& recorder,
                         const widgets::ScopeSettings& settings, bench::ScopeChannel source) {
    if (!running_) return;
    const auto end = static_cast<double>(recorder.kept().end);
    const double newest = end / signals::kFrameRate;
    if (window_.span >= kRollFrom) return follow(newest);
    const bench::Trigger wanted{source, settings.level,
                                settings.rising ? bench::Edge::rising : bench::Edge::falling,
                                kArming * peak_of(recorder, source, end)};
    const double full = end - (1.0 - kTriggerAt) * window_.span * signals::kFrameRate;
    const double patience = std::max(kPatience, window_.span) * signals::kFrameRate;
    const bool automatic = settings.mode == widgets::ScopeSettings::automatic;
    const auto found = recorder.trigger(wanted, automatic ? full - patience : 0.0, full);
    if (!found) {
        if (automatic) follow(newest);
        return;
    }
    trigger_ = *found / signals::kFrameRate;
    window_.start = *trigger_ - kTriggerAt * window_.span;
    if (settings.mode == widgets::ScopeSettings::single) running_ = false;
}

void ScopeSweep::show_end(const bench::ScopeRecorder& recorder, widgets::ScopeSettings settings,
                          bench::ScopeChannel source) {
    settings.mode = widgets::ScopeSettings::automatic;
    running_ = true;
    advance(recorder, settings, source);
}

void ScopeSweep::follow(double newest) {
    trigger_.reset();
    window_.start = newest - window_.span;
}

void ScopeSweep::zoom(double factor, double at) {
    window_ = widgets::zoomed(window_, factor, at);
    running_ = running_ && at == kTriggerAt;
}

void ScopeSweep::pan(double part) {
    window_ = widgets::panned(window_, part);
    running_ = false;
}

void ScopeSweep::set_span(double span) {
    const double at = trigger_ ? kTriggerAt : 1.0;
    window_ = widgets::zoomed(window_, span / window_.span, at);
}

}  // namespace desktop
