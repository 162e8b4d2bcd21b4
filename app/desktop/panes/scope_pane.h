// The scope: terminals, converter counts and integrated samples, recorded while it can be seen.
//
// While an earlier moment is looked at it shows what led up to that, with a window of its own;
// afterwards it is as it was. Of another meter it shows what comes from then on, held or not: what
// was held is not that one's.
#pragma once

#include <optional>

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
    void advance(const widgets::ScopeSettings& settings);
    void look(const bench::TimeView& time);
    void change_meter(std::size_t meter);
    [[nodiscard]] ScopeSweep& sweep() { return looked_ ? looked_->sweep : sweep_; }
    [[nodiscard]] const bench::ScopeRecorder& recorder() const;

    // What is looked at.
    struct Looked {
        ScopeSweep sweep;
        int branch = -1;
        std::int64_t frame = -1;  // that is on show
    };

    Bench bench_;
    std::size_t meter_ = 0;
    ScopeSweep sweep_;
    std::optional<Looked> looked_;
    widgets::ScopeControls* controls_;
    widgets::ScopeWidget* screen_;
};

}  // namespace desktop
