#include "widgets/registers/register_filter.h"

#include <algorithm>

#include "widgets/registers/register_model.h"

namespace widgets {

void RegisterFilter::search(const QString& text) {
    words_ = text.split(QLatin1Char{' '}, Qt::SkipEmptyParts);
    invalidateFilter();
}

void RegisterFilter::set_form(Form form) {
    form_ = form;
    invalidateFilter();
}

bool RegisterFilter::filterAcceptsRow(int row, const QModelIndex& /*parent*/) const {
    const auto& model = static_cast<const RegisterModel&>(*sourceModel());
    const RegisterInfo& info = model.info(row);
    const bool is_float = info.format == QLatin1String{"Float"};
    if (form_ == integers && is_float) return false;
    if (form_ == floats && !is_float) return false;
    if (form_ == writable && !info.writable) return false;
    if (form_ == changed && model.freshness(row) <= 0.0) return false;
    const QString text =
        QStringLiteral("%1 %2 %3 %4").arg(info.number).arg(info.name, info.units, info.description);
    return std::all_of(words_.begin(), words_.end(), [&](const QString& word) {
        return text.contains(word, Qt::CaseInsensitive);
    });
}

bool RegisterFilter::lessThan(const QModelIndex& left, const QModelIndex& right) const {
    const auto number = [](const QModelIndex& index) {
        bool ok = false;
        const double value = index.data().toString().toDouble(&ok);
        return ok ? value : -1e300;
    };
    const int column = left.column();
    if (column == RegisterModel::kNumber || column == RegisterModel::kValue ||
        column == RegisterModel::kRaw)
        return number(left) < number(right);
    return QSortFilterProxyModel::lessThan(left, right);
}

}  // namespace widgets
