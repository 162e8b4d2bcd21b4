// The wiring diagram: drag the end of a lead or a rope to another conductor (Shift: swap with the
// one that is there), or away from all of them to open it; double-click a rope to turn it round.
// Keys: Page Up / Page Down choose a lead, A B C N connect it, O opens it, R turns a rope round.
#pragma once

#include <QPen>
#include <QWidget>
#include <optional>

#include "widgets/wiring/wiring_geometry.h"

class QPainter;

namespace widgets {

struct PictureColours;

class WiringDiagram : public QWidget {
    Q_OBJECT
 public:
    explicit WiringDiagram(QWidget* parent = nullptr);

    void show_wiring(const WiringPicture& picture);
    [[nodiscard]] const WiringPicture& wiring() const { return picture_; }
    [[nodiscard]] Lead selected() const { return selected_; }
    [[nodiscard]] WiringGeometry geometry_now() const;
    [[nodiscard]] QSize sizeHint() const override { return {440, 230}; }

 Q_SIGNALS:
    void edited(const widgets::WiringPicture& picture);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    [[nodiscard]] static QString name_of(int conductor);
    void change(const WiringPicture& to);
    void select(int step);
    void paint_conductors(QPainter& painter, const WiringGeometry& g,
                          const PictureColours& c) const;
    void paint_meter(QPainter& painter, const WiringGeometry& g, const PictureColours& c) const;
    void paint_voltage(QPainter& painter, const WiringGeometry& g, const PictureColours& c,
                       int index) const;
    void paint_rope(QPainter& painter, const WiringGeometry& g, const PictureColours& c,
                    int index) const;
    [[nodiscard]] QPointF end_now(const WiringGeometry& g, Lead lead) const;
    [[nodiscard]] QPen lead_pen(const PictureColours& c, Lead lead) const;

    WiringPicture picture_;
    Lead selected_;
    std::optional<QPointF> dragged_to_;  // of the selected lead's end
};

}  // namespace widgets
