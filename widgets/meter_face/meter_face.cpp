#include "widgets/meter_face/meter_face.h"

#include <QAction>
#include <QLinearGradient>
#include <QPainter>
#include <array>

#include "widgets/copying/copying.h"
#include "widgets/keypad/keypad.h"
#include "widgets/lcd/lcd_widget.h"

namespace widgets {

namespace {

constexpr QColor kBodyTop{0xf1, 0xf2, 0xf0};
constexpr QColor kBodyBottom{0xcf, 0xd2, 0xd3};
constexpr QColor kBodyEdge{0x7d, 0x82, 0x86};
constexpr QColor kFront{0x23, 0x27, 0x2d};
constexpr QColor kStrip{0x33, 0x3a, 0x40};
constexpr QColor kInk{0x2b, 0x2f, 0x33};
constexpr QColor kScrew{0xc4, 0xc9, 0xcc};
constexpr QColor kSlot{0x5d, 0x63, 0x68};
constexpr QColor kLabel{0xe8, 0xec, 0xef};
constexpr QColor kLampOff{0x8a, 0x90, 0x94};
constexpr QColor kEnergyLamp{0xff, 0xb4, 0x1f};
constexpr QColor kAlarmLamp{0xd5, 0x2b, 0x1e};

QFont small_font(int pixels, bool bold) {
    QFont font;
    font.setPixelSize(pixels);
    font.setBold(bold);
    return font;
}

QLinearGradient downwards(const QRectF& rect, const QColor& top, const QColor& bottom) {
    QLinearGradient gradient{rect.topLeft(), rect.bottomLeft()};
    gradient.setColorAt(0, top);
    gradient.setColorAt(1, bottom);
    return gradient;
}

void paint_rail(QPainter& painter, const QRectF& rail) {
    QLinearGradient metal = downwards(rail, {0x9a, 0xa0, 0xa5}, {0x83, 0x89, 0x8e});
    metal.setColorAt(0.18, {0xd4, 0xd8, 0xda});
    metal.setColorAt(0.82, {0xb9, 0xbe, 0xc1});
    painter.setPen(QPen{QColor{0x70, 0x76, 0x7a}, 1});
    painter.setBrush(metal);
    painter.drawRect(rail);
}

void paint_terminal(QPainter& painter, const Terminal& terminal, bool top) {
    painter.setPen(QPen{kSlot, 1});
    painter.setBrush(kScrew);
    painter.drawEllipse(terminal.centre, kTerminalRadius, kTerminalRadius);
    painter.setPen(QPen{kSlot, 2});
    const QPointF slot{kTerminalRadius * 0.55, kTerminalRadius * 0.55};
    painter.drawLine(terminal.centre - slot, terminal.centre + slot);
    painter.setPen(kLabel);
    const double y = terminal.centre.y() + (top ? 9.5 : -22.5);
    painter.drawText(QRectF{terminal.centre.x() - 12, y, 24, 13}, Qt::AlignCenter, terminal.label);
}

}  // namespace

MeterFace::MeterFace(QWidget* parent)
    : QWidget(parent), lcd_(new LcdWidget{this}), keypad_(new Keypad{this}) {
    setObjectName(QStringLiteral("meter_face"));
    setAccessibleName(tr("Meter"));
    setMinimumSize(260, 250);
    setToolTip(
        tr("Energy contact: normally open, closes for each Wh pulse. Alarm contact: "
           "normally closed, closed means phase loss or no control power"));
    offer_copying(*this, {[this] { return lcd_->text(); }, {}, true, QStringLiteral("meter")});
    offer_looks();
    show_meter({}, false, true);
}

void MeterFace::offer_looks() {
    struct Choice {
        const char* text;
        void (*change)(LcdLook&);
    };
    constexpr std::array kChoices{
        Choice{QT_TR_NOOP("Back-light on or off"), [](LcdLook& l) { l.backlight = !l.backlight; }},
        Choice{QT_TR_NOOP("Unlit segments on or off"), [](LcdLook& l) { l.ghosts = !l.ghosts; }},
        Choice{QT_TR_NOOP("Next contrast"), [](LcdLook& l) {
                   l.contrast = static_cast<LcdLook::Contrast>((l.contrast + 1) % 3);
               }}};
    for (const Choice& choice : kChoices) {
        auto* action = new QAction{tr(choice.text), this};
        connect(action, &QAction::triggered, this, [this, change = choice.change] {
            LcdLook look = lcd_->look();
            change(look);
            lcd_->set_look(look);
            Q_EMIT look_changed(look);
        });
        addAction(action);
    }
}

void MeterFace::show_meter(const meter::Lcd& lcd, bool energy_closed, bool alarm_closed) {
    lcd_->show_lcd(lcd);
    if (energy_closed == energy_closed_ && alarm_closed == alarm_closed_) return;
    energy_closed_ = energy_closed;
    alarm_closed_ = alarm_closed;
    setAccessibleDescription(tr("Energy contact %1, alarm contact %2")
                                 .arg(energy_closed ? tr("closed") : tr("open"),
                                      alarm_closed ? tr("closed") : tr("open")));
    update();
}

void MeterFace::resizeEvent(QResizeEvent* /*event*/) {
    lcd_->setGeometry(place_on_face(geometry_.glass, size()).toRect());
    keypad_->setGeometry(place_on_face(geometry_.keys, size()).toRect());
}

void MeterFace::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter{this};
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF face = fit_face(size());
    painter.translate(face.topLeft());
    painter.scale(face.width() / kFaceWidth, face.height() / kFaceHeight);
    paint_rail(painter, geometry_.rail);
    paint_body(painter);
    paint_groups(painter);
    paint_contact(painter, tr("ENERGY"), energy_closed_, kEnergyLamp);
    paint_contact(painter, tr("ALARM"), alarm_closed_, kAlarmLamp);
    paint_lamp(painter, geometry_.energy_lamp, energy_closed_, kEnergyLamp);
    paint_lamp(painter, geometry_.alarm_lamp, alarm_closed_, kAlarmLamp);
}

