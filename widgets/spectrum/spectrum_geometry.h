// Where the bars of a spectrum are. Plain data.
#pragma once

#include <QRectF>
#include <QString>
#include <vector>

namespace widgets {

inline constexpr int kSpectrumOrders = 40;

// One signal: percent[h - 1] is the magnitude of order h in % of the fundamental.
struct SpectrumSeries {
    QString name;
    int phase = 0;
    double fundamental = 0.0;  // rms
    QString unit;
    std::vector<double> percent;
    double thd = 0.0;  // %
};

struct SpectrumGeometry {
    // Bars of orders 2..40 for `series` signals side by side; `full` % is the height of the pane.
    SpectrumGeometry(const QSizeF& size, int series, double full);

    QRectF pane;
    // NaN or a negative percentage is a bar without height; one above `full` is cut off.
    [[nodiscard]] QRectF bar(int order, int series, double percent) const;
    // The order under a point; 0 when there is none.
    [[nodiscard]] int order_at(const QPointF& point) const;

 private:
    double slot_;   // pixels per order
    double width_;  // of a bar
    double full_;
};

// The smallest of 1, 2, 5, 10, 20, 50, 100 % (and on) that holds all orders from 2 on.
double full_percent(const std::vector<SpectrumSeries>& series);

}  // namespace widgets
