// Registers as a person works with them: search, forms, a live table, and room for an explanation
// of the chosen one.
#pragma once

#include <QWidget>

#include "widgets/registers/register_model.h"

class QComboBox;
class QLabel;
class QLineEdit;
class QTableView;
class QTextBrowser;

namespace widgets {

class RegisterFilter;

class RegisterView : public QWidget {
    Q_OBJECT
 public:
    RegisterView(std::vector<RegisterInfo> rows, QWidget* parent = nullptr);

    [[nodiscard]] RegisterModel& model() const { return *model_; }
    [[nodiscard]] int chosen() const;  // register number; 0: none
    void choose(int number);
    // HTML beside the table, about the chosen register.
    void explain(const QString& html);
    // What became of the last write, below the table.
    void tell(const QString& text, bool refused);

 Q_SIGNALS:
    void chosen_changed(int number);

 private:
    void make_filters();

    RegisterModel* model_;
    RegisterFilter* filter_;
    QLineEdit* search_;
    QComboBox* form_;
    QTableView* table_;
    QTextBrowser* explanation_;
    QLabel* message_;
    QString explained_;
};

}  // namespace widgets
