// Events as marks on lanes, one lane per kind, the newest at the right. A click tells which event.
#pragma once

#include <QWidget>
#include <vector>

#include "widgets/scope/scope_geometry.h"
#include "widgets/timeline/event_model.h"

namespace widgets {

struct LaneGeometry {
    LaneGeometry(const QSizeF& size, int lanes);

    QRectF pane;
    double lane_height;
    [[nodiscard]] QPointF mark(const EventLine& event, const TimeWindow& window) const;
};

class TimelineStrip : public QWidget {
    Q_OBJECT
 public:
    // `model` must outlive the strip.
    explicit TimelineStrip(const EventModel& model, QWidget* parent = nullptr);

    // From 0 to `now` seconds.
    void show_until(double now);
    // The row of the event whose mark is nearest to a point, within 8 pixels; -1: none.
    [[nodiscard]] int event_at(const QPointF& point) const;
    [[nodiscard]] QSize sizeHint() const override { return {400, 110}; }

 Q_SIGNALS:
    void event_clicked(int row);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;

 private:
    const EventModel& model_;
    TimeWindow window_{0.0, 60.0};
};

}  // namespace widgets
