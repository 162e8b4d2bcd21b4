// Trends of any registers: chosen from a list, one curve each, recorded since the window opened.
//
// They show the past of the moment on show: of the run what its present branch has lived through,
// of an earlier moment what lies before that. Afterwards they are as they were.
//
// Each meter of a bus is recorded all the while and has curves and a window of its own; one that
// is looked at for the first time begins with those on show.
#pragma once

#include <cstddef>
#include <map>
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

    // What was on show of a meter when another one was chosen.
    struct Chosen {
        std::vector<int> rows;
        Left at;
    };

    void make_chooser();
    void append(int row);
    void take_out(int row);
    void change_meter(const bench::View& view);
    void look(const bench::View& view);
    void come_back(const bench::View& view);
    void show_at(const Left& at, const bench::View& view);
    void redraw();
    [[nodiscard]] widgets::TrendCurve curve_of(int row) const;

    Bench bench_;
    std::size_t meter_ = 0;
    std::map<std::size_t, Chosen> others_;
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
