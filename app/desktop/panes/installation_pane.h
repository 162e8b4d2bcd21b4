// The installation: phases as table and dial, harmonics, wiring. Every edit goes to the bench at
// once; what the scenario's rules refuse is said in the status bar and changes nothing.
//
// Table, dial and harmonics are of the conductors; the wiring decides what of them comes to the
// terminals, and that is the installation that the bench gets. When somebody else changes the
// bench's installation, it is taken for correctly wired.
#pragma once

#include <deque>

#include "app/desktop/pane.h"
#include "widgets/installation/installation_settings.h"
#include "widgets/phasor/dial_geometry.h"
#include "widgets/wiring/wiring_picture.h"

class QLabel;
class QTabWidget;

namespace widgets {
class HarmonicsEditor;
class InstallationEditor;
class PhasorDial;
class WiringDiagram;
}  // namespace widgets

namespace desktop {

class InstallationPane final : public Pane {
    Q_OBJECT
 public:
    InstallationPane(const Bench& bench, QWidget* parent);
    void show_view(const ViewPtr& view) override;

 private:
    QWidget* make_phases();
    QWidget* make_wiring();
    void apply(const widgets::InstallationSettings& settings);
    void turn(widgets::Handle handle, double rms, double degrees);
    void rewire(const widgets::WiringPicture& wiring);
    void show_conductors();
    void send();
    [[nodiscard]] bool is_ours(const signals::Installation& installation);
    void show_faults(const widgets::WiringPicture& wiring);

    Bench bench_;
    ViewPtr view_;
    widgets::InstallationSettings conductors_;
    std::deque<signals::Installation> sent_;  // to the bench; the newest that it showed is first
    QTabWidget* tabs_;
    widgets::InstallationEditor* editor_;
    widgets::PhasorDial* dial_;
    widgets::HarmonicsEditor* harmonics_;
    widgets::WiringDiagram* wiring_;
    QLabel* faults_;
};

}  // namespace desktop
