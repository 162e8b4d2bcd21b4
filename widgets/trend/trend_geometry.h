// Curves over time on one pane: curves of one unit share a scale. Plain data.
#pragma once

#include <QPolygonF>
#include <QRectF>
#include <QString>
#include <map>
#include <vector>

#include "widgets/scope/scope_geometry.h"

namespace widgets {

struct TrendCurve {
    QString name;
    QString unit;
    double first = 0.0;              // s, when part 0 begins
    double step = 1.0;               // s
    std::vector<float> least, most;  // NaN: a gap
};

struct TrendRange {
    double low = 0.0, high = 1.0;

    [[nodiscard]] double y_of(double value, const QRectF& pane) const;
};

// Holds every curve of each unit with 5 % to spare; a flat one gets some room.
std::map<QString, TrendRange> trend_ranges(const std::vector<TrendCurve>& curves);

// Stretches without a gap, least and most of each part in turn.
std::vector<QPolygonF> trend_lines(const TrendCurve& curve, const TimeWindow& window,
                                   const TrendRange& range, const QRectF& pane);

// The middle of the part at `time`; NaN where there is none.
double trend_value(const TrendCurve& curve, double time);

QRectF trend_pane(const QSizeF& size);

}  // namespace widgets
