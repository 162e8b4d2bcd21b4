// The File and Edit menus, recent files, files dropped on the window, and what is told about them.
#pragma once

#include <QObject>
#include <QStringList>

class QMainWindow;
class QMenu;
class QSettings;

namespace widgets {
class NoticeBar;
}

namespace desktop {

class Document;
class UndoStacks;

class FileActions final : public QObject {
    Q_OBJECT
 public:
    static constexpr int kMostRecent = 10;

    // All must outlive it; it is the window's event filter for drags.
    FileActions(QMainWindow& window, Document& document, widgets::NoticeBar& notices,
                UndoStacks& undo);

    // New, Open, Open Recent, Save, Save As; Undo, Redo.
    void fill_file_menu(QMenu& menu);
    void fill_edit_menu(QMenu& menu);

    // Recent files are kept there from now on. Must outlive it.
    void remember_in(QSettings& settings);
    [[nodiscard]] QStringList recent() const { return recent_; }

    void open();  // asks which, without stopping the window
    void save();  // asks where when the document has no file
    void save_as();

    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void add_recent(const QString& file);
    void fill_recent();
    void show_progress(const QString& file, int percent);
    void show_title();

    QMainWindow& window_;
    Document& document_;
    widgets::NoticeBar& notices_;
    UndoStacks& undo_;
    QMenu* recent_menu_ = nullptr;
    QSettings* settings_ = nullptr;
    QStringList recent_;
};

}  // namespace desktop
