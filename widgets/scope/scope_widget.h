// A scope of the six terminal signals: voltages above, currents below, triggered by the rising
// zero crossing of VA. Scales choose themselves; they are written at the panes.
#pragma once

#include <QWidget>
#include <array>

#include "widgets/scope/scope_geometry.h"

class QPainter;

namespace widgets {

class ScopeWidget : public QWidget {
    Q_OBJECT
 public:
    explicit ScopeWidget(QWidget* parent = nullptr);

    void show_record(ScopeRecord record);
    [[nodiscard]] double per_division(int pane) const;
    [[nodiscard]] bool triggered() const { return triggered_; }
    [[nodiscard]] QSize sizeHint() const override { return {640, 360}; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    void paint_pane(QPainter& painter, int pane, const QRectF& rect) const;

    ScopeRecord record_;
    std::array<double, kScopePanes> per_division_{};
    double start_ = 0.0;
    bool triggered_ = false;
};

}  // namespace widgets
