#include "widgets/timeline/event_model.h"

#include <array>

#include "widgets/scope/scope_paint.h"

namespace widgets {

namespace {

constexpr std::array kHeads{
    QT_TRANSLATE_NOOP("widgets::EventModel", "Time"),
    QT_TRANSLATE_NOOP("widgets::EventModel", "Kind"),
    QT_TRANSLATE_NOOP("widgets::EventModel", "Event"),
};

}  // namespace

EventModel::EventModel(QStringList kinds, QObject* parent)
    : QAbstractTableModel(parent), kinds_(std::move(kinds)) {}

void EventModel::append(const std::vector<EventLine>& lines) {
    if (lines.empty()) return;
    beginInsertRows({}, rowCount(), rowCount() + static_cast<int>(lines.size()) - 1);
    lines_.insert(lines_.end(), lines.begin(), lines.end());
    endInsertRows();
}

void EventModel::drop(int count) {
    if (count <= 0) return;
    beginRemoveRows({}, 0, count - 1);
    lines_.erase(lines_.begin(), lines_.begin() + count);
    endRemoveRows();
}

int EventModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(lines_.size());
}

int EventModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant EventModel::data(const QModelIndex& index, int role) const {
    if (role != Qt::DisplayRole || !index.isValid() || index.row() >= rowCount()) return {};
    const EventLine& event = line(index.row());
    if (index.column() == kTime) return clock_text(event.seconds);
    return index.column() == kKind ? kinds_.value(event.kind) : event.text;
}

QVariant EventModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section < kColumns ? tr(kHeads[static_cast<std::size_t>(section)]) : QVariant{};
}

}  // namespace widgets
