// What passed on the line, as a table: a row per frame, errors marked. Bounded.
#pragma once

#include <QAbstractTableModel>
#include <deque>
#include <vector>

namespace widgets {

struct LineRow {
    quint64 number = 0;  // of the record, from 1
    QString time;        // line clock
    QString client;
    bool request = true;
    QString bytes;    // hexadecimal with blanks
    QString meaning;  // in words
    QString trouble;  // in words; empty: nothing is wrong
};

class LineModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { kNumber, kTime, kClient, kDirection, kMeaning, kBytes, kColumns };
    static constexpr int kMost = 5'000;

    using QAbstractTableModel::QAbstractTableModel;

    // Newer rows at the end; the oldest go when there are more than kMost.
    void append(std::vector<LineRow> rows);
    void clear();
    [[nodiscard]] quint64 last_number() const { return rows_.empty() ? 0 : rows_.back().number; }

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;

 private:
    std::deque<LineRow> rows_;
};

}  // namespace widgets
