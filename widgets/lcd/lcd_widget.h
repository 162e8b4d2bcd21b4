// The glass as a picture: segments drawn as vectors from the bitmap, at any scale.
//
// The accessible description is the glass's lossless text form (core/panel/lcd.h).
#pragma once

#include <QWidget>

#include "core/panel/lcd.h"
#include "widgets/lcd/lcd_geometry.h"
#include "widgets/lcd/lcd_look.h"

namespace widgets {

class LcdWidget : public QWidget {
    Q_OBJECT
 public:
    explicit LcdWidget(QWidget* parent = nullptr);

    void show_lcd(const meter::Lcd& lcd);
    void set_look(const LcdLook& look);
    [[nodiscard]] const LcdLook& look() const { return look_; }
    [[nodiscard]] const meter::Lcd& lcd() const { return lcd_; }
    // The text form of what is shown.
    [[nodiscard]] QString text() const;

    [[nodiscard]] QSize sizeHint() const override;

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    [[nodiscard]] QColor colour(bool lit) const;

    LcdGeometry geometry_;
    LcdLook look_;
    meter::Lcd lcd_{};
};

}  // namespace widgets
