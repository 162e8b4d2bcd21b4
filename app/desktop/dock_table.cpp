#include "app/desktop/dock_table.h"

#include <QCoreApplication>

#include "app/desktop/panes/device_pane.h"
#include "app/desktop/panes/installation_pane.h"
#include "app/desktop/panes/line_pane.h"
#include "app/desktop/panes/phasor_pane.h"
#include "app/desktop/panes/poll_pane.h"
#include "app/desktop/panes/readings_pane.h"
#include "app/desktop/panes/registers_pane.h"
#include "app/desktop/panes/scope_pane.h"
#include "app/desktop/panes/spectrum_pane.h"
#include "app/desktop/panes/timeline_pane.h"
#include "app/desktop/panes/trend_pane.h"

namespace desktop {

namespace {

template <class P>
Pane* make(const Bench& bench, QWidget* parent) {
    return new P{bench, parent};
}

// clang-format off
constexpr DockRow kDocks[] = {
    {"device_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Device"),
     QT_TRANSLATE_NOOP("desktop::Docks", "The meter on its rail: display, keys, contacts, line"),
     "Ctrl+1", Place::left, 16, make<DevicePane>},
    {"editor_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Installation"),
     QT_TRANSLATE_NOOP("desktop::Docks", "What is connected to the meter: voltages, currents, harmonics, wiring"),
     "Ctrl+2", Place::lower_left, 16, make<InstallationPane>},
    {"readings_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Readings"),
     QT_TRANSLATE_NOOP("desktop::Docks", "What the meter says beside the truth"),
     "Ctrl+3", Place::lower_right, 250, make<ReadingsPane>},
    {"scope_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Scope"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Terminal signals, converter counts and integrated samples over time"),
     "Ctrl+4", Place::upper, 250, make<ScopePane>},
    {"phasor_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Phasors"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Phasors and power triangle, as measured and as they are"),
     "Ctrl+5", Place::upper, 250, make<PhasorPane>},
    {"spectrum_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Spectrum"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Harmonics to order 40 and total harmonic distortion"),
     "Ctrl+6", Place::upper, 500, make<SpectrumPane>},
    {"registers_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Registers"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Every Modbus register, live, and where its number comes from"),
     "Ctrl+7", Place::upper, 250, make<RegistersPane>},
    {"trend_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Trends"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Any registers over minutes to days"),
     "Ctrl+8", Place::upper, 500, make<TrendPane>},
    {"timeline_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Timeline"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Keys, writes, alerts, faults and edits in the order they happened"),
     "Ctrl+9", Place::lower_right, 250, make<TimelinePane>},
    {"line_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Line"),
     QT_TRANSLATE_NOOP("desktop::Docks", "What passes on the line, its ports, and faults made on it"),
     "Ctrl+0", Place::lower_left, 100, make<LinePane>},
    {"poll_dock", QT_TRANSLATE_NOOP("desktop::Docks", "Poll"),
     QT_TRANSLATE_NOOP("desktop::Docks", "Read a meter as its Modbus master: this one or a real one"),
     "Ctrl+P", Place::lower_right, 1000, make<PollPane>},
};
// clang-format on

}  // namespace

std::span<const DockRow> dock_table() { return kDocks; }

}  // namespace desktop
