// Habits of good desktop programs, held by every widget of the window: names for screen readers,
// keys for everything, a sane tab order, copying, tool tips with units, no modal stops.
#include <gtest/gtest.h>

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QAccessible>
#include <QAction>
#include <QDockWidget>
#include <QFileDialog>
#include <QHeaderView>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QSet>
#include <QTabBar>
#include <QTabWidget>
#include <QTableView>
#include <QToolBar>

#include "app/desktop/dock_table.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/lcd/lcd_widget.h"

namespace desktop {
namespace {

std::string what(const QWidget& widget) {
    return widget.metaObject()->className() + std::string{" "} + widget.objectName().toStdString();
}

// Parts that Qt makes inside of its own widgets.
bool is_part(const QWidget& widget) {
    return widget.objectName().startsWith(QStringLiteral("qt_")) ||
           widget.inherits("QTableCornerButton") || widget.inherits("QHeaderView") ||
           widget.inherits("QDockWidgetTitleButton") || widget.inherits("QComboBoxListView") ||
           qobject_cast<const QAbstractSpinBox*>(widget.parentWidget()) != nullptr ||
           widget.inherits("QComboBoxPrivateContainer") || widget.inherits("QMenu");
}

class WindowHabits : public test::WindowTest {
 protected:
    void SetUp() override {
        open();
        run_to(3 * kSecond);
    }
    // Calls `look` with each dock in turn on top, and each tab in it.
    void each_page(const std::function<void(QDockWidget&)>& look) {
        for (const DockRow& row : dock_table()) {
            auto& dock = child<QDockWidget>(row.name);
            dock.show();
            dock.raise();
            const auto pages = dock.findChildren<QTabWidget*>();
            const int count = pages.isEmpty() ? 1 : pages[0]->count();
            for (int page = 0; page < count; ++page) {
                if (!pages.isEmpty()) pages[0]->setCurrentIndex(page);
                ASSERT_TRUE(QTest::qWaitFor([&] { return dock.widget()->isVisible(); }));
                QCoreApplication::processEvents();
                look(dock);
            }
        }
    }
    static bool takes_tab(const QWidget& widget) {
        return (widget.focusPolicy() & Qt::TabFocus) != 0 && widget.isVisible() &&
               widget.isEnabled() && widget.focusProxy() == nullptr;
    }
    static QStringList actions_of(const QWidget& widget) {
        QStringList keys;
        for (const QAction* action : widget.actions()) keys.append(action->shortcut().toString());
        return keys;
    }
};

TEST_F(WindowHabits, WhatTakesTheFocusHasANameForScreenReaders) {
    int looked = 0;
    each_page([&](QDockWidget& dock) {
        for (QWidget* widget : dock.findChildren<QWidget*>()) {
            if (!takes_tab(*widget) || is_part(*widget)) continue;
            QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(widget);
            ASSERT_NE(seen, nullptr) << what(*widget);
            const bool tabs = qobject_cast<QTabBar*>(widget) != nullptr;
            EXPECT_TRUE(tabs || !seen->text(QAccessible::Name).isEmpty()) << what(*widget);
            ++looked;
        }
    });
    EXPECT_GT(looked, 40);
}

TEST_F(WindowHabits, TheGlassIsReadToThoseWhoDoNotSeeIt) {
    auto& lcd = child<widgets::LcdWidget>("lcd");
    QAccessibleInterface* seen = QAccessible::queryAccessibleInterface(&lcd);
    ASSERT_NE(seen, nullptr);
    const auto said = [&] { return seen->text(QAccessible::Description); };
    EXPECT_EQ(said(), window->lcd_text());
    const QString before = said();
    runner->key(meter::Key::plus, true);
    runner->key(meter::Key::plus, false);
    run_to(window->view()->frame + kSecond);
    EXPECT_NE(said(), before);
    EXPECT_EQ(said(), window->lcd_text());
}

TEST_F(WindowHabits, EveryActionIsReachableByKeys) {
    QSet<const QAction*> in_menus;
    const std::function<void(const QMenu&)> collect = [&](const QMenu& menu) {
        for (const QAction* action : menu.actions()) {
            in_menus.insert(action);
            if (action->menu() != nullptr) collect(*action->menu());
        }
    };
    for (const QAction* top : window->menuBar()->actions()) {
        EXPECT_TRUE(top->text().contains(QLatin1Char{'&'})) << top->text().toStdString();
        collect(*top->menu());
    }
    for (QWidget* widget : window->findChildren<QWidget*>())
        if (widget->contextMenuPolicy() == Qt::ActionsContextMenu)
            for (const QAction* action : widget->actions()) in_menus.insert(action);
    for (const QMenu* menu : window->findChildren<QMenu*>()) collect(*menu);
    for (const QAction* action : window->findChildren<QAction*>()) {
        if (action->isSeparator() || action->text().isEmpty() || action->menu() != nullptr ||
            qobject_cast<const QToolBar*>(action->parent()) != nullptr ||
            qobject_cast<const QDockWidget*>(action->parent()) != nullptr ||
            qobject_cast<const QLineEdit*>(action->parent()) != nullptr)
            continue;
        EXPECT_TRUE(in_menus.contains(action) || !action->shortcut().isEmpty())
            << action->text().toStdString();
    }
}

TEST_F(WindowHabits, TabVisitsEveryFieldOfADockInReadingOrder) {
    each_page([&](QDockWidget& dock) {
        QList<QWidget*> fields;
        for (QWidget* widget : dock.findChildren<QWidget*>())
            if (takes_tab(*widget) && !is_part(*widget)) fields.append(widget);
        if (fields.isEmpty()) return;
        QSet<const QWidget*> visited;
        const QWidget* before = nullptr;
        const QWidget* at = window.get();
        while ((at = at->nextInFocusChain()) != window.get()) {
            if (dock.isAncestorOf(at) && takes_tab(*at) && !is_part(*at)) {
                EXPECT_FALSE(visited.contains(at)) << what(*at);
                visited.insert(at);
                const bool siblings = before != nullptr && before->parent() == at->parent();
                if (siblings) {
                    EXPECT_GT(at->geometry().bottom(), before->geometry().top())
                        << what(*before) << " then " << what(*at);
                }
                before = at;
            }
        }
        for (const QWidget* field : fields) EXPECT_TRUE(visited.contains(field)) << what(*field);
    });
}

TEST_F(WindowHabits, EveryTableIsCopiedAndEveryPlotAsAPicture) {
    int tables = 0;
    for (const QAbstractItemView* view : window->findChildren<QAbstractItemView*>()) {
        if (is_part(*view)) continue;
        const QStringList keys = actions_of(*view);
        EXPECT_TRUE(keys.contains(QStringLiteral("Ctrl+C"))) << what(*view);
        EXPECT_TRUE(keys.contains(QStringLiteral("Ctrl+Shift+C"))) << what(*view);
        ++tables;
    }
    EXPECT_GE(tables, 6);
    for (const char* name :
         {"scope", "phasor_dial", "measured_dial", "power_triangle", "voltage_spectrum",
          "current_spectrum", "trend_plot", "wiring", "meter_face", "timeline_strip"})
        EXPECT_TRUE(actions_of(child<QWidget>(name)).contains(QStringLiteral("Ctrl+Alt+C")))
            << name;
}

TEST_F(WindowHabits, NothingIsModal) {
    QList<QAction*> actions;
    for (const QAction* top : window->menuBar()->actions()) actions += top->menu()->actions();
    for (QAction* action : window->findChildren<QAction*>())
        if (action->text().endsWith(QChar{0x2026})) actions.append(action);
    for (QAction* action : actions) {
        if (action->menu() != nullptr || action->shortcut() == QKeySequence{"Ctrl+Q"}) continue;
        action->trigger();
        QCoreApplication::processEvents();
        EXPECT_EQ(QApplication::activeModalWidget(), nullptr) << action->text().toStdString();
        for (QDialog* dialog : window->findChildren<QDialog*>()) dialog->close();
    }
}

TEST_F(WindowHabits, NumbersComeWithTheirUnits) {
    for (const QAbstractSpinBox* box : window->findChildren<QAbstractSpinBox*>()) {
        const QString text = box->text();
        EXPECT_FALSE(text.isEmpty() || text.back().isDigit())
            << what(*box) << ": " << text.toStdString() << " has no unit";
    }
    for (const char* name :
         {"scope", "phasor_dial", "measured_dial", "power_triangle", "voltage_spectrum",
          "current_spectrum", "trend_plot", "wiring", "meter_face", "timeline_strip", "speed",
          "register_search", "line_filter", "scope_level", "frequency"})
        EXPECT_FALSE(child<QWidget>(name).toolTip().isEmpty()) << name;
}

}  // namespace
}  // namespace desktop
