// The run's moments to look back at, its events as lanes and as a table with a filter by kind:
// those in the past of what is on show, not of other branches, nor what comes after a moment looked
// at.
#pragma once

#include <deque>

#include "app/desktop/event_log.h"
#include "app/desktop/pane.h"

class QComboBox;
class QSortFilterProxyModel;
class QTableView;

namespace widgets {
class EventModel;
class TimelineStrip;
}  // namespace widgets

namespace desktop {

class HistoryBar;

class TimelinePane final : public Pane {
    Q_OBJECT
 public:
    TimelinePane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    void take_over(const bench::TimeView& time);
    void take_from(std::int64_t number, const EventLog::Past& past);

    Bench bench_;
    HistoryBar* history_;
    widgets::EventModel* model_;
    QSortFilterProxyModel* filter_;
    widgets::TimelineStrip* strip_;
    QComboBox* kind_;
    QTableView* table_;
    // What the table shows the past of.
    struct Shown {
        int branch = 0;               // its number
        std::int64_t looked_at = -1;  // frame; -1: now
        bool operator==(const Shown&) const = default;
    };
    Shown shown_;
    std::int64_t taken_ = 0;         // events seen so far, forgotten ones included
    std::deque<std::int64_t> rows_;  // number of the event in each row of the table
};

}  // namespace desktop
