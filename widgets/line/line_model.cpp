#include "widgets/line/line_model.h"

#include <QColor>
#include <algorithm>
#include <array>

namespace widgets {

namespace {

constexpr std::array kHeads{
    QT_TRANSLATE_NOOP("widgets::LineModel", "No."),
    QT_TRANSLATE_NOOP("widgets::LineModel", "Time"),
    QT_TRANSLATE_NOOP("widgets::LineModel", "Client"),
    QT_TRANSLATE_NOOP("widgets::LineModel", "From"),
    QT_TRANSLATE_NOOP("widgets::LineModel", "Meaning"),
    QT_TRANSLATE_NOOP("widgets::LineModel", "Bytes"),
};

}  // namespace

void LineModel::append(std::vector<LineRow> rows) {
    if (rows.empty()) return;
    const int more = static_cast<int>(rows.size());
    const int surplus = std::min(rowCount(), rowCount() + more - kMost);
    if (surplus > 0) {
        beginRemoveRows({}, 0, surplus - 1);
        rows_.erase(rows_.begin(), rows_.begin() + surplus);
        endRemoveRows();
    }
    beginInsertRows({}, rowCount(), rowCount() + more - 1);
    for (LineRow& row : rows) rows_.push_back(std::move(row));
    endInsertRows();
}

void LineModel::clear() {
    beginResetModel();
    rows_.clear();
    endResetModel();
}

int LineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int LineModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant LineModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const LineRow& row = rows_[static_cast<std::size_t>(index.row())];
    const bool wrong = !row.trouble.isEmpty();
    if (role == Qt::ToolTipRole) return wrong ? row.trouble : row.bytes;
    if (role == Qt::BackgroundRole && wrong) return QColor{0xd5, 0x5e, 0x00, 70};
    if (role != Qt::DisplayRole) return {};
    switch (index.column()) {
        case kNumber:
            return QString::number(row.number);
        case kTime:
            return row.time;
        case kClient:
            return row.client;
        case kDirection:
            return row.request ? tr("master") : tr("meter");
        case kBytes:
            return row.bytes;
        default:
            break;
    }
    if (!wrong) return row.meaning;
    return QStringLiteral("\u26a0 %1")
        .arg(row.meaning.isEmpty() ? row.trouble
                                   : row.trouble + QStringLiteral(": ") + row.meaning);
}

QVariant LineModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole) return {};
    return section < kColumns ? tr(kHeads[static_cast<std::size_t>(section)]) : QVariant{};
}

}  // namespace widgets
