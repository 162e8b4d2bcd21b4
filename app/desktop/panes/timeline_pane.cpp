#include "app/desktop/panes/timeline_pane.h"

#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QVBoxLayout>
#include <algorithm>

#include "app/desktop/panes/history_bar.h"
#include "widgets/copying/copying.h"
#include "widgets/timeline/event_model.h"
#include "widgets/timeline/timeline_strip.h"

namespace desktop {

namespace {

QStringList kind_names() {
    QStringList names;
    for (int kind = 0; kind <= static_cast<int>(EventKind::run); ++kind)
        names.append(text_of(static_cast<EventKind>(kind)));
    return names;
}

}  // namespace

TimelinePane::TimelinePane(const Bench& bench, QWidget* parent)
    : Pane(parent),
      bench_(bench),
      history_(new HistoryBar{bench, this}),
      model_(new widgets::EventModel{kind_names(), this}),
      filter_(new QSortFilterProxyModel{this}),
      strip_(new widgets::TimelineStrip{*model_, this}),
      kind_(new QComboBox{this}),
      table_(new QTableView{this}) {
    filter_->setSourceModel(model_);
    filter_->setFilterKeyColumn(widgets::EventModel::kKind);
    table_->setObjectName(QStringLiteral("events"));
    table_->setAccessibleName(tr("Events"));
    table_->setModel(filter_);
    table_->setSelectionBehavior(QAbstractItemView::SelectRows);
    table_->setTabKeyNavigation(false);
    table_->setShowGrid(false);
    table_->verticalHeader()->hide();
    table_->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 5);
    table_->horizontalHeader()->setStretchLastSection(true);
    widgets::offer_copying(*table_, QStringLiteral("events"));
    kind_->setObjectName(QStringLiteral("event_kind"));
    kind_->setAccessibleName(tr("Kind of events"));
    kind_->setToolTip(tr("Show events of one kind only"));
    kind_->addItem(tr("All events"));
    kind_->addItems(model_->kinds());
    auto* column = new QVBoxLayout{this};
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(3);
    column->addWidget(history_);
    column->addWidget(strip_);
    column->addWidget(kind_);
    column->addWidget(table_, 1);
    setFocusProxy(table_);
    connect(kind_, &QComboBox::activated, this, [this](int index) {
        filter_->setFilterFixedString(index == 0 ? QString{} : kind_->itemText(index));
    });
    connect(strip_, &widgets::TimelineStrip::event_clicked, this, [this](int row) {
        table_->setCurrentIndex(filter_->mapFromSource(model_->index(row, 0)));
    });
}

void TimelinePane::take_over(const bench::TimeView& time) {
    const Shown shown{time.number_of(time.branch), time.looking ? time.goal : -1};
    const auto forgotten =
        std::lower_bound(rows_.begin(), rows_.end(), bench_.events.forgotten()) - rows_.begin();
    const auto drop = shown == shown_ ? forgotten : static_cast<std::ptrdiff_t>(rows_.size());
    model_->drop(static_cast<int>(drop));
    rows_.erase(rows_.begin(), rows_.begin() + drop);
    take_from(shown == shown_ ? taken_ : 0, bench_.events.past(time));
    shown_ = shown;
}

void TimelinePane::take_from(std::int64_t number, const EventLog::Past& past) {
    const EventLog& log = bench_.events;
    const std::int64_t all = log.forgotten() + static_cast<std::int64_t>(log.events().size());
    std::vector<widgets::EventLine> fresh;
    for (std::int64_t i = std::max(number, log.forgotten()); i < all; ++i) {
        const Event& event = log.events()[static_cast<std::size_t>(i - log.forgotten())];
        if (!EventLog::is_in(past, event)) continue;
        fresh.push_back({event.seconds, static_cast<int>(event.kind), event.text});
        rows_.push_back(i);
    }
    const QScrollBar* bar = table_->verticalScrollBar();
    const bool at_end = bar->value() == bar->maximum();
    model_->append(fresh);
    if (at_end && !fresh.empty()) table_->scrollToBottom();
    taken_ = all;
}

void TimelinePane::show_view(const ViewPtr& view) {
    take_over(view->time);
    history_->show_view(view);
    strip_->show_until(view->simulated_seconds);
}

}  // namespace desktop
