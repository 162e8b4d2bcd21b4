// Trends of any registers: chosen from a list, one curve each, recorded since the window opened.
#pragma once

#include <vector>

#include "app/desktop/pane.h"
#include "widgets/scope/scope_geometry.h"

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace widgets {
class TrendPlot;
}

namespace desktop {

class TrendPane final : public Pane {
    Q_OBJECT
 public:
    TrendPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

    // By index into register_table().
    void add(int row);
    void remove(int row);
    [[nodiscard]] const std::vector<int>& rows() const { return rows_; }

 private:
    void make_chooser();
    void redraw();

    Bench bench_;
    std::vector<int> rows_;
    widgets::TimeWindow window_{0.0, 300.0};
    bool following_ = true;
    QComboBox* chooser_;
    QHBoxLayout* legend_;
    QToolButton* live_;
    widgets::TrendPlot* plot_;
};

}  // namespace desktop
