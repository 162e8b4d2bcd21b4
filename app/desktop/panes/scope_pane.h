// The scope: terminals, converter counts and integrated samples, recorded while it can be seen.
#pragma once

#include "app/desktop/pane.h"
#include "app/desktop/scope_sweep.h"

namespace widgets {
class ScopeControls;
class ScopeWidget;
}  // namespace widgets

namespace desktop {

class ScopePane final : public Pane {
    Q_OBJECT
 public:
    ScopePane(const Bench& bench, QWidget* parent);
    ~ScopePane() override;

    void show_view(const ViewPtr& view) override;
    void looked_at(bool now) override;

    // The traces on show as CSV: time and one column per trace, as many rows as there are samples
    // or parts.
    [[nodiscard]] QString csv() const;

 protected:
    void keyPressEvent(QKeyEvent* event) override;

 private:
    void set(const widgets::ScopeSettings& settings);
    void redraw();

    Bench bench_;
    ScopeSweep sweep_;
    widgets::ScopeControls* controls_;
    widgets::ScopeWidget* screen_;
};

}  // namespace desktop
