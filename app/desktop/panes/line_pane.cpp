#include "app/desktop/panes/line_pane.h"

#include <QAction>
#include <QCompleter>
#include <QDateTime>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QStringList>
#include <QTabWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <exception>
#include <fstream>

#include "app/bench/runner.h"
#include "app/desktop/error_text.h"
#include "app/desktop/event_log.h"
#include "app/desktop/panes/ports_page.h"
#include "app/line/decode_text.h"
#include "app/line/log_csv.h"
#include "app/line/log_pcapng.h"
#include "signals/scenario/fault_text.h"
#include "widgets/copying/copying.h"
#include "widgets/copying/say.h"
#include "widgets/focus/tab_order.h"
#include "widgets/line/line_view.h"
#include "widgets/words/translated.h"

namespace desktop {

namespace {

constexpr std::size_t kRowsAtOnce = 1'000;

QString text_of(const std::string& text) { return QString::fromStdString(text); }

widgets::LineRow row_of(const line::Record& record) {
    return {record.number,
            text_of(line::time_text(record.traffic.begin)),
            text_of(line::text(record.traffic.client)),
            record.is_request(),
            text_of(line::hex_text(record.traffic.bytes)),
            text_of(line::describe(record, widgets::words)),
            text_of(line::trouble_text(record, widgets::words))};
}

QToolButton* button(const char* name, const QString& text, const QString& tip, QWidget* parent) {
    auto* made = new QToolButton{parent};
    made->setObjectName(QString::fromLatin1(name));
    made->setText(text);
    made->setToolTip(tip);
    return made;
}

QStringList fault_names() {
    QStringList names;
    for (const signals::FaultKind& kind : signals::fault_kinds())
        names.append(QString::fromUtf8(kind.name.data(), static_cast<qsizetype>(kind.name.size())));
    return names;
}

}  // namespace

LinePane::LinePane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      bench_(bench),
      started_(QDateTime::currentSecsSinceEpoch()),
      log_(new widgets::LineView{this}),
      ports_(new PortsPage{bench, this}) {
    auto* tabs = new QTabWidget{this};
    tabs->setObjectName(QStringLiteral("line_tabs"));
    tabs->setDocumentMode(true);
    tabs->addTab(log_, tr("&Log"));
    tabs->addTab(ports_, tr("P&orts"));
    tabs->addTab(make_faults(), tr("F&aults"));
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(tabs);
    setFocusProxy(log_);
    connect(log_, &widgets::LineView::filter_changed, this, &LinePane::set_filter);
    connect(log_, &widgets::LineView::clear_requested, this, [this] {
        feed_->clear();
        log_->model().clear();
    });
    connect(log_, &widgets::LineView::export_requested, this, &LinePane::save);
    bench_.runner.add_tap(feed_);
    bench_.runner.set_answer_filter(engine_);
}

QWidget* LinePane::make_faults() {
    auto* page = new QWidget{this};
    faults_ = new QListWidget{page};
    faults_->setObjectName(QStringLiteral("faults"));
    faults_->setAccessibleName(tr("Faults"));
    faults_->setToolTip(tr("Faults that are made, and how many answers each has changed"));
    widgets::offer_copying(*faults_, QStringLiteral("faults"));
    fault_text_ = new QLineEdit{page};
    fault_text_->setObjectName(QStringLiteral("fault_text"));
    fault_text_->setAccessibleName(tr("New fault"));
    fault_text_->setPlaceholderText(QStringLiteral("no-answer:every=3"));
    fault_text_->setToolTip(text_of(signals::describe_faults(widgets::words)));
    fault_text_->setCompleter(new QCompleter{fault_names(), fault_text_});
    auto* add = button("fault_add", tr("Add"), tr("Make this fault from now on (Enter)"), page);
    auto* remove = button("fault_remove", tr("Remove"), tr("End the chosen fault (Delete)"), page);
    auto* remove_key = new QAction{tr("Remove"), faults_};
    remove_key->setShortcut(Qt::Key_Delete);
    remove_key->setShortcutContext(Qt::WidgetShortcut);
    faults_->addAction(remove_key);
    auto* row = new QHBoxLayout;
    for (QWidget* widget : std::initializer_list<QWidget*>{fault_text_, add, remove})
        row->addWidget(widget);
    auto* column = new QVBoxLayout{page};
    column->addLayout(row);
    column->addWidget(faults_, 1);
    widgets::set_tab_order({fault_text_, add, remove, faults_});
    connect(add, &QToolButton::clicked, this, &LinePane::add_fault);
    connect(fault_text_, &QLineEdit::returnPressed, this, &LinePane::add_fault);
    connect(remove, &QToolButton::clicked, this, &LinePane::remove_fault);
    connect(remove_key, &QAction::triggered, this, &LinePane::remove_fault);
    return page;
}

void LinePane::show_view(const ViewPtr& view) {
    view_ = view;
    if (!log_->paused()) {
        std::vector<widgets::LineRow> rows;
        for (const line::Record& record :
             feed_->since(log_->model().last_number(), filter_, kRowsAtOnce))
            rows.push_back(row_of(record));
        log_->append(std::move(rows));
    }
    show_faults();
}

void LinePane::set_filter(const QString& expression) {
    try {
        filter_ = line::LogFilter{expression.toStdString(), widgets::words};
        log_->complain({});
        log_->model().clear();
    } catch (const std::exception& error) {
        log_->complain(error_text(error));
    }
}

void LinePane::save(const QString& path, const QString& kind) {
    std::ofstream file{path.toStdString(), std::ios::binary};
    const auto write = [&](line::RecordSink& sink) {
        for (const line::Record& record : feed_->since(0, filter_, line::LineLog::kMost))
            sink.add(record);
    };
    if (kind == QStringLiteral("csv")) {
        line::CsvWriter writer{file};
        write(writer);
    } else {
        line::PcapngWriter writer{file, started_};
        write(writer);
    }
    file.flush();
    widgets::say(*this, (file ? tr("Saved %1") : tr("Cannot write %1")).arg(path));
}

void LinePane::add_fault() {
    try {
        const signals::Fault fault = signals::parse_fault(fault_text_->text().toStdString());
        engine_->add(fault);
        bench_.events.add(view_ ? view_->simulated_seconds : 0.0, EventKind::fault,
                          tr("begins: %1").arg(text_of(signals::to_text(fault))));
        fault_text_->clear();
    } catch (const std::exception& error) {
        widgets::say(*this, error_text(error));
    }
}

void LinePane::remove_fault() {
    const QListWidgetItem* item = faults_->currentItem();
    if (item == nullptr) return;
    const int id = item->data(Qt::UserRole).toInt();
    engine_->remove(id);
    bench_.events.add(view_ ? view_->simulated_seconds : 0.0, EventKind::fault,
                      tr("ends: %1").arg(item->text()));
}

void LinePane::show_faults() {
    const std::vector<line::ActiveFault> rules = engine_->rules();
    while (faults_->count() > static_cast<int>(rules.size())) delete faults_->takeItem(0);
    while (faults_->count() < static_cast<int>(rules.size())) faults_->addItem(QString{});
    for (int i = 0; i < faults_->count(); ++i) {
        const line::ActiveFault& rule = rules[static_cast<std::size_t>(i)];
        const QString text = tr("%1   (%2 of %3 answers)")
                                 .arg(text_of(signals::to_text(rule.fault)))
                                 .arg(rule.counts.hits)
                                 .arg(rule.counts.seen);
        QListWidgetItem* item = faults_->item(i);
        if (item->text() != text) item->setText(text);
        item->setData(Qt::UserRole, rule.id);
    }
}

}  // namespace desktop
