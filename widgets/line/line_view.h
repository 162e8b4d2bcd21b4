// The line log as a person works with it: filter, pause, clear, export; live table.
#pragma once

#include <QWidget>

#include "widgets/line/line_model.h"

class QLabel;
class QLineEdit;
class QTableView;
class QToolButton;

namespace widgets {

class LineView : public QWidget {
    Q_OBJECT
 public:
    explicit LineView(QWidget* parent = nullptr);

    [[nodiscard]] LineModel& model() const { return *model_; }
    void append(std::vector<LineRow> rows);
    [[nodiscard]] bool paused() const;
    [[nodiscard]] QString filter() const;
    // What is wrong with the filter; empty when nothing is.
    void complain(const QString& why);

 Q_SIGNALS:
    void filter_changed(const QString& expression);
    void clear_requested();
    // `kind` is "csv" or "pcapng".
    void export_requested(const QString& path, const QString& kind);

 private:
    QToolButton* button(const char* name, const QString& text, const QString& tip);
    void ask_for_file(const QString& kind);

    LineModel* model_;
    QLineEdit* filter_;
    QToolButton* pause_;
    QTableView* table_;
    QLabel* complaint_;
};

}  // namespace widgets
