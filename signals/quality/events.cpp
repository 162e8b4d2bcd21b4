#include "signals/quality/events.h"

#include <algorithm>
#include <limits>

namespace signals {
namespace {

constexpr double kNever = std::numeric_limits<double>::infinity();

}  // namespace

const char* to_string(EventKind kind) {
    constexpr std::array<const char*, 3> kNames{"sag", "swell", "interruption"};
    return kNames[static_cast<std::size_t>(kind)];
}

EventDetector::EventDetector(double declared, const EventLimits& l, std::array<bool, 3> phases)
    : phases_(phases),
      // clang-format off
      watches_{{{EventKind::sag, l.sag * declared, (l.sag + l.hysteresis) * declared, true, false, {}, {}, {}},
                {EventKind::swell, l.swell * declared, (l.swell - l.hysteresis) * declared, false, false, {}, {}, {}},
                {EventKind::interruption, l.interruption * declared, (l.interruption + l.hysteresis) * declared, true, true, {}, {}, {}}}} {}
// clang-format on

bool EventDetector::begun(const Watch& w) const {
    int beyond = 0;
    int counted = 0;
    for (std::size_t x = 0; x < 3; ++x) {
        counted += phases_[x] ? 1 : 0;
        beyond += phases_[x] && w.beyond[x] ? 1 : 0;
    }
    return beyond > 0 && (!w.all || beyond == counted);
}

std::optional<QualityEvent> EventDetector::step(Watch& w, std::size_t phase, double rms,
                                                double begin, double end) {
    const bool enters = w.below ? rms < w.enter : rms > w.enter;
    const bool leaves = w.below ? rms >= w.leave : rms <= w.leave;
    if (enters && !w.beyond[phase]) w.since[phase] = begin;
    w.beyond[phase] = enters || (w.beyond[phase] && !leaves);
    const bool going_on = begun(w);
    if (going_on && !w.event) {
        w.event.emplace();
        w.event->kind = w.kind;
        w.event->begin = w.since[phase];
        w.event->extreme.fill(w.below ? kNever : 0.0);
        w.event->worst = w.below ? kNever : 0.0;
    }
    if (!w.event) return std::nullopt;
    QualityEvent& e = *w.event;
    const auto further = [&w](double a, double b) {
        return w.below ? std::min(a, b) : std::max(a, b);
    };
    e.extreme[phase] = further(e.extreme[phase], rms);
    e.worst = further(e.worst, rms);
    for (std::size_t x = 0; x < 3; ++x) e.phase[x] = e.phase[x] || (phases_[x] && w.beyond[x]);
    if (going_on) return std::nullopt;
    QualityEvent out = e;
    out.end = end;
    w.event.reset();
    return out;
}

std::vector<QualityEvent> EventDetector::add(std::size_t phase, double rms, double begin,
                                             double end) {
    std::vector<QualityEvent> out;
    if (!phases_[phase]) return out;
    for (Watch& watch : watches_) {
        if (auto event = step(watch, phase, rms, begin, end)) out.push_back(*event);
    }
    return out;
}

std::vector<QualityEvent> EventDetector::open() const {
    std::vector<QualityEvent> out;
    for (const Watch& watch : watches_) {
        if (watch.event) out.push_back(*watch.event);
    }
    return out;
}

bool EventDetector::flagged() const {
    return std::any_of(watches_.begin(), watches_.end(),
                       [](const Watch& watch) { return watch.event.has_value(); });
}

}  // namespace signals
