// Spectra of the terminal voltages and currents with THD.
#pragma once

#include "app/desktop/pane.h"

namespace widgets {
class SpectrumPlot;
}

namespace desktop {

class SpectrumPane final : public Pane {
    Q_OBJECT
 public:
    SpectrumPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    ViewPtr shown_;
    widgets::SpectrumPlot* voltage_;
    widgets::SpectrumPlot* current_;
};

}  // namespace desktop
