// Where the meter's line can be reached: a path that can be copied, and the line's settings.
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;

namespace widgets {

class ConnectionBar : public QWidget {
    Q_OBJECT
 public:
    explicit ConnectionBar(QWidget* parent = nullptr);

    void show_path(const QString& path);
    // "address 1, 19200 baud, no parity"
    void show_line(const QString& settings);
    [[nodiscard]] QString path() const;

 Q_SIGNALS:
    // The path is on the clipboard.
    void copied(const QString& path);

 private:
    void copy();

    QLineEdit* path_;
    QLabel* settings_;
};

}  // namespace widgets
