// The ports of the meter's line, opened and closed while it runs.
//
// The same kinds as the options of `metertwin-cli run` (app/cli/port_options.h) and the commands
// `open` and `close` of its console. What cannot be opened is said below the list, with the
// system's reason, and stays there until the next try.
//
// Ports stay when another run is opened: they are the window's. Work that is recovered after its
// window has gone brings them back, all but the window's own pty, of which each has one.
#pragma once

#include <QByteArray>
#include <QStringList>
#include <QWidget>

#include "app/desktop/pane.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QListWidgetItem;

namespace desktop {

struct PortRow;

class PortsPage final : public QWidget {
    Q_OBJECT
 public:
    PortsPage(const Bench& bench, QWidget* parent);

    // Those that a person has opened: a line of kind and address each.
    [[nodiscard]] QByteArray keep() const;
    // Opens those again that are not open here and were not closed here. Returns what a person has
    // to know, a sentence each: what could not be opened and why, and what has another address now.
    [[nodiscard]] QStringList reopen(const QByteArray& kept);

 private:
    QWidget* make_form();
    void show_kind();
    void open();
    QString open_at(const PortRow& row, const QString& where);  // throws as the runner does
    void close();
    void forget(const QString& address, bool was_open);
    QListWidgetItem& add(const PortRow& row, const QString& address);
    [[nodiscard]] bool is_open(const QString& address) const;
    void tell(const QString& text);

    Bench bench_;
    QStringList closed_;  // addresses
    QComboBox* kind_ = nullptr;
    QLineEdit* where_ = nullptr;
    QListWidget* ports_;
    QLabel* message_;
};

}  // namespace desktop
