// What a dock holds: a widget that shows views of the bench and asks the bench for things.
#pragma once

#include <QSettings>
#include <QWidget>
#include <memory>

#include "app/bench/view.h"

namespace bench {
class Records;
class Runner;
}  // namespace bench

namespace desktop {

class EventLog;
class UndoStacks;

using ViewPtr = std::shared_ptr<const bench::View>;

// What panes share. Everything outlives them.
struct Bench {
    bench::Runner& runner;
    const bench::Records& records;
    EventLog& events;
    QString port;      // path of the meter's line
    UndoStacks& undo;  // of the installation's edits
};

class Pane : public QWidget {
    Q_OBJECT
 public:
    using QWidget::QWidget;

    // The newest view; called while the pane can be seen, as often as its dock's row says.
    virtual void show_view(const ViewPtr& view) = 0;
    // It can be seen from now on, or no longer; before the first view.
    virtual void looked_at(bool /*now*/) {}
    // What a person has set about it, kept between two runs.
    virtual void recall(const QSettings& /*settings*/) {}
    virtual void keep(QSettings& /*settings*/) const {}
};

}  // namespace desktop
