#include "widgets/line/line_view.h"

#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QTableView>
#include <QToolButton>
#include <QVBoxLayout>
#include <array>

#include "widgets/copying/copying.h"
#include "widgets/focus/tab_order.h"
#include "widgets/picture/picture_colours.h"

namespace widgets {

namespace {

constexpr std::array kWidths{48, 92, 110, 56, 330};

}  // namespace

LineView::LineView(QWidget* parent)
    : QWidget(parent),
      model_(new LineModel{this}),
      filter_(new QLineEdit{this}),
      pause_(button("line_pause", tr("Pause"), tr("Hold the table; the log goes on (space)"))),
      table_(new QTableView{this}),
      complaint_(new QLabel{this}) {
    filter_->setObjectName(QStringLiteral("line_filter"));
    filter_->setAccessibleName(tr("Filter"));
    filter_->setPlaceholderText(tr("Filter: address=1 function=3,4 register=257-300 errors"));
    filter_->setToolTip(
        tr("Terms that must all hold: address= function= register= client= direction=request|"
           "answer framing=rtu|mbap error= errors from= until= text=; ! turns one round"));
    filter_->setClearButtonEnabled(true);
    pause_->setCheckable(true);
    table_->setObjectName(QStringLiteral("line_log"));
    table_->setAccessibleName(tr("Line log"));
    table_->setModel(model_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->setWordWrap(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    for (int c = 0; c < static_cast<int>(kWidths.size()); ++c)
        table_->setColumnWidth(c, kWidths[static_cast<std::size_t>(c)]);
    table_->horizontalHeader()->setStretchLastSection(true);
    offer_copying(*table_, QStringLiteral("line"));
    auto* clear = button("line_clear", tr("Clear"), tr("Forget the log up to now"));
    auto* csv = button("line_csv", tr("CSV\u2026"), tr("Save the log as CSV"));
    auto* pcapng = button("line_pcapng", tr("pcapng\u2026"),
                          tr("Save the log as a capture that Wireshark and tshark read"));
    auto* row = new QHBoxLayout;
    row->addWidget(filter_, 1);
    for (QToolButton* one : {pause_, clear, csv, pcapng}) row->addWidget(one);
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(3);
    column->addLayout(row);
    column->addWidget(complaint_);
    column->addWidget(table_, 1);
    complaint_->hide();
    set_tab_order({filter_, pause_, clear, csv, pcapng, table_});
    setFocusProxy(filter_);
    connect(filter_, &QLineEdit::textChanged, this, &LineView::filter_changed);
    connect(clear, &QToolButton::clicked, this, &LineView::clear_requested);
    connect(csv, &QToolButton::clicked, this, [this] { ask_for_file(QStringLiteral("csv")); });
    connect(pcapng, &QToolButton::clicked, this,
            [this] { ask_for_file(QStringLiteral("pcapng")); });
}

QToolButton* LineView::button(const char* name, const QString& text, const QString& tip) {
    auto* made = new QToolButton{this};
    made->setObjectName(QString::fromLatin1(name));
    made->setText(text);
    made->setToolTip(tip);
    return made;
}

void LineView::ask_for_file(const QString& kind) {
    auto* dialog = new QFileDialog{window(), tr("Save the line log"),
                                   QStringLiteral("line.") + kind, QStringLiteral("*.") + kind};
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    connect(dialog, &QFileDialog::fileSelected, this,
            [this, kind](const QString& path) { Q_EMIT export_requested(path, kind); });
    dialog->show();
}

void LineView::append(std::vector<LineRow> rows) {
    const QScrollBar* bar = table_->verticalScrollBar();
    const bool at_end = bar->value() == bar->maximum();
    const bool any = !rows.empty();
    model_->append(std::move(rows));
    if (at_end && any) table_->scrollToBottom();
}

bool LineView::paused() const { return pause_->isChecked(); }

QString LineView::filter() const { return filter_->text(); }

void LineView::complain(const QString& why) {
    complaint_->setVisible(!why.isEmpty());
    complaint_->setText(QStringLiteral("\u26a0 ") + why);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, picture_colours(palette()).warning);
    complaint_->setPalette(colours);
}

}  // namespace widgets
