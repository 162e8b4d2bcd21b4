// A phasor dial: three voltages (filled heads), three currents (open heads), letters at the tips.
//
// Editable: drag a tip with the mouse (Shift: only its length, Ctrl: only its angle), or choose one
// with Page Up / Page Down and turn it with Left Right, lengthen it with Up Down; steps are 1
// degree and 1 %, with Shift ten times, with Ctrl a tenth of that.
#pragma once

#include <QWidget>
#include <optional>

#include "widgets/phasor/dial_geometry.h"

class QPainter;

namespace widgets {

struct PictureColours;

class PhasorDial : public QWidget {
    Q_OBJECT
 public:
    explicit PhasorDial(QWidget* parent = nullptr);

    void set_editable(bool on);
    // Faint phasors behind the others, for comparison.
    void show_reference(const std::optional<Dial>& dial);
    // Ignored for the phasor that is being dragged.
    void show_dial(const Dial& dial);
    [[nodiscard]] const Dial& dial() const { return dial_; }
    [[nodiscard]] Handle selected() const { return selected_; }
    [[nodiscard]] DialGeometry geometry_now() const;
    // "VA 277 V 0.0 deg" and so on, one line per phasor.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString csv() const;
    [[nodiscard]] QSize sizeHint() const override { return {240, 240}; }

 Q_SIGNALS:
    // A person has moved a phasor: what it is now.
    void moved(widgets::Handle handle, double rms, double degrees);

 protected:
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

 private:
    DialPhasor& at(Handle handle);
    void change(Handle handle, DialPhasor to);
    void select(int step);
    void paint_rings(QPainter& painter, const DialGeometry& g, const PictureColours& c) const;
    void paint_phasors(QPainter& painter, const DialGeometry& g, const PictureColours& c,
                       const Dial& dial, bool faint) const;

    Dial dial_;
    std::optional<Dial> reference_;
    double voltage_full_ = 300.0;
    double current_full_ = 150.0;
    bool editable_ = false;
    Handle selected_;
    bool dragging_ = false;
};

}  // namespace widgets
