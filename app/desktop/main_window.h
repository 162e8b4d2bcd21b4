// The window: docks round a running bench, menus and tool bar made from tables.
//
// It owns no meter. It asks the runner for things and shows the views that the runner publishes;
// they arrive on the owner's thread and are shown on this one, at most once per turn of the loop.
#pragma once

#include <QMainWindow>
#include <atomic>
#include <memory>
#include <span>

#include "app/bench/records.h"
#include "app/bench/runner.h"
#include "app/desktop/dock_host.h"
#include "app/desktop/document.h"
#include "app/desktop/event_log.h"
#include "app/desktop/recovery.h"
#include "app/desktop/undo_stacks.h"

class QComboBox;
class QLabel;
class QSettings;

namespace widgets {
class MeterFace;
class NoticeBar;
class SpeedControl;
}  // namespace widgets

namespace desktop {

struct Layout;
class FileActions;
class PortsPage;

class MainWindow : public QMainWindow {
    Q_OBJECT
 public:
    // `runner` must outlive the window, which stops it when it goes; `port` is the path that
    // clients open.
    MainWindow(bench::Runner& runner, const QString& port, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Takes place and size and the docks' arrangement from `settings`, and puts them there when
    // the window closes. `settings` must outlive the window.
    void remember_in(QSettings& settings);

    // Keeps unsaved work in that folder and offers what is left there (recovery.h).
    void recover_in(const QString& folder);
    [[nodiscard]] Document& document() { return document_; }
    [[nodiscard]] FileActions& files() { return *files_; }
    [[nodiscard]] QUndoStack& undo() { return undo_.shown(); }
    [[nodiscard]] Recovery* recovery() { return recovery_.get(); }

    // Shows another meter of the line, by its place on it: every dock is about that one then.
    void choose_meter(int place);

    // The view on show.
    [[nodiscard]] ViewPtr view() const { return view_; }
    // Text form of the glass on show.
    [[nodiscard]] QString lcd_text() const;
    [[nodiscard]] const EventLog& events() const { return events_; }
    // Arranges the docks as the layout called `name` says; nothing when there is none.
    void use_layout(const char* name);

 Q_SIGNALS:
    // A view is on show now.
    void shown();

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    struct MenuAction;
    struct MenuTable;

    void make_menus();
    void add_actions(QMenu& menu, std::span<const MenuAction> actions);
    void make_tool_bar();
    void make_meter_chooser(QToolBar& bar);
    void show_meters();
    void show_meter_chooser(bool several);
    void watch_runner();
    void show_view();
    void follow_time(const bench::View& before, const bench::View& after);
    void keep_window(QSettings& settings) const;
    void recall_window(const QSettings& settings);
    void show_status(const bench::View& view);
    void use(const Layout& layout);
    void toggle_pause();
    void step(std::int64_t frames);
    void change_speed(int positions);
    void about();
    [[nodiscard]] widgets::MeterFace& face() const;
    [[nodiscard]] PortsPage& ports() const;
    void reopen(const QByteArray& kept);

    bench::Runner& runner_;
    std::shared_ptr<bench::Records> records_;
    EventLog events_;
    UndoStacks undo_;
    Document document_;
    DockHost docks_;
    widgets::NoticeBar* notices_;
    FileActions* files_;
    std::unique_ptr<Recovery> recovery_;
    ViewPtr view_;
    std::atomic<bool> view_pending_ = false;
    QSettings* settings_ = nullptr;

    widgets::SpeedControl* speed_ = nullptr;
    QComboBox* meters_ = nullptr;
    QList<QAction*> meter_chooser_;  // its places in the tool bar; hidden while there is but one
    QLabel* meter_status_ = nullptr;
    QLabel* alert_status_ = nullptr;
};

}  // namespace desktop
