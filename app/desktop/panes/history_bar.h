// Back in time: the run's moments as a strip, buttons to come back or go on from there, and the
// list of branches, where they are named and deleted.
#pragma once

#include <QWidget>
#include <functional>
#include <string>

#include "app/desktop/pane.h"

class QLabel;
class QMenu;
class QPushButton;
class QToolButton;

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
    void fill_branches(QMenu& menu);
    // Both ask first; the branch is the one on show.
    void rename();
    void remove();
    // What the runner says to it, from its thread.
    [[nodiscard]] std::function<void(const std::string&)> tell_error();
    void show_text();

    Bench bench_;
    ViewPtr view_;
    widgets::HistoryStrip* strip_;
    QLabel* text_;
    QPushButton* now_;
    QPushButton* go_on_;
    QToolButton* branches_;
};

// "Branch 2", or the name that it was given.
[[nodiscard]] QString branch_name(const bench::TimeView& time, int branch);

}  // namespace desktop
