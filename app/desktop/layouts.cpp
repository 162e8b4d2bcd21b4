#include "app/desktop/layouts.h"

#include <QCoreApplication>
#include <QDockWidget>
#include <algorithm>
#include <array>

namespace desktop {

namespace {

constexpr std::size_t index_of(Place place) { return static_cast<std::size_t>(place); }

using Groups = std::array<QList<QDockWidget*>, 4>;  // by Place

QDockWidget* dock_of(QMainWindow& window, const char* name) {
    return window.findChild<QDockWidget*>(QString::fromLatin1(name));
}

bool names(const Layout& layout, const char* dock) {
    return std::any_of(layout.docks.begin(), layout.docks.end(), [dock](const Placed& placed) {
        return std::string_view{placed.dock} == dock;
    });
}

Groups group(QMainWindow& window, const Layout& layout) {
    Groups groups;
    for (const Placed& placed : layout.docks)
        groups[index_of(placed.place)].append(dock_of(window, placed.dock));
    for (const DockRow& row : dock_table())
        if (!names(layout, row.name)) groups[index_of(row.place)].append(dock_of(window, row.name));
    return groups;
}

void put_tabs(QMainWindow& window, const QList<QDockWidget*>& docks) {
    for (qsizetype i = 1; i < docks.size(); ++i) window.tabifyDockWidget(docks[0], docks[i]);
}

}  // namespace

std::span<const Layout> layouts() {
    // clang-format off
    static const std::vector<Layout> kLayouts{
        {"trainer", QT_TRANSLATE_NOOP("desktop::Layouts", "&Trainer"),
         QT_TRANSLATE_NOOP("desktop::Layouts", "The meter, its installation, what it reads"), "Ctrl+Alt+1",
         {{"device_dock", Place::left}, {"scope_dock", Place::upper}, {"phasor_dock", Place::upper},
          {"spectrum_dock", Place::upper}, {"editor_dock", Place::lower_left},
          {"readings_dock", Place::lower_right}, {"timeline_dock", Place::lower_right}}, 26, 54},
        {"integrator", QT_TRANSLATE_NOOP("desktop::Layouts", "&Integrator"),
         QT_TRANSLATE_NOOP("desktop::Layouts", "Registers, line and polling"), "Ctrl+Alt+2",
         {{"device_dock", Place::left}, {"registers_dock", Place::upper}, {"trend_dock", Place::upper},
          {"line_dock", Place::lower_left}, {"poll_dock", Place::lower_right},
          {"timeline_dock", Place::lower_right}}, 30, 52},
        {"engineer", QT_TRANSLATE_NOOP("desktop::Layouts", "&Engineer"),
         QT_TRANSLATE_NOOP("desktop::Layouts", "Signals, spectrum, registers, trends"), "Ctrl+Alt+3",
         {{"device_dock", Place::left}, {"scope_dock", Place::upper}, {"spectrum_dock", Place::upper},
          {"phasor_dock", Place::upper}, {"registers_dock", Place::upper}, {"trend_dock", Place::upper},
          {"editor_dock", Place::lower_left}, {"readings_dock", Place::lower_right},
          {"line_dock", Place::lower_right}, {"timeline_dock", Place::lower_right}}, 27, 60},
    };
    // clang-format on
    return kLayouts;
}

void arrange(QMainWindow& window, const Layout& layout) {
    Groups groups = group(window, layout);
    for (auto& docks : groups) docks.removeAll(nullptr);
    for (const auto& docks : groups) {
        for (QDockWidget* dock : docks) {
            dock->setFloating(false);
            window.removeDockWidget(dock);
        }
    }
    const auto first = [&](Place place) { return groups[index_of(place)].value(0); };
    QDockWidget* const left = first(Place::left);
    QDockWidget* const upper = first(Place::upper);
    QDockWidget* const lower = first(Place::lower_left);
    QDockWidget* const lower_right = first(Place::lower_right);
    window.addDockWidget(Qt::LeftDockWidgetArea, left);
    window.addDockWidget(Qt::RightDockWidgetArea, upper);
    window.splitDockWidget(upper, lower, Qt::Vertical);
    window.splitDockWidget(lower, lower_right, Qt::Horizontal);
    for (const auto& docks : groups) put_tabs(window, docks);
    for (const DockRow& row : dock_table())
        if (QDockWidget* dock = dock_of(window, row.name))
            dock->setVisible(names(layout, row.name));
    for (const auto& docks : groups) docks[0]->raise();
    const int width = window.width(), height = window.height();
    const int right_width = width * (100 - layout.left_width) / 100;
    window.resizeDocks({left, upper}, {width - right_width, right_width}, Qt::Horizontal);
    window.resizeDocks({lower, lower_right}, {right_width * 62 / 100, right_width * 38 / 100},
                       Qt::Horizontal);
    window.resizeDocks(
        {upper, lower},
        {height * layout.upper_height / 100, height * (100 - layout.upper_height) / 100},
        Qt::Vertical);
}

}  // namespace desktop
