#include "widgets/history/history_strip.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QWheelEvent>
#include <algorithm>
#include <array>
#include <utility>

#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr double kLaneHeight = 16.0, kHandle = 6.0;
constexpr std::size_t kMostHeight = 8;  // lanes; more share the room

struct Move {
    int key;
    double seconds;
    int branch;
};
struct Wish {
    int key;
    void (HistoryStrip::*signal)();
};
constexpr std::array kWishes{Wish{Qt::Key_Return, &HistoryStrip::go_on_requested},
                             Wish{Qt::Key_Enter, &HistoryStrip::go_on_requested},
                             Wish{Qt::Key_F2, &HistoryStrip::rename_requested},
                             Wish{Qt::Key_Delete, &HistoryStrip::delete_requested}};

constexpr std::array kMoves{Move{Qt::Key_Left, -1, 0},     Move{Qt::Key_Right, 1, 0},
                            Move{Qt::Key_PageUp, -10, 0},  Move{Qt::Key_PageDown, 10, 0},
                            Move{Qt::Key_Home, -1e300, 0}, Move{Qt::Key_End, 1e300, 0},
                            Move{Qt::Key_Up, 0, -1},       Move{Qt::Key_Down, 0, 1}};

}  // namespace

HistoryStrip::HistoryStrip(QWidget* parent) : QWidget(parent) {
    setObjectName(QStringLiteral("history_strip"));
    setAccessibleName(tr("Moments of the run"));
    setToolTip(
        tr("Drag to any earlier moment; the run stands still meanwhile. Arrow keys: a second, with "
           "Ctrl a tenth; Page keys: ten; Home and End; Up and Down: another branch; Enter: "
           "continue from there; F2: name the branch; Delete: give it up"));
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

QSize HistoryStrip::sizeHint() const {
    const std::size_t lanes = std::clamp<std::size_t>(lanes_.size(), 1, kMostHeight);
    return {220, static_cast<int>(kLaneHeight * static_cast<double>(lanes)) + 6};
}

void HistoryStrip::show_run(std::vector<BranchLane> lanes, int present, const RunMoment& shown,
                            bool looking) {
    const bool more = lanes.size() != lanes_.size();
    lanes_ = std::move(lanes);
    present_ = present;
    looking_ = looking;
    if (!dragging_) shown_ = shown;
    if (more) updateGeometry();
    say_moment();
    update();
}

QString HistoryStrip::moment_text() const {
    return tr("%1 s of %2")
        .arg(shown_.seconds, 0, 'f', 1)
        .arg(lanes_[static_cast<std::size_t>(shown_.branch)].name);
}

void HistoryStrip::say_moment() {
    const QString text = moment_text();
    if (accessibleDescription() != text) setAccessibleDescription(text);
}

void HistoryStrip::ask(const RunMoment& moment) {
    if (moment == shown_) return;
    shown_ = moment;
    say_moment();
    update();
    Q_EMIT moment_requested(moment.branch, moment.seconds);
}

void HistoryStrip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const PictureColours& colours = picture_colours(palette());
    painter.fillRect(rect(), colours.pane);
    const BranchGeometry geometry = geometry_now();
    for (int b = 0; b < static_cast<int>(lanes_.size()); ++b) {
        const BranchLane& lane = lanes_[static_cast<std::size_t>(b)];
        painter.setPen(QPen{b == shown_.branch ? colours.phase[0] : colours.text,
                            b == present_ ? 3.0 : 1.5,
                            b == present_ ? Qt::SolidLine : Qt::DashLine});
        const QPointF from = geometry.point({b, lane.fork}), to = geometry.point({b, lane.tip});
        if (lane.parent >= 0) {
            const QPointF parting{from.x(), geometry.point({lane.parent, lane.fork}).y()};
            painter.drawLine(parting, from);
            painter.setBrush(colours.text);
            painter.drawEllipse(parting, 2, 2);
        }
        painter.drawLine(from, to);
    }
    painter.setPen(QPen{hasFocus() ? palette().highlight().color() : colours.text, 2});
    painter.setBrush(looking_ ? palette().highlight() : palette().button());
    painter.drawEllipse(geometry.point(shown_), kHandle, kHandle);
}

void HistoryStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    dragging_ = true;
    ask(geometry_now().moment(event->position()));
}

void HistoryStrip::mouseMoveEvent(QMouseEvent* event) {
    if (!dragging_) return;
    RunMoment moment = geometry_now().moment(event->position());
    moment.branch = shown_.branch;  // a drag stays in its branch
    ask(geometry_now().clamped(moment));
}

void HistoryStrip::mouseReleaseEvent(QMouseEvent* /*event*/) { dragging_ = false; }

void HistoryStrip::wheelEvent(QWheelEvent* event) {
    const double by = event->angleDelta().y() > 0 ? 1.0 : -1.0;
    ask(geometry_now().clamped({shown_.branch, shown_.seconds + by}));
}

void HistoryStrip::keyPressEvent(QKeyEvent* event) {
    for (const Wish& wish : kWishes)
        if (event->key() == wish.key) return Q_EMIT(this->*wish.signal)();
    const auto* move = std::find_if(kMoves.begin(), kMoves.end(),
                                    [&](const Move& row) { return row.key == event->key(); });
    if (move == kMoves.end()) return QWidget::keyPressEvent(event);
    const double unit = event->modifiers().testFlag(Qt::ControlModifier) ? 0.1 : 1.0;
    ask(geometry_now().clamped(
        {shown_.branch + move->branch, shown_.seconds + unit * move->seconds}));
}

}  // namespace widgets
