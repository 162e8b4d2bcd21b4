#include "widgets/installation/harmonics_model.h"

#include <algorithm>
#include <array>

namespace widgets {

namespace {

struct ColumnRow {
    const char* head;  // translated when shown
    const char* tip;
    double HarmonicSetting::*field;  // null: the order
    double least, most;
    int decimals;
};
// clang-format off
constexpr std::array<ColumnRow, HarmonicsModel::kColumns> kColumnRows{{
    {QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Order"),
     QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Multiple of the fundamental's frequency, 2 to 40"),
     nullptr, kLeastOrder, kMostOrder, 0},
    {QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "V %"),
     QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Voltage of this order, % of the fundamental"),
     &HarmonicSetting::voltage, 0, 1'000, 2},
    {QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "V angle"),
     QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Degrees of the harmonic at the fundamental's rising zero crossing"),
     &HarmonicSetting::voltage_angle, -360, 360, 1},
    {QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "I %"),
     QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Current of this order, % of the fundamental"),
     &HarmonicSetting::current, 0, 1'000, 2},
    {QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "I angle"),
     QT_TRANSLATE_NOOP("widgets::HarmonicsModel", "Degrees of the harmonic at the current's own rising zero crossing"),
     &HarmonicSetting::current_angle, -360, 360, 1},
}};
// clang-format on

// "AC"
QString letters(unsigned phases) {
    QString out;
    for (unsigned x = 0; x < 3; ++x)
        if ((phases & (1U << x)) != 0) out += QLatin1Char("ABC"[x]);
    return out;
}

const ColumnRow& column_of(const QModelIndex& index) {
    return kColumnRows[static_cast<std::size_t>(index.column())];
}

}  // namespace

void HarmonicsModel::show(std::vector<HarmonicSetting> harmonics) {
    if (harmonics == harmonics_) return;
    beginResetModel();
    harmonics_ = std::move(harmonics);
    sort();
    endResetModel();
}

void HarmonicsModel::sort() {
    std::sort(harmonics_.begin(), harmonics_.end(),
              [](const auto& a, const auto& b) { return a.order < b.order; });
}

void HarmonicsModel::add() {
    const auto taken = [this](int order) {
        return std::any_of(harmonics_.begin(), harmonics_.end(),
                           [order](const auto& h) { return h.order == order; });
    };
    int order = 3;
    while (order <= kMostOrder && taken(order)) order += 2;
    for (int even = 2; order > kMostOrder && even <= kMostOrder; even += 2)
        if (!taken(even)) order = even;
    if (order > kMostOrder) {
        Q_EMIT refused(tr("Every order from 2 to 40 is there already"));
        return;
    }
    beginResetModel();
    harmonics_.push_back({order, 1.0, 10.0, 0.0, 0.0});
    sort();
    endResetModel();
    Q_EMIT edited();
}

void HarmonicsModel::remove(const std::vector<int>& rows) {
    if (rows.empty()) return;
    beginResetModel();
    std::vector<HarmonicSetting> kept;
    for (int r = 0; r < rowCount(); ++r)
        if (std::find(rows.begin(), rows.end(), r) == rows.end())
            kept.push_back(harmonics_[static_cast<std::size_t>(r)]);
    harmonics_ = std::move(kept);
    endResetModel();
    Q_EMIT edited();
}

int HarmonicsModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(harmonics_.size());
}

int HarmonicsModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QVariant HarmonicsModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const HarmonicSetting& harmonic = harmonics_[static_cast<std::size_t>(index.row())];
    const ColumnRow& column = column_of(index);
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole) return tr(column.tip);
    if (role != Qt::DisplayRole && role != Qt::EditRole) return {};
    if (column.field == nullptr) {
        if (role == Qt::EditRole || harmonic.phases == kAllHarmonicPhases) return harmonic.order;
        return QStringLiteral("%1 %2").arg(harmonic.order).arg(letters(harmonic.phases));
    }
    const double value = harmonic.*column.field;
    if (role == Qt::EditRole) return value;
    return QString::number(value, 'f', column.decimals);
}

QVariant HarmonicsModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) return {};
    const ColumnRow& column = kColumnRows[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole) return tr(column.tip);
    return role == Qt::DisplayRole ? tr(column.head) : QVariant{};
}

Qt::ItemFlags HarmonicsModel::flags(const QModelIndex& index) const {
    return QAbstractTableModel::flags(index) | Qt::ItemIsEditable;
}

bool HarmonicsModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || !index.isValid()) return false;
    const ColumnRow& column = column_of(index);
    bool number = false;
    const double wanted = value.toDouble(&number);
    if (!number || wanted < column.least || wanted > column.most) {
        Q_EMIT refused(tr("%1 is \"%2\", allowed is %3 to %4")
                           .arg(tr(column.head), value.toString())
                           .arg(column.least)
                           .arg(column.most));
        return false;
    }
    HarmonicSetting& harmonic = harmonics_[static_cast<std::size_t>(index.row())];
    if (column.field != nullptr) {
        harmonic.*column.field = wanted;
        Q_EMIT dataChanged(index, index);
        Q_EMIT edited();
        return true;
    }
    const int order = static_cast<int>(wanted);
    for (const HarmonicSetting& other : harmonics_) {
        if (&other == &harmonic || other.order != order) continue;
        if ((other.phases & harmonic.phases) == 0) continue;
        Q_EMIT refused(tr("Order %1 is there already").arg(order));
        return false;
    }
    beginResetModel();
    harmonic.order = order;
    sort();
    endResetModel();
    Q_EMIT edited();
    return true;
}

}  // namespace widgets
