#include "app/desktop/dock_host.h"

#include <QAction>
#include <QApplication>
#include <QCoreApplication>
#include <QDockWidget>
#include <QMenu>
#include <string_view>

namespace desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::Docks)
};

bool can_be_seen(const QWidget& widget) {
    return widget.isVisible() && !widget.visibleRegion().isEmpty();
}

}  // namespace

DockHost::DockHost(QMainWindow& window, const Bench& bench) {
    for (const DockRow& row : dock_table()) {
        auto* dock = new QDockWidget{Words::tr(row.title), &window};
        dock->setObjectName(QString::fromLatin1(row.name));
        Pane* pane = row.make(bench, dock);
        if (pane->accessibleName().isEmpty()) pane->setAccessibleName(Words::tr(row.title));
        dock->setWidget(pane);
        window.addDockWidget(Qt::RightDockWidgetArea, dock);
        docks_.push_back({&row, dock, pane, {}});
        QObject::connect(
            dock, &QDockWidget::visibilityChanged, dock,
            [this](bool visible) {
                if (visible && newest_) show_view(newest_, false);
            },
            Qt::QueuedConnection);  // it is laid out then
    }
}

DockHost::~DockHost() {
    for (const Hosted& hosted : docks_) delete hosted.dock;
}

void DockHost::show_view(const ViewPtr& view, bool at_once) {
    newest_ = view;
    for (Hosted& hosted : docks_) {
        const bool seen = can_be_seen(*hosted.pane);
        const bool appeared = seen && !hosted.seen;
        if (seen != hosted.seen) hosted.pane->looked_at(seen);
        hosted.seen = seen;
        if (!seen) continue;
        const bool due = !hosted.since.isValid() || hosted.since.elapsed() >= hosted.row->period;
        if (!due && !at_once && !appeared) continue;
        hosted.since.start();
        hosted.pane->show_view(view);
    }
}

void DockHost::fill_menu(QMenu& menu) {
    for (const Hosted& hosted : docks_) {
        auto* action = new QAction{Words::tr(hosted.row->title), &menu};
        action->setToolTip(Words::tr(hosted.row->tip));
        action->setStatusTip(Words::tr(hosted.row->tip));
        action->setShortcut(QKeySequence{QString::fromLatin1(hosted.row->keys)});
        action->setCheckable(true);
        action->setChecked(true);
        QObject::connect(action, &QAction::triggered, hosted.dock, [hosted] { toggle(hosted); });
        QObject::connect(hosted.dock->toggleViewAction(), &QAction::toggled, action,
                         &QAction::setChecked);
        menu.addAction(action);
    }
}

void DockHost::toggle(const Hosted& hosted) {
    const QWidget* focus = QApplication::focusWidget();
    const bool inside = focus != nullptr && hosted.dock->isAncestorOf(focus);
    if (hosted.dock->isVisible() && inside) {
        hosted.dock->hide();
        return;
    }
    hosted.dock->show();
    hosted.dock->raise();
    QWidget* first = hosted.pane->focusProxy() != nullptr ? hosted.pane->focusProxy()
                                                          : hosted.pane->nextInFocusChain();
    if (first != nullptr) first->setFocus(Qt::ShortcutFocusReason);
    hosted.dock->toggleViewAction()->setChecked(true);
}

void DockHost::recall(const QSettings& settings) {
    for (const Hosted& hosted : docks_) hosted.pane->recall(settings);
}

void DockHost::keep(QSettings& settings) const {
    for (const Hosted& hosted : docks_) hosted.pane->keep(settings);
}

Pane* DockHost::pane(const char* name) const {
    for (const Hosted& hosted : docks_)
        if (std::string_view{hosted.row->name} == name) return hosted.pane;
    return nullptr;
}

}  // namespace desktop
