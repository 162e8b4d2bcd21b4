// Measured value, truth and error per quantity, as a table.
#pragma once

#include <QAbstractTableModel>

#include "widgets/readings/reading.h"

namespace widgets {

class ReadingsModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { kName, kMeasured, kTruth, kUnit, kError, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(Readings readings);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

 private:
    [[nodiscard]] QString text(const Reading& reading, int column) const;

    Readings readings_;
};

}  // namespace widgets
