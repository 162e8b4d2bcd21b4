// The run's moments to look back at, its events as lanes and as a table with a filter by kind.
#pragma once

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
    void take_over();

    Bench bench_;
    HistoryBar* history_;
    widgets::EventModel* model_;
    QSortFilterProxyModel* filter_;
    widgets::TimelineStrip* strip_;
    QComboBox* kind_;
    QTableView* table_;
    std::int64_t taken_ = 0;  // events seen so far, forgotten ones included
};

}  // namespace desktop
