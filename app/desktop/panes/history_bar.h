// Back in time: the run's moments as a strip, and buttons to come back or go on from there.
#pragma once

#include <QWidget>

#include "app/desktop/pane.h"

class QLabel;
class QPushButton;

namespace widgets {
class HistoryStrip;
}

namespace desktop {

class HistoryBar final : public QWidget {
    Q_OBJECT
 public:
    HistoryBar(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view);

 private:
    void look(int branch, double seconds);

    Bench bench_;
    ViewPtr view_;
    widgets::HistoryStrip* strip_;
    QLabel* text_;
    QPushButton* now_;
    QPushButton* go_on_;
};

// "Branch 2", or the name that it was given.
[[nodiscard]] QString branch_name(const bench::TimeView& time, int branch);

}  // namespace desktop
