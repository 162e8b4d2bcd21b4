// What happened, in order: found by comparing each view with the one before, and told by panes.
//
// Plain data with a limit; nothing here knows a widget.
#pragma once

#include <QString>
#include <cstdint>
#include <deque>
#include <functional>

#include "app/bench/view.h"

namespace desktop {

enum class EventKind : std::uint8_t { key, write, alert, contact, fault, installation, run };

struct Event {
    double seconds = 0.0;  // metering time since power-up
    EventKind kind = EventKind::run;
    QString text;
};

class EventLog {
 public:
    static constexpr std::size_t kMost = 20'000;  // older ones are forgotten

    // Events between two consecutive views.
    void compare(const bench::View& before, const bench::View& after);
    void key(double seconds, meter::Key key, bool down);
    void add(double seconds, EventKind kind, const QString& text);

    [[nodiscard]] const std::deque<Event>& events() const { return events_; }
    [[nodiscard]] std::int64_t forgotten() const { return forgotten_; }

 private:
    std::deque<Event> events_;
    std::int64_t forgotten_ = 0;
};

// "Key", "Write", ... for a person.
[[nodiscard]] QString text_of(EventKind kind);

// One line per alert bit (register 146, meter.md 3.5): "over-voltage A".
[[nodiscard]] QString alert_text(int bit);

}  // namespace desktop
