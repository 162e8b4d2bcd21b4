// Events in the order they happened, as a table that grows.
#pragma once

#include <QAbstractTableModel>
#include <deque>
#include <vector>

namespace widgets {

struct EventLine {
    double seconds = 0.0;  // metering time
    int kind = 0;          // index of the names given
    QString text;
};

class EventModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { kTime, kKind, kText, kColumns };

    explicit EventModel(QStringList kinds, QObject* parent = nullptr);

    void append(const std::vector<EventLine>& lines);
    // The first `count` lines are forgotten.
    void drop(int count);
    [[nodiscard]] const EventLine& line(int row) const {
        return lines_[static_cast<std::size_t>(row)];
    }
    [[nodiscard]] const QStringList& kinds() const { return kinds_; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

 private:
    QStringList kinds_;
    std::deque<EventLine> lines_;
};

}  // namespace widgets
