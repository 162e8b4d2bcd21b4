// Copy as text, as CSV, as picture, and the same into files: one set of actions for every widget.
//
// The actions are in the widget's context menu (right button or menu key) and have the same keys
// everywhere: Ctrl+C, Ctrl+Shift+C, Ctrl+Alt+C while the widget or a child of it has the focus.
#pragma once

#include <QString>
#include <functional>

class QAbstractItemView;
class QAction;
class QWidget;

namespace widgets {

// What there is to copy; an empty function leaves its actions away.
struct Copying {
    std::function<QString()> text;
    std::function<QString()> csv;  // RFC 4180, with a head line
    bool picture = true;           // the widget as it is on the screen
    QString name;                  // proposed for files, without ending
};

// Adds the actions to `widget` and its context menu. The widget keeps them.
void offer_copying(QWidget& widget, Copying what);
// The same for a table: the selected rows, or all when fewer than two cells are selected.
void offer_copying(QAbstractItemView& table, const QString& name);

// A table's rows as lines; cells are separated by tabs, or by commas and quoted where needed.
[[nodiscard]] QString table_text(const QAbstractItemView& table);
[[nodiscard]] QString table_csv(const QAbstractItemView& table);

// One cell as RFC 4180 wants it; a minus sign is the one that programs read.
[[nodiscard]] QString csv_cell(const QString& text);

}  // namespace widgets
