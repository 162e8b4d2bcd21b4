// A table of registers: number, name, value, raw words. Rows that changed are marked and fade.
#pragma once

#include <QAbstractTableModel>
#include <QColor>
#include <cstdint>
#include <vector>

namespace widgets {

// What does not change about a register.
struct RegisterInfo {
    int number = 0;  // PLC style, base 1
    QString name;
    QString units;
    QString format;  // "UInt", "Float", ...
    QString description;
    bool writable = false;
};

struct RegisterContent {
    std::vector<std::uint16_t> words;  // as on the wire, most significant first
    QString value;                     // descaled, for a person; a dash when it is not valid

    bool operator==(const RegisterContent&) const = default;
};

class RegisterModel : public QAbstractTableModel {
    Q_OBJECT
 public:
    enum Column { kNumber, kName, kValue, kUnits, kRaw, kHex, kFormat, kAccess, kColumns };
    static constexpr int kFadeTime = 2'000;  // ms

    explicit RegisterModel(std::vector<RegisterInfo> rows, QObject* parent = nullptr);

    // One entry per row; `now` in ms, never running backwards. The first call marks nothing.
    void show(std::vector<RegisterContent> contents, qint64 now);
    [[nodiscard]] const RegisterInfo& info(int row) const;
    [[nodiscard]] const RegisterContent& content(int row) const;
    // 1 just after a change, 0 from kFadeTime on.
    [[nodiscard]] double freshness(int row) const;
    [[nodiscard]] int row_of(int number) const;  // -1: none

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role) const override;
    // Value and raw of writable rows can be edited; the text goes out as a signal.
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

 Q_SIGNALS:
    // `raw`: the text is the word itself (decimal or 0x...), not the descaled value.
    void write_requested(int number, const QString& text, bool raw);

 private:
    [[nodiscard]] QString text(int row, int column) const;

    std::vector<RegisterInfo> rows_;
    std::vector<RegisterContent> contents_;
    std::vector<qint64> changed_;  // ms
    qint64 now_ = 0;
};

}  // namespace widgets
