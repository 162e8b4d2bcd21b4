#include "app/desktop/panes/spectrum_pane.h"

#include <QVBoxLayout>

#include "app/desktop/terminal_spectrum.h"
#include "widgets/spectrum/spectrum_plot.h"

namespace desktop {

SpectrumPane::SpectrumPane(const Bench& /*bench*/, QWidget* parent)
    : Pane(parent),
      voltage_(new widgets::SpectrumPlot{tr("Voltages, % of the fundamental"), this}),
      current_(new widgets::SpectrumPlot{tr("Currents, % of the fundamental"), this}) {
    voltage_->setObjectName(QStringLiteral("voltage_spectrum"));
    current_->setObjectName(QStringLiteral("current_spectrum"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(1);
    column->addWidget(voltage_);
    column->addWidget(current_);
    setFocusProxy(voltage_);
}

void SpectrumPane::show_view(const ViewPtr& view) {
    const bool same = shown_ && shown_->installation == view->installation &&
                      shown_->wiring == view->wiring &&
                      shown_->points.config.system_type == view->points.config.system_type;
    if (same) return;
    shown_ = view;
    TerminalSpectrum spectrum = terminal_spectrum(*view);
    voltage_->show_series(std::move(spectrum.voltage));
    current_->show_series(std::move(spectrum.current));
}

}  // namespace desktop