void MeterFace::paint_body(QPainter& painter) const {
    painter.setPen(QPen{kBodyEdge, 1.2});
    painter.setBrush(downwards(geometry_.body, kBodyTop, kBodyBottom));
    painter.drawRoundedRect(geometry_.body, 10, 10);
    painter.setPen(Qt::NoPen);
    painter.setBrush(kFront);
    painter.drawRoundedRect(geometry_.front, 8, 8);
    painter.setPen(kInk);
    painter.setFont(small_font(13, true));
    painter.drawText(geometry_.name, Qt::AlignLeft | Qt::AlignVCenter, QStringLiteral("MeterTwin"));
    painter.setFont(small_font(9, false));
    painter.drawText(geometry_.name.adjusted(80, 1, 0, 1), Qt::AlignLeft | Qt::AlignVCenter,
                     tr("Series 4000-R model"));
}

void MeterFace::paint_groups(QPainter& painter) const {
    for (const TerminalGroup& group : geometry_.groups) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(kStrip);
        painter.drawRoundedRect(group.frame, 4, 4);
        painter.setFont(small_font(10, true));
        for (const Terminal& terminal : group.terminals) {
            paint_terminal(painter, terminal, group.top);
        }
        painter.setPen(kInk);
        painter.setFont(small_font(9, true));
        const double y = group.top ? group.frame.bottom() + 2 : group.frame.top() - 14;
        painter.drawText(QRectF{group.frame.left() - 30, y, group.frame.width() + 60, 12},
                         Qt::AlignCenter, group.title);
    }
}

// A ring in the lamp's colour and a bridge between the terminals of a closed contact.
void MeterFace::paint_contact(QPainter& painter, const QString& title, bool closed,
                              const QColor& colour) const {
    for (const TerminalGroup& group : geometry_.groups) {
        if (group.title != title || !closed) continue;
        painter.setPen(QPen{colour, 2.2});
        painter.setBrush(Qt::NoBrush);
        for (const Terminal& terminal : group.terminals)
            painter.drawEllipse(terminal.centre, kTerminalRadius + 1, kTerminalRadius + 1);
        painter.drawLine(group.terminals.front().centre + QPointF{kTerminalRadius + 1, 0},
                         group.terminals.back().centre - QPointF{kTerminalRadius + 1, 0});
    }
}

void MeterFace::paint_lamp(QPainter& painter, const QPointF& centre, bool closed,
                           const QColor& colour) const {
    painter.setPen(QPen{kInk, 1});
    painter.setBrush(closed ? colour : kLampOff);
    painter.drawEllipse(centre, kLampRadius, kLampRadius);
    painter.setPen(kInk);
    painter.setFont(small_font(9, false));
    painter.drawText(QRectF{centre.x() + 10, centre.y() - 7, 90, 14},
                     Qt::AlignLeft | Qt::AlignVCenter, closed ? tr("closed") : tr("open"));
}

}  // namespace widgets
