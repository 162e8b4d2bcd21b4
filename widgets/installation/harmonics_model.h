// The installation's harmonics as an editable table.
#pragma once

#include <QAbstractTableModel>

#include "widgets/installation/installation_settings.h"

namespace widgets {

class HarmonicsModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { kOrder, kVoltage, kVoltageAngle, kCurrent, kCurrentAngle, kColumns };

    using QAbstractTableModel::QAbstractTableModel;

    void show(std::vector<HarmonicSetting> harmonics);
    [[nodiscard]] const std::vector<HarmonicSetting>& harmonics() const { return harmonics_; }
    // The lowest free odd order from 3 on; nothing when all are there.
    void add();
    void remove(const std::vector<int>& rows);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    // Refuses what is out of range or an order that is there already: refused() says why.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 Q_SIGNALS:
    // A person has changed something.
    void edited();
    void refused(const QString& why);

 private:
    void sort();

    std::vector<HarmonicSetting> harmonics_;  // ascending orders
};

}  // namespace widgets
