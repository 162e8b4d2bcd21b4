#include "widgets/timeline/timeline_strip.h"

#include <QMouseEvent>
#include <QPainter>
#include <algorithm>
#include <cmath>

#include "widgets/copying/copying.h"
#include "widgets/picture/picture_colours.h"
#include "widgets/scope/scope_paint.h"

namespace widgets {

namespace {

constexpr double kLeft = 84, kRight = 10, kTop = 4, kBottom = 18;
constexpr double kReach = 8.0;
constexpr double kShortest = 10.0;  // s

}  // namespace

LaneGeometry::LaneGeometry(const QSizeF& size, int lanes)
    : pane(kLeft, kTop, std::max(size.width() - kLeft - kRight, 1.0),
           std::max(size.height() - kTop - kBottom, 1.0)),
      lane_height(pane.height() / std::max(lanes, 1)) {}

QPointF LaneGeometry::mark(const EventLine& event, const TimeWindow& window) const {
    return {x_of(event.seconds, window, pane), pane.top() + (event.kind + 0.5) * lane_height};
}

TimelineStrip::TimelineStrip(const EventModel& model, QWidget* parent)
    : QWidget(parent), model_(model) {
    setObjectName(QStringLiteral("timeline_strip"));
    setAccessibleName(tr("Timeline"));
    setToolTip(tr("Events of the run, one lane per kind; a click chooses the event in the table"));
    setMinimumSize(220, 90);
    offer_copying(*this, {{}, {}, true, QStringLiteral("timeline")});
}

void TimelineStrip::show_until(double now) {
    window_.span = std::max(now, kShortest);
    update();
}

int TimelineStrip::event_at(const QPointF& point) const {
    const LaneGeometry geometry{QSizeF{size()}, static_cast<int>(model_.kinds().size())};
    int best = -1;
    double nearest = kReach;
    for (int row = 0; row < model_.rowCount(); ++row) {
        const QPointF off = geometry.mark(model_.line(row), window_) - point;
        const double distance = std::hypot(off.x(), off.y());
        if (distance > nearest) continue;
        nearest = distance;
        best = row;
    }
    return best;
}

void TimelineStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.ground);
    const int lanes = static_cast<int>(model_.kinds().size());
    const LaneGeometry geometry{QSizeF{size()}, lanes};
    painter.fillRect(geometry.pane, colours.pane);
    for (int lane = 0; lane < lanes; ++lane) {
        const double y = geometry.pane.top() + (lane + 0.5) * geometry.lane_height;
        painter.setPen(QPen{colours.grid, 1});
        painter.drawLine(QPointF{geometry.pane.left(), y}, QPointF{geometry.pane.right(), y});
        painter.setPen(colours.text);
        painter.drawText(QRectF{0, y - 8, kLeft - 6, 16}, Qt::AlignRight | Qt::AlignVCenter,
                         model_.kinds()[lane]);
    }
    painter.setPen(colours.text);
    const QRectF foot{geometry.pane.left(), geometry.pane.bottom() + 2, geometry.pane.width(), 16};
    painter.drawText(foot, Qt::AlignLeft, clock_text(window_.start));
    painter.drawText(foot, Qt::AlignRight, clock_text(window_.end()));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen{colours.pane, 1});
    painter.setBrush(colours.phase[0]);
    double last_x = -1e9;
    int last_kind = -1;
    for (int row = 0; row < model_.rowCount(); ++row) {
        const EventLine& event = model_.line(row);
        const QPointF at = geometry.mark(event, window_);
        if (event.kind == last_kind && at.x() - last_x < 1.0) continue;  // pixels, not events
        last_x = at.x();
        last_kind = event.kind;
        painter.drawEllipse(at, 4, 4);
    }
}

void TimelineStrip::mousePressEvent(QMouseEvent* event) {
    const int row = event_at(event->position());
    if (row >= 0) Q_EMIT event_clicked(row);
}

}  // namespace widgets
