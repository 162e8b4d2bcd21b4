// Phasors and power triangle: what the meter measures in front of the truth.
#pragma once

#include "app/desktop/pane.h"

class QComboBox;

namespace widgets {
class PhasorDial;
class PowerTriangle;
}  // namespace widgets

namespace desktop {

class PhasorPane final : public Pane {
    Q_OBJECT
 public:
    PhasorPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    void show_powers();

    ViewPtr view_;
    widgets::PhasorDial* dial_;
    widgets::PowerTriangle* triangle_;
    QComboBox* which_;
};

}  // namespace desktop
