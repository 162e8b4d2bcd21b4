#include "widgets/readings/readings_model.h"

#include <array>

namespace widgets {

namespace {

constexpr std::array<const char*, ReadingsModel::kColumns> kHeads{
    QT_TRANSLATE_NOOP("widgets::ReadingsModel", "Quantity"),
    QT_TRANSLATE_NOOP("widgets::ReadingsModel", "Meter"),
    QT_TRANSLATE_NOOP("widgets::ReadingsModel", "Truth"),
    QT_TRANSLATE_NOOP("widgets::ReadingsModel", "Unit"),
    QT_TRANSLATE_NOOP("widgets::ReadingsModel", "Error, %"),
};

const QString kDash = QStringLiteral("\u2013");

QString value_text(double value, const Reading& reading) {
    return std::isnan(value) ? kDash : QString::number(value, 'f', reading.decimals);
}

QString error_text(const Reading& reading) {
    const double error = error_percent(reading);
    if (std::isnan(error)) return kDash;
    const QString magnitude = QString::number(std::abs(error), 'f', 3);
    if (magnitude.toDouble() == 0.0) return magnitude;
    return QChar{error < 0 ? u'\u2212' : u'+'} + magnitude;
}

}  // namespace

void ReadingsModel::show(Readings readings) {
    const bool same_rows = readings.size() == readings_.size();
    if (!same_rows) beginResetModel();
    readings_ = std::move(readings);
    if (!same_rows) {
        endResetModel();
    } else if (!readings_.empty()) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, kColumns - 1));
    }
}

int ReadingsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(readings_.size());
}

int ReadingsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant ReadingsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    if (role == Qt::TextAlignmentRole && index.column() != kName && index.column() != kUnit) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    if (role != Qt::DisplayRole) return {};
    return text(readings_[static_cast<std::size_t>(index.row())], index.column());
}

QVariant ReadingsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) return {};
    if (role == Qt::TextAlignmentRole && section != kName && section != kUnit) {
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    }
    return role == Qt::DisplayRole ? tr(kHeads[static_cast<std::size_t>(section)]) : QVariant{};
}

QString ReadingsModel::text(const Reading& reading, int column) const {
    if (column == kName) return reading.name;
    if (column == kMeasured) return value_text(reading.measured, reading);
    if (column == kTruth) return value_text(reading.truth, reading);
    if (column == kUnit) return reading.unit;
    return error_text(reading);
}

}  // namespace widgets
