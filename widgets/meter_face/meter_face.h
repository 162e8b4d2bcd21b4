// The device on its rail: glass, keys, terminals, lamps for the two contacts.
#pragma once

#include <QWidget>

#include "core/panel/lcd.h"
#include "widgets/lcd/lcd_look.h"
#include "widgets/meter_face/face_geometry.h"

class QPainter;

namespace widgets {

class Keypad;
class LcdWidget;

class MeterFace : public QWidget {
    Q_OBJECT
 public:
    explicit MeterFace(QWidget* parent = nullptr);

    // Contacts: true is closed.
    void show_meter(const meter::Lcd& lcd, bool energy_closed, bool alarm_closed);

    [[nodiscard]] LcdWidget& lcd() const { return *lcd_; }
    [[nodiscard]] Keypad& keypad() const { return *keypad_; }
    [[nodiscard]] QSize sizeHint() const override { return {430, 420}; }

 Q_SIGNALS:
    // A person has chosen another look of the glass (context menu).
    void look_changed(const widgets::LcdLook& look);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

 private:
    void paint_body(QPainter& painter) const;
    void paint_groups(QPainter& painter) const;
    void offer_looks();
    void paint_contact(QPainter& painter, const QString& title, bool closed,
                       const QColor& colour) const;
    void paint_lamp(QPainter& painter, const QPointF& centre, bool closed,
                    const QColor& colour) const;

    FaceGeometry geometry_;
    LcdWidget* lcd_;
    Keypad* keypad_;
    bool energy_closed_ = false;
    bool alarm_closed_ = false;
};

}  // namespace widgets
