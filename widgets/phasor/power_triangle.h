// The power triangle: P to the right, Q upwards (lagging) or downwards, S from corner to corner;
// the meter's solid, the truth dashed behind it.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QWidget>
#include <optional>

namespace widgets {

// W, var, VA.
struct Powers {
    double real = 0.0;
    double reactive = 0.0;  // > 0: current lags
    double apparent = 0.0;
    double power_factor = 1.0;

    bool operator==(const Powers&) const = default;
};

// Corners: origin, end of P, end of Q above or below it; both triangles in one scale and fully in
// `pane`.
struct TriangleGeometry {
    TriangleGeometry(const QRectF& pane, const Powers& first, const Powers& second);

    [[nodiscard]] QPolygonF corners(const Powers& powers) const;

 private:
    QPointF origin_;
    double scale_;  // pixels per W
};

// "12.3 kW": the value with the prefix that leaves one to three digits before the point.
QString with_prefix(double value, const QString& unit);

class PowerTriangle : public QWidget {
    Q_OBJECT
 public:
    explicit PowerTriangle(QWidget* parent = nullptr);

    // `what`: "Total", "Phase A". Nothing: not measured in this system type, or not yet.
    void show_powers(const QString& what, const std::optional<Powers>& meter,
                     const std::optional<Powers>& truth);
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QSize sizeHint() const override { return {240, 200}; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    QString what_;
    std::optional<Powers> meter_, truth_;
};

}  // namespace widgets
