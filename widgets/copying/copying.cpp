#include "widgets/copying/copying.h"

#include <QAbstractItemModel>
#include <QAbstractItemView>
#include <QAction>
#include <QClipboard>
#include <QCoreApplication>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelectionModel>
#include <QKeySequence>
#include <QPixmap>
#include <QSaveFile>
#include <QSet>
#include <QTableView>
#include <QWidget>
#include <algorithm>
#include <vector>

#include "widgets/copying/say.h"

namespace widgets {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(widgets::Copying)
};

QAction* add(QWidget& widget, const QString& text, const QKeySequence& keys) {
    auto* action = new QAction{text, &widget};
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    widget.addAction(action);
    return action;
}

bool write(const QString& path, const QByteArray& bytes) {
    QSaveFile file{path};
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.commit();
}

// Asks for a file name beside the work, without stopping it.
void ask(QWidget& widget, const QString& proposed, const QString& filter,
         const std::function<bool(const QString&)>& save) {
    auto* dialog = new QFileDialog{widget.window(), Words::tr("Save"), proposed, filter};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setModal(false);
    QObject::connect(
        dialog, &QFileDialog::fileSelected, &widget, [&widget, save](const QString& p) {
            say(widget, (save(p) ? Words::tr("Saved %1") : Words::tr("Cannot write %1")).arg(p));
        });
    dialog->show();
}

std::vector<int> rows_of(const QAbstractItemView& table) {
    std::vector<int> rows;
    const QModelIndexList selected = table.selectionModel() != nullptr
                                         ? table.selectionModel()->selectedIndexes()
                                         : QModelIndexList{};
    QSet<int> several;
    for (const QModelIndex& index : selected) several.insert(index.row());
    if (several.size() > 1) rows.assign(several.begin(), several.end());
    if (rows.empty())
        for (int r = 0; r < table.model()->rowCount(); ++r) rows.push_back(r);
    std::sort(rows.begin(), rows.end());
    return rows;
}

std::vector<int> columns_of(const QAbstractItemView& table) {
    std::vector<int> columns;
    const auto* view = qobject_cast<const QTableView*>(&table);
    for (int c = 0; c < table.model()->columnCount(); ++c)
        if (view == nullptr || !view->isColumnHidden(c)) columns.push_back(c);
    return columns;
}

QString lines_of(const QAbstractItemView& table, QChar separator, QString (*cell)(const QString&)) {
    const std::vector<int> columns = columns_of(table);
    const auto line = [&](const std::function<QVariant(int)>& value) {
        QStringList cells;
        for (const int c : columns) cells.append(cell(value(c).toString()));
        return cells.join(separator) + QLatin1Char{'\n'};
    };
    const QAbstractItemModel& model = *table.model();
    QString out = line([&](int c) { return model.headerData(c, Qt::Horizontal); });
    for (const int r : rows_of(table))
        out += line([&](int c) { return model.index(r, c).data(Qt::DisplayRole); });
    return out;
}

void offer_text(QWidget& widget, const Copying& what) {
    QObject::connect(add(widget, Words::tr("&Copy as text"), QKeySequence::Copy),
                     &QAction::triggered, &widget,
                     [text = what.text] { QGuiApplication::clipboard()->setText(text()); });
}

void offer_csv(QWidget& widget, const Copying& what) {
    QObject::connect(
        add(widget, Words::tr("Copy as C&SV"), QKeySequence{QStringLiteral("Ctrl+Shift+C")}),
        &QAction::triggered, &widget,
        [csv = what.csv] { QGuiApplication::clipboard()->setText(csv()); });
    QObject::connect(
        add(widget, Words::tr("Save as CSV\u2026"), {}), &QAction::triggered, &widget,
        [&widget, what] {
            ask(widget, what.name + QStringLiteral(".csv"), Words::tr("CSV (*.csv)"),
                [csv = what.csv](const QString& path) { return write(path, csv().toUtf8()); });
        });
}

void offer_picture(QWidget& widget, const Copying& what) {
    QObject::connect(
        add(widget, Words::tr("Copy as &picture"), QKeySequence{QStringLiteral("Ctrl+Alt+C")}),
        &QAction::triggered, &widget,
        [&widget] { QGuiApplication::clipboard()->setPixmap(widget.grab()); });
    QObject::connect(add(widget, Words::tr("Save picture\u2026"), {}), &QAction::triggered, &widget,
                     [&widget, name = what.name] {
                         const QPixmap picture = widget.grab();
                         ask(widget, name + QStringLiteral(".png"), Words::tr("Picture (*.png)"),
                             [picture](const QString& path) { return picture.save(path); });
                     });
}

}  // namespace

void offer_copying(QWidget& widget, Copying what) {
    widget.setContextMenuPolicy(Qt::ActionsContextMenu);
    if (what.text) offer_text(widget, what);
    if (what.csv) offer_csv(widget, what);
    if (what.picture) offer_picture(widget, what);
}

void offer_copying(QAbstractItemView& table, const QString& name) {
    offer_copying(static_cast<QWidget&>(table),
                  {[&table] { return table_text(table); }, [&table] { return table_csv(table); },
                   true, name});
}

QString table_text(const QAbstractItemView& table) {
    return lines_of(table, QLatin1Char{'\t'}, [](const QString& text) { return text; });
}

QString table_csv(const QAbstractItemView& table) {
    return lines_of(table, QLatin1Char{','}, csv_cell);
}

QString csv_cell(const QString& shown) {
    QString text = shown;
    text.replace(QChar{0x2212}, QLatin1Char{'-'});
    if (!text.contains(QLatin1Char{','}) && !text.contains(QLatin1Char{'"'}) &&
        !text.contains(QLatin1Char{'\n'}))
        return text;
    text.replace(QLatin1Char{'"'}, QStringLiteral("\"\""));
    return QLatin1Char{'"'} + text + QLatin1Char{'"'};
}

}  // namespace widgets
