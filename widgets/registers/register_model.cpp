#include "widgets/registers/register_model.h"

#include <algorithm>
#include <array>
#include <limits>

namespace widgets {

namespace {

constexpr qint64 kLongAgo = std::numeric_limits<qint64>::min() / 2;

struct Head {
    const char* text;  // translated when shown
    const char* tip;
};
constexpr std::array<Head, RegisterModel::kColumns> kHeads{{
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "No."),
     QT_TRANSLATE_NOOP("widgets::RegisterModel",
                       "Register number, counted from 1; the address on the wire is one less")},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Name"), ""},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Value"),
     QT_TRANSLATE_NOOP("widgets::RegisterModel",
                       "Descaled: raw times the scale registers 138 to "
                       "141, or the row's fixed scale")},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Unit"), ""},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Raw"),
     QT_TRANSLATE_NOOP("widgets::RegisterModel", "As on the wire, as one number")},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Hex"),
     QT_TRANSLATE_NOOP("widgets::RegisterModel", "The 16-bit words, most significant first")},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Form"), ""},
    {QT_TRANSLATE_NOOP("widgets::RegisterModel", "Access"),
     QT_TRANSLATE_NOOP("widgets::RegisterModel",
                       "R: read only. R/W: can be written, by the rules "
                       "that hold on the line and at the panel")},
}};

QString hex(const std::vector<std::uint16_t>& words) {
    QStringList parts;
    for (const std::uint16_t word : words)
        parts.append(QStringLiteral("%1").arg(word, 4, 16, QLatin1Char{'0'}).toUpper());
    return parts.join(QLatin1Char{' '});
}

QString raw(const RegisterInfo& info, const std::vector<std::uint16_t>& words) {
    std::uint32_t all = 0;
    for (const std::uint16_t word : words) all = all << 16 | word;
    if (info.format == QLatin1String{"SInt"})
        return QString::number(static_cast<std::int16_t>(all));
    return QString::number(all);
}

}  // namespace

RegisterModel::RegisterModel(std::vector<RegisterInfo> rows, QObject* parent)
    : QAbstractTableModel(parent),
      rows_(std::move(rows)),
      contents_(rows_.size()),
      changed_(rows_.size(), kLongAgo) {}

void RegisterModel::show(std::vector<RegisterContent> contents, qint64 now) {
    const bool first = contents_.empty() || contents_.front().words.empty();
    now_ = now;
    for (int row = 0; row < rowCount(); ++row) {
        const auto at = static_cast<std::size_t>(row);
        const bool changed = !(contents[at] == contents_[at]);
        const bool fading = now - changed_[at] < kFadeTime + 600;
        if (changed) {
            contents_[at] = std::move(contents[at]);
            if (!first) changed_[at] = now;
        }
        if (changed || fading) Q_EMIT dataChanged(index(row, 0), index(row, kColumns - 1));
    }
}

const RegisterInfo& RegisterModel::info(int row) const {
    return rows_[static_cast<std::size_t>(row)];
}

const RegisterContent& RegisterModel::content(int row) const {
    return contents_[static_cast<std::size_t>(row)];
}

double RegisterModel::freshness(int row) const {
    const qint64 age = now_ - changed_[static_cast<std::size_t>(row)];
    return std::clamp(1.0 - static_cast<double>(age) / kFadeTime, 0.0, 1.0);
}

int RegisterModel::row_of(int number) const {
    for (int row = 0; row < rowCount(); ++row)
        if (info(row).number == number) return row;
    return -1;
}

int RegisterModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

int RegisterModel::columnCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : kColumns;
}

QString RegisterModel::text(int row, int column) const {
    const RegisterInfo& what = info(row);
    const RegisterContent& now = content(row);
    switch (column) {
        case kNumber:
            return QString::number(what.number);
        case kName:
            return what.name;
        case kValue:
            return now.value;
        case kUnits:
            return what.units;
        case kRaw:
            return raw(what, now.words);
        case kHex:
            return hex(now.words);
        case kFormat:
            return what.format;
        default:
            return what.writable ? QStringLiteral("R/W") : QStringLiteral("R");
    }
}

QVariant RegisterModel::data(const QModelIndex& index, int role) const {
    if (!index.isValid() || index.row() >= rowCount()) return {};
    const int column = index.column();
    if (role == Qt::DisplayRole || role == Qt::EditRole) return text(index.row(), column);
    if (role == Qt::ToolTipRole) return info(index.row()).description;
    if (role == Qt::TextAlignmentRole && (column == kNumber || column == kValue || column == kRaw))
        return QVariant::fromValue(Qt::AlignRight | Qt::AlignVCenter);
    if (role != Qt::BackgroundRole) return {};
    const double fresh = freshness(index.row());
    return fresh > 0.0 ? QVariant{QColor{0xe6, 0x9f, 0x00, static_cast<int>(150 * fresh)}}
                       : QVariant{};
}

QVariant RegisterModel::headerData(int section, Qt::Orientation orientation, int role) const {
    if (orientation != Qt::Horizontal || section < 0 || section >= kColumns) return {};
    const Head& head = kHeads[static_cast<std::size_t>(section)];
    if (role == Qt::ToolTipRole) return tr(head.tip);
    return role == Qt::DisplayRole ? tr(head.text) : QVariant{};
}

Qt::ItemFlags RegisterModel::flags(const QModelIndex& index) const {
    const Qt::ItemFlags base = QAbstractTableModel::flags(index);
    const bool cell = index.column() == kValue || index.column() == kRaw;
    return cell && info(index.row()).writable ? base | Qt::ItemIsEditable : base;
}

bool RegisterModel::setData(const QModelIndex& index, const QVariant& value, int role) {
    if (role != Qt::EditRole || (flags(index) & Qt::ItemIsEditable) == 0) return false;
    const QString wanted = value.toString().trimmed();
    if (wanted == text(index.row(), index.column())) return false;
    Q_EMIT write_requested(info(index.row()).number, wanted, index.column() == kRaw);
    return true;
}

}  // namespace widgets
