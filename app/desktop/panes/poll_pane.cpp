#include "app/desktop/panes/poll_pane.h"

#include <QDoubleSpinBox>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <exception>
#include <string>
#include <utility>
#include <vector>

#include "app/desktop/error_text.h"
#include "app/desktop/register_text.h"
#include "app/poll/csv.h"
#include "app/poll/target.h"
#include "widgets/copying/copying.h"
#include "widgets/copying/say.h"
#include "widgets/words/translated.h"

namespace desktop {
namespace {

enum Column : int { kNumber, kName, kValue, kUnit, kRaw, kColumns };

QString qt(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

QString shown_units_of(const meter::RegisterRow& row) {
    return polling::unit_of(row).empty() ? QString{} : units_of(row);
}

std::vector<std::string> words_of(const QString& text) {
    std::vector<std::string> words;
    for (const QString& word : text.simplified().split(QLatin1Char{' '}, Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    return words;
}

QLineEdit* line_edit(const char* name, const QString& label, const QString& text,
                     const QString& tip, QWidget* parent) {
    auto* edit = new QLineEdit{text, parent};
    edit->setObjectName(QString::fromLatin1(name));
    edit->setAccessibleName(label);
    edit->setToolTip(tip);
    return edit;
}

QLabel* label(const char* name, QWidget* parent) {
    auto* made = new QLabel{parent};
    made->setObjectName(QString::fromLatin1(name));
    made->setWordWrap(true);
    made->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return made;
}

}  // namespace

PollPane::PollPane(const Bench& bench, QWidget* parent) : Pane(parent) {
    auto* column = new QVBoxLayout{this};
    column->addWidget(make_request());
    url_->setText(bench.port);
    table_ = new QTableWidget{0, kColumns, this};
    table_->setObjectName(QStringLiteral("poll_table"));
    table_->setAccessibleName(tr("Registers as polled"));
    table_->setHorizontalHeaderLabels(
        {tr("Register"), tr("Name"), tr("Value"), tr("Unit"), tr("Raw")});
    table_->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table_->verticalHeader()->hide();
    // Rather scrolled than cut: half a number is a wrong one, half a name no name.
    table_->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table_->horizontalHeader()->setStretchLastSection(true);
    widgets::offer_copying(*table_, QStringLiteral("poll"));
    column->addWidget(table_, 1);
    state_ = label("poll_state", this);
    errors_ = label("poll_errors", this);
    column->addWidget(state_);
    column->addWidget(errors_);
    errors_->hide();
    setFocusProxy(url_);
}

PollPane::~PollPane() { stop(); }

QWidget* PollPane::make_request() {
    auto* form = new QWidget{this};
    url_ = line_edit("poll_url", tr("Meter"), {},
                     tr("Whom to poll: a serial device with "
                        "?baud=19200&parity=none&address=1, "
                        "tcp://HOST:502?unit=1, or rtutcp://HOST:PORT?address=1"),
                     form);
    points_ = line_edit("poll_points", tr("Points"), QStringLiteral("integers"),
                        tr("Registers by name (kw_*), number (257), range (1-52) or group: all, "
                           "integers, floats, config, scales, energies, demands"),
                        form);
    auto* rows = new QFormLayout{form};
    rows->setContentsMargins(0, 0, 0, 0);
    rows->addRow(tr("&Meter"), url_);
    rows->addRow(tr("&Points"), points_);
    rows->addRow(tr("P&eriod"), make_actions());
    connect(url_, &QLineEdit::returnPressed, this, &PollPane::start);
    connect(points_, &QLineEdit::returnPressed, this, &PollPane::start);
    return form;
}

QWidget* PollPane::make_actions() {
    auto* line = new QWidget{this};
    period_ = new QDoubleSpinBox{line};
    period_->setObjectName(QStringLiteral("poll_period"));
    period_->setAccessibleName(tr("Period"));
    period_->setRange(0.05, 3600.0);
    period_->setValue(1.0);
    period_->setSuffix(tr(" s"));
    start_ = new QToolButton{line};
    start_->setObjectName(QStringLiteral("poll_start"));
    start_->setText(tr("Start"));
    start_->setToolTip(tr("Polls until it is stopped (Enter in a field)"));
    log_to_ = new QToolButton{line};
    log_to_->setObjectName(QStringLiteral("poll_log"));
    log_to_->setText(tr("Log to CSV..."));
    log_to_->setToolTip(tr("Writes every poll into a file, from now on"));
    auto* row = new QHBoxLayout{line};
    row->setContentsMargins(0, 0, 0, 0);
    for (QWidget* widget : std::initializer_list<QWidget*>{period_, start_, log_to_})
        row->addWidget(widget);
    row->addStretch(1);
    connect(start_, &QToolButton::clicked, this, &PollPane::toggle);
    connect(log_to_, &QToolButton::clicked, this, &PollPane::choose_log);
    return line;
}

void PollPane::recall(const QSettings& settings) {
    points_->setText(settings.value(QStringLiteral("poll/points"), points_->text()).toString());
    period_->setValue(settings.value(QStringLiteral("poll/period"), period_->value()).toDouble());
}

void PollPane::keep(QSettings& settings) const {
    settings.setValue(QStringLiteral("poll/points"), points_->text());
    settings.setValue(QStringLiteral("poll/period"), period_->value());
}

void PollPane::toggle() {
    if (polling())
        stop();
    else
        start();
}

void PollPane::start() {
    stop();
    try {
        polling::PollSettings settings;
        settings.link.target =
            polling::parse_url(url_->text().trimmed().toStdString(), widgets::words);
        settings.rows =
            polling::select(words_of(points_->text()), polling::Form::as_named, widgets::words);
        settings.period = std::chrono::milliseconds{static_cast<int>(period_->value() * 1'000.0)};
        show_rows(settings.rows);
        poller_ = std::make_unique<polling::Poller>(std::move(settings), listener());
        poller_->start();
        start_->setText(tr("Stop"));
    } catch (const std::exception& error) {
        poller_.reset();
        widgets::say(*this, error_text(error));
    }
}

void PollPane::stop() {
    if (!poller_) return;
    poller_->stop();
    poller_.reset();
    start_->setText(tr("Start"));
}

// What the poller's thread tells is shown on the window's.
polling::Listener PollPane::listener() {
    const auto here = [this](auto show) {
        QMetaObject::invokeMethod(this, std::move(show), Qt::QueuedConnection);
    };
    return {
        [this, here](const polling::Sweep& sweep) { here([this, sweep] { show_sweep(sweep); }); },
        [this, here](const polling::Statistics& statistics) {
            here([this, statistics] { show_statistics(statistics); });
        },
        [this, here](const std::string& why) {
            here([this, why] {
                stop();
                widgets::say(*this, qt(why));
            });
        }};
}

void PollPane::choose_log() {
    auto* dialog =
        new QFileDialog{this, tr("Log to CSV"), QStringLiteral("poll.csv"), tr("CSV (*.csv)")};
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
        log_.emplace(path.toStdString(), std::ios::binary);
        log_has_header_ = false;
        widgets::say(*this, (*log_ ? tr("Logging to %1") : tr("Cannot write %1")).arg(path));
    });
    dialog->setModal(false);
    dialog->show();
}

void PollPane::log(const polling::Sweep& sweep) {
    if (!log_) return;
    if (!std::exchange(log_has_header_, true)) *log_ << polling::csv_header(rows_);
    *log_ << polling::csv_row(sweep) << std::flush;
}

void PollPane::show_rows(const polling::Rows& rows) {
    if (rows != rows_) log_has_header_ = false;
    rows_ = rows;
    table_->setRowCount(static_cast<int>(rows.size()));
    for (int i = 0; i < table_->rowCount(); ++i) {
        const meter::RegisterRow& row = *rows[static_cast<std::size_t>(i)];
        const QString texts[kColumns] = {
            QString::number(row.number), qt(row.name), {}, shown_units_of(row), {}};
        for (int column = 0; column < kColumns; ++column)
            table_->setItem(i, column, new QTableWidgetItem{texts[column]});
        table_->item(i, kName)->setToolTip(description_of(row));
    }
}

void PollPane::show_sweep(const polling::Sweep& sweep) {
    const int rows = std::min(table_->rowCount(), static_cast<int>(sweep.readings.size()));
    for (int i = 0; i < rows; ++i) {
        const polling::Reading& reading = sweep.readings[static_cast<std::size_t>(i)];
        table_->item(i, kValue)->setText(qt(polling::text_of(reading, widgets::words)));
        table_->item(i, kRaw)->setText(reading.read ? qt(polling::raw_text(reading)) : QString{});
    }
    QStringList errors;
    for (const signals::Sentence& error : sweep.errors) errors.append(qt(error.in(widgets::words)));
    errors_->setText(errors.join(QLatin1Char{'\n'}));
    errors_->setVisible(!errors.isEmpty());
    log(sweep);
}

void PollPane::show_statistics(const polling::Statistics& statistics) {
    // Numbers behind their nouns: right for one as for many.
    state_->setText(tr("Polls: %1, missed: %2, retries: %3; round trip %4 ms, at most %5")
                        .arg(statistics.polls)
                        .arg(statistics.missed)
                        .arg(statistics.retries)
                        .arg(statistics.round_trip_ms.mean(), 0, 'f', 1)
                        .arg(statistics.round_trip_ms.largest(), 0, 'f', 1));
}

}  // namespace desktop
