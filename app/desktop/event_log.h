// What happened, in order: found by comparing each view with the one before, and told by panes.
//
// Plain data with a limit; nothing here knows a widget.
#pragma once

#include <QString>
#include <cstdint>
#include <deque>
#include <memory>
#include <optional>
#include <vector>

#include "app/bench/history/lineage.h"
#include "app/bench/view.h"

namespace desktop {

enum class EventKind : std::uint8_t { key, write, alert, contact, fault, installation, run };

struct Event {
    double seconds = 0.0;  // metering time since power-up
    EventKind kind = EventKind::run;
    QString text;
    int piece = 0;  // of the run's lineage that it happened in
};

class EventLog {
 public:
    static constexpr std::size_t kMost = 20'000;  // older ones are forgotten

    // Events between two consecutive views.
    void compare(const bench::View& before, const bench::View& after);
    void key(double seconds, meter::Key key, bool down);
    void add(double seconds, EventKind kind, const QString& text);

    // The newest view's, before its events are added. What was added while an earlier moment was
    // looked at belongs to the branch that the run is in afterwards: it went on because of that.
    void follow(const bench::TimeView& time);
    // Of so many meters this one is on show: what is added from now on is said to be of it, where
    // there are several and it is not the whole line's.
    void about(std::size_t meter, std::size_t meters);
    void clear();  // another run

    // What a view shows the past of: the run up to now, or up to a moment that is looked at.
    using Past = std::vector<bench::Lineage::Part>;
    [[nodiscard]] Past past(const bench::TimeView& time) const;
    [[nodiscard]] static bool is_in(const Past& past, const Event& event);

    [[nodiscard]] const std::deque<Event>& events() const { return events_; }
    [[nodiscard]] std::int64_t forgotten() const { return forgotten_; }

 private:
    std::deque<Event> events_;
    std::int64_t forgotten_ = 0;
    bench::Lineage lineage_;
    std::shared_ptr<const std::vector<bench::BranchView>> branches_;  // that it was told of
    int present_ = 1;  // number of the branch that the run is in
    bool looking_ = false;
    std::optional<std::size_t> meter_;  // on show; nothing: there is but one
};

// "Key", "Write", ... for a person.
[[nodiscard]] QString text_of(EventKind kind);

// One line per alert bit (register 146, meter.md 3.5): "over-voltage A".
[[nodiscard]] QString alert_text(int bit);

}  // namespace desktop
