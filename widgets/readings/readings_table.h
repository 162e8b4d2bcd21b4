// The readings table as a widget: compact, read-only, copyable row by row.
#pragma once

#include <QTableView>

#include "widgets/readings/readings_model.h"

namespace widgets {

class ReadingsTable : public QTableView {
    Q_OBJECT
 public:
    explicit ReadingsTable(QWidget* parent = nullptr);
    void show_readings(Readings readings);

 private:
    ReadingsModel* model_;
};

}  // namespace widgets
