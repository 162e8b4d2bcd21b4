// The installation: phases as table and dial, harmonics, wiring. Every edit goes to the bench at
// once and can be undone; what the scenario's rules refuse is said in the status bar and changes
// nothing.
//
// Table, dial and harmonics are of the conductors. What the wiring diagram draws goes to the bench
// as an event of the kind `wiring`, as a scenario's; what somebody else changes is shown.
#pragma once

#include "app/desktop/echoes.h"
#include "app/desktop/pane.h"
#include "app/desktop/undo.h"
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
    void edit(Conductors after);
    void put(std::size_t meter, const Conductors& conductors);
    void turn(widgets::Handle handle, double rms, double degrees);
    void rewire(const widgets::WiringPicture& wiring);
    void show_conductors();
    void show_installation();
    void show_wiring();
    void send_wiring();
    void send_installation();
    void show_faults(const widgets::WiringPicture& wiring);

    Bench bench_;
    ViewPtr view_;
    widgets::InstallationSettings conductors_;
    widgets::WiringPicture drawn_;
    int handle_ = -1;  // of the dial, while it is dragged
    Echoes<signals::Installation> sent_;
    Echoes<signals::Wiring> wired_;
    QTabWidget* tabs_;
    widgets::InstallationEditor* editor_;
    widgets::PhasorDial* dial_;
    widgets::HarmonicsEditor* harmonics_;
    widgets::WiringDiagram* wiring_;
    QLabel* faults_;
};

}  // namespace desktop
