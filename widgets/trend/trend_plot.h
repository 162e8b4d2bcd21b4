// Curves over minutes to days, with a cursor. Wheel and + - zoom, drag and Left Right pan, Home
// follows the newest; the cursor is under the pointer, or moved with Ctrl and Left Right.
#pragma once

#include <QPen>
#include <QWidget>
#include <vector>

#include "widgets/trend/trend_geometry.h"

class QPainter;

namespace widgets {

struct PictureColours;

class TrendPlot : public QWidget {
    Q_OBJECT
 public:
    explicit TrendPlot(QWidget* parent = nullptr);

    void show_curves(std::vector<TrendCurve> curves, const TimeWindow& window);
    [[nodiscard]] const std::vector<TrendCurve>& curves() const { return curves_; }
    [[nodiscard]] int columns() const;
    // Values at the cursor, one line per curve.
    [[nodiscard]] QString text() const;
    // time_s and minimum and maximum of each curve, one line per part.
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QSize sizeHint() const override { return {600, 240}; }

    // Line of a curve's legend and curve: colour and dash tell it.
    static QPen pen_of(int curve, const PictureColours& colours);

 Q_SIGNALS:
    void zoom_requested(double factor, double at);
    void pan_requested(double part);
    void newest_requested();

 protected:
    void paintEvent(QPaintEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void paint_axes(QPainter& painter, const QRectF& pane, const PictureColours& c) const;
    void paint_cursor(QPainter& painter, const QRectF& pane, const PictureColours& c) const;
    [[nodiscard]] double cursor_time() const;

    std::vector<TrendCurve> curves_;
    std::map<QString, TrendRange> ranges_;
    TimeWindow window_;
    double cursor_ = -1.0;  // 0 left, 1 right; below 0: none
    double drag_x_ = 0.0;
};

}  // namespace widgets
