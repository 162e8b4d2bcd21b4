// Makes the docks of dock_table() in a window and shows views to the panes that can be seen.
#pragma once

#include <QElapsedTimer>
#include <QMainWindow>
#include <vector>

#include "app/desktop/dock_table.h"

class QDockWidget;
class QMenu;

namespace desktop {

class DockHost {
 public:
    DockHost(QMainWindow& window, const Bench& bench);
    ~DockHost();  // deletes the docks: what `bench` names is still there then

    DockHost(const DockHost&) = delete;
    DockHost& operator=(const DockHost&) = delete;

    // To every pane that can be seen and whose period has passed; to all that can be seen when
    // `at_once` (somebody is changing something and wants to see it). A pane that comes into sight
    // later gets the newest view then: while the run is paused no other comes.
    void show_view(const ViewPtr& view, bool at_once);

    // One action per dock, with its shortcut: shows the dock and gives it the focus, or hides it
    // when it has the focus already.
    void fill_menu(QMenu& menu);

    void recall(const QSettings& settings);
    void keep(QSettings& settings) const;

    // The pane of the dock called `name`; null when there is none.
    [[nodiscard]] Pane* pane(const char* name) const;

 private:
    struct Hosted {
        const DockRow* row;
        QDockWidget* dock;
        Pane* pane;
        QElapsedTimer since;  // the last view
        bool seen = false;    // it could be seen then
    };

    static void toggle(const Hosted& hosted);

    std::vector<Hosted> docks_;
    ViewPtr newest_;
};

}  // namespace desktop
