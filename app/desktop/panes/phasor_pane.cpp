#include "app/desktop/panes/phasor_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QVBoxLayout>

#include "app/desktop/dials.h"
#include "widgets/focus/tab_order.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/phasor/power_triangle.h"

namespace desktop {

PhasorPane::PhasorPane(const Bench& /*bench*/, QWidget* parent)
    : Pane(parent),
      dial_(new widgets::PhasorDial{this}),
      triangle_(new widgets::PowerTriangle{this}),
      which_(new QComboBox{this}) {
    dial_->setObjectName(QStringLiteral("measured_dial"));
    dial_->set_editable(false);
    dial_->setToolTip(
        tr("Solid: the meter's rms values, currents turned by its P and Q. Faint: the truth. The "
           "voltages' own angles are the installation's, the meter does not measure them"));
    which_->setObjectName(QStringLiteral("triangle_of"));
    which_->setAccessibleName(tr("Power triangle of"));
    which_->setToolTip(tr("Whose power: the total of the active phases, or one phase"));
    which_->addItems({tr("Total"), tr("Phase A"), tr("Phase B"), tr("Phase C")});
    auto* right = new QVBoxLayout;
    right->setContentsMargins(4, 2, 4, 2);
    right->addWidget(which_);
    right->addWidget(triangle_, 1);
    auto* row = new QHBoxLayout{this};
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(dial_, 1);
    row->addLayout(right, 1);
    setFocusProxy(which_);
    widgets::set_tab_order({dial_, which_, triangle_});
    connect(which_, &QComboBox::activated, this, [this] { show_powers(); });
}

void PhasorPane::show_view(const ViewPtr& view) {
    view_ = view;
    const widgets::Dial truth = true_dial(*view);
    dial_->show_reference(truth);
    dial_->show_dial(measured_dial(*view, truth));
    show_powers();
}

void PhasorPane::show_powers() {
    if (!view_) return;
    const int phase = which_->currentIndex() - 1;  // -1: total
    triangle_->show_powers(which_->currentText(), measured_powers(*view_, phase),
                           true_powers(*view_, phase));
}

}  // namespace desktop
