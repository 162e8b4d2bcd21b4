// Trends of any registers: chosen from a list, one curve each, recorded since the window opened.
//
// They show the past of the moment on show: of the run what its present branch has lived through,
// of an earlier moment what lies before that. Afterwards they are as they were.
#pragma once

#include <optional>
#include <vector>

#include "app/bench/trend_recorder.h"
#include "app/desktop/pane.h"
#include "widgets/scope/scope_geometry.h"

class QComboBox;
class QHBoxLayout;
class QToolButton;

namespace widgets {
struct TrendCurve;
class TrendPlot;
}  // namespace widgets

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

    [[nodiscard]] const widgets::TimeWindow& time_window() const { return window_; }

 private:
    // Where a person has left the window before an earlier moment was looked at.
    struct Left {
        widgets::TimeWindow window;
        bool following;
    };

    void make_chooser();
    void look(const bench::View& view);
    void come_back(const bench::View& view);
    void redraw();
    [[nodiscard]] widgets::TrendCurve curve_of(int row) const;

    Bench bench_;
    std::vector<int> rows_;
    widgets::TimeWindow window_{0.0, 300.0};
    bool following_ = true;
    std::optional<bench::TrendRecorder::Moment> looked_at_;
    std::optional<Left> left_;
    QComboBox* chooser_;
    QHBoxLayout* legend_;
    QToolButton* live_;
    widgets::TrendPlot* plot_;
};

}  // namespace desktop
