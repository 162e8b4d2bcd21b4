#include "app/desktop/panes/installation_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>
#include <stdexcept>
#include <utility>

#include "app/bench/runner.h"
#include "app/desktop/dials.h"
#include "app/desktop/error_text.h"
#include "app/desktop/translate.h"
#include "app/desktop/undo_stacks.h"
#include "app/desktop/wiring.h"
#include "signals/scenario/check.h"
#include "signals/wiring/wiring.h"
#include "widgets/copying/say.h"
#include "widgets/installation/harmonics_editor.h"
#include "widgets/installation/installation_editor.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/wiring/wiring_diagram.h"
#include "widgets/words/translated.h"

namespace desktop {

InstallationPane::InstallationPane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      bench_(bench),
      tabs_(new QTabWidget{this}),
      editor_(new widgets::InstallationEditor{tabs_}),
      dial_(new widgets::PhasorDial{tabs_}),
      harmonics_(new widgets::HarmonicsEditor{tabs_}),
      wiring_(new widgets::WiringDiagram{tabs_}),
      faults_(new QLabel{tabs_}) {
    tabs_->setObjectName(QStringLiteral("installation_tabs"));
    tabs_->setDocumentMode(true);
    tabs_->addTab(make_phases(), tr("&Phases"));
    tabs_->addTab(harmonics_, tr("&Harmonics"));
    tabs_->addTab(make_wiring(), tr("&Wiring"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs_);
    setFocusProxy(tabs_);
    connect(editor_, &widgets::InstallationEditor::edited, this, &InstallationPane::apply);
    connect(dial_, &widgets::PhasorDial::moved, this, &InstallationPane::turn);
    connect(harmonics_, &widgets::HarmonicsEditor::edited, this,
            [this](const std::vector<widgets::HarmonicSetting>& harmonics) {
                widgets::InstallationSettings settings = conductors_;
                settings.harmonics = harmonics;
                apply(settings);
            });
    connect(wiring_, &widgets::WiringDiagram::edited, this, &InstallationPane::rewire);
}

QWidget* InstallationPane::make_phases() {
    auto* page = new QWidget{tabs_};
    auto* row = new QHBoxLayout{page};
    row->setContentsMargins(0, 0, 0, 0);
    dial_->set_editable(true);
    row->addWidget(editor_);
    row->addWidget(dial_, 1);
    return page;
}

QWidget* InstallationPane::make_wiring() {
    auto* page = new QWidget{tabs_};
    auto* column = new QVBoxLayout{page};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(wiring_, 1);
    faults_->setContentsMargins(6, 0, 6, 3);
    faults_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    column->addWidget(faults_);
    return page;
}

void InstallationPane::show_view(const ViewPtr& view) {
    const int type = view->points.config.system_type;
    const bool new_meter = !view_ || view_->meter != view->meter;
    const bool new_type = new_meter || view_->points.config.system_type != type;
    const bool changed = new_meter || !(view_->installation == view->installation);
    const bool rewired = new_meter || !(view_->wiring == view->wiring);
    view_ = view;
    if (new_type || (changed && !sent_.is_ours(view->installation))) show_installation();
    if (new_type || (rewired && !wired_.is_ours(view->wiring))) show_wiring();
}

void InstallationPane::show_installation() {
    editor_->set_balanced_angles(signals::default_voltage_angles(view_->points.config.system_type));
    conductors_ = settings_of(view_->installation);
    sent_.forget(view_->installation);
    show_conductors();
}

void InstallationPane::show_wiring() {
    wired_.forget(view_->wiring);
    const widgets::WiringPicture wiring =
        picture_of(view_->wiring, view_->points.config.system_type);
    drawn_ = wiring;
    wiring_->show_wiring(wiring);
    show_faults(wiring);
}

void InstallationPane::show_conductors() {
    editor_->show_settings(conductors_);
    dial_->show_dial(
        dial_of(with_settings(view_->installation, conductors_), view_->points.config.system_type));
    harmonics_->show_harmonics(conductors_.harmonics);
}

void InstallationPane::rewire(const widgets::WiringPicture& wiring) { edit({conductors_, wiring}); }

void InstallationPane::show_faults(const widgets::WiringPicture& wiring) {
    const QStringList faults = widgets::wiring_faults(wiring);
    faults_->setText(faults.isEmpty()
                         ? tr("Wired as system type %1 wants it").arg(wiring.system_type)
                         : tr("Faults: %1").arg(faults.join(QStringLiteral(", "))));
}

void InstallationPane::turn(widgets::Handle handle, double rms, double degrees) {
    handle_ = static_cast<int>(handle.quantity) * 3 + handle.phase;
    editor_->edit(turned(conductors_, handle, rms, degrees));
    handle_ = -1;
}

void InstallationPane::apply(const widgets::InstallationSettings& settings) {
    edit({settings, drawn_});
}

// Judged before it is on the stack: what cannot be is no edit.
void InstallationPane::edit(Conductors after) {
    if (!view_) return;
    try {
        signals::check(with_settings(view_->installation, after.settings));
    } catch (const std::invalid_argument& error) {
        widgets::say(*this, error_text(error));
        wiring_->show_wiring(drawn_);
        return show_conductors();
    }
    bench_.undo.of(view_->meter)
        .push(new InstallationEdit{
            {conductors_, drawn_},
            std::move(after),
            handle_,
            [this, meter = view_->meter](const Conductors& to) { put(meter, to); }});
}

// While it cannot be seen it gets no views: what it knows may be older, and of another meter.
void InstallationPane::put(std::size_t meter, const Conductors& conductors) {
    const bool knows = view_->meter == meter && !visibleRegion().isEmpty();
    if (const ViewPtr newest = knows ? nullptr : bench_.runner.view(meter)) show_view(newest);
    if (view_->meter != meter) return;
    const bool rewired = !(drawn_ == conductors.wiring);
    const bool changed = !(conductors_ == conductors.settings);
    conductors_ = conductors.settings;
    drawn_ = conductors.wiring;
    if (rewired) send_wiring();
    if (changed) send_installation();
    show_conductors();
}

void InstallationPane::send_wiring() {
    wiring_->show_wiring(drawn_);
    show_faults(drawn_);
    wired_.sent(matrices_of(drawn_));
    bench_.runner.enter(view_->meter,
                        [event = wiring_event(drawn_)](bench::Rig& rig) { rig.begin(event); });
}

void InstallationPane::send_installation() {
    const signals::Installation installation = with_settings(view_->installation, conductors_);
    sent_.sent(installation);
    bench_.runner.set_installation(view_->meter, installation);
}

}  // namespace desktop
