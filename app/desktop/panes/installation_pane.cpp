#include "app/desktop/panes/installation_pane.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QTabWidget>
#include <QVBoxLayout>
#include <stdexcept>

#include "app/bench/runner.h"
#include "app/desktop/dials.h"
#include "app/desktop/translate.h"
#include "signals/scenario/check.h"
#include "signals/wiring/wiring.h"
#include "widgets/copying/say.h"
#include "widgets/installation/harmonics_editor.h"
#include "widgets/installation/installation_editor.h"
#include "widgets/phasor/phasor_dial.h"
#include "widgets/wiring/wiring_diagram.h"

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
                if (!view_) return;
                widgets::InstallationSettings settings = settings_of(view_->installation);
                settings.harmonics = harmonics;
                apply(settings);
            });
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
    const bool same = view_ && view_->installation == view->installation &&
                      view_->points.config.system_type == view->points.config.system_type;
    view_ = view;
    if (same) return;
    const int type = view->points.config.system_type;
    editor_->set_balanced_angles(signals::default_voltage_angles(type));
    editor_->show_settings(settings_of(view->installation));
    dial_->show_dial(dial_of(view->installation, type));
    harmonics_->show_harmonics(editor_->settings().harmonics);
    const widgets::WiringPicture wiring = widgets::correct_wiring(type);
    wiring_->show_wiring(wiring);
    show_faults(wiring);
}

void InstallationPane::show_faults(const widgets::WiringPicture& wiring) {
    const QStringList faults = widgets::wiring_faults(wiring);
    faults_->setText(faults.isEmpty()
                         ? tr("Wired as system type %1 wants it").arg(wiring.system_type)
                         : tr("Faults: %1").arg(faults.join(QStringLiteral(", "))));
}

void InstallationPane::turn(widgets::Handle handle, double rms, double degrees) {
    editor_->edit(turned(editor_->settings(), handle, rms, degrees));
}

void InstallationPane::apply(const widgets::InstallationSettings& settings) {
    if (!view_) return;
    try {
        const signals::Installation installation = with_settings(view_->installation, settings);
        signals::check(installation);
        bench_.runner.set_installation(installation);
        dial_->show_dial(dial_of(installation, view_->points.config.system_type));
    } catch (const std::invalid_argument& error) {
        widgets::say(*this, QString::fromUtf8(error.what()));
    }
}

}  // namespace desktop
