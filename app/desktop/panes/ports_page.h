// The ports of the meter's line, opened and closed while it runs.
//
// The same kinds as the options of `metertwin-cli run` (app/cli/port_options.h) and the commands
// `open` and `close` of its console. What cannot be opened is said below the list, with the
// system's reason, and stays there until the next try.
#pragma once

#include <QWidget>

#include "app/desktop/pane.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;

namespace desktop {

class PortsPage final : public QWidget {
    Q_OBJECT
 public:
    PortsPage(const Bench& bench, QWidget* parent);

 private:
    QWidget* make_form();
    void show_kind();
    void open();
    void close();
    void forget(const QString& address, bool was_open);
    void add(const QString& kind, const QString& address);
    void tell(const QString& text);

    Bench bench_;
    QComboBox* kind_ = nullptr;
    QLineEdit* where_ = nullptr;
    QListWidget* ports_;
    QLabel* message_;
};

}  // namespace desktop
