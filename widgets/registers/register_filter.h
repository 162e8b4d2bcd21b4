// Which registers are shown: those of a form, with every word of the search in number, name, unit
// or description.
#pragma once

#include <QSortFilterProxyModel>
#include <QStringList>

namespace widgets {

class RegisterFilter : public QSortFilterProxyModel {
    Q_OBJECT
 public:
    enum Form { all, integers, floats, writable, changed, kForms };

    using QSortFilterProxyModel::QSortFilterProxyModel;

    void search(const QString& text);
    void set_form(Form form);

 protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override;

 private:
    QStringList words_;
    Form form_ = all;
};

}  // namespace widgets
