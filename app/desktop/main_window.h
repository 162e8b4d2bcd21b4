// The window: the device at the left, its installation, scope and readings in docks at the right.
//
// It owns no meter. It asks the runner for things and shows the views that the runner publishes;
// they arrive on the owner's thread and are shown on this one, at most once per turn of the loop.
#pragma once

#include <QMainWindow>
#include <atomic>
#include <memory>

#include "app/bench/runner.h"

class QLabel;
class QSettings;

namespace widgets {
class ConnectionBar;
class InstallationEditor;
class MeterFace;
class ReadingsTable;
class ScopeWidget;
class SpeedControl;
struct InstallationSettings;
}  // namespace widgets

namespace desktop {

class MainWindow : public QMainWindow {
    Q_OBJECT
 public:
    // `runner` must outlive the window; `port` is the path that clients open.
    MainWindow(bench::Runner& runner, const QString& port, QWidget* parent = nullptr);
    ~MainWindow() override;

    // Takes place and size and the docks' arrangement from `settings`, and puts them there when
    // the window closes. `settings` must outlive the window.
    void remember_in(QSettings& settings);

    // The view on show.
    [[nodiscard]] std::shared_ptr<const bench::View> view() const { return view_; }
    // Text form of the glass on show.
    [[nodiscard]] QString lcd_text() const;

 Q_SIGNALS:
    // A view is on show now.
    void shown();

 protected:
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void changeEvent(QEvent* event) override;

 private:
    QWidget* make_device();
    QDockWidget* add_dock(const QString& name, const QString& title, QWidget* content);
    void make_docks();
    void make_menus();
    void connect_controls();
    void watch_runner();
    void show_view();
    void show_status(const bench::View& view);
    void apply(const widgets::InstallationSettings& settings);
    void reset_layout();

    bench::Runner& runner_;
    std::shared_ptr<const bench::View> view_;
    std::atomic<bool> view_pending_ = false;
    std::shared_ptr<const bench::View>
        edited_from_;  // the view whose installation the editor shows
    QSettings* settings_ = nullptr;
    QByteArray first_layout_;

    widgets::MeterFace* face_ = nullptr;
    widgets::ConnectionBar* connection_ = nullptr;
    widgets::SpeedControl* speed_ = nullptr;
    widgets::ScopeWidget* scope_ = nullptr;
    widgets::InstallationEditor* editor_ = nullptr;
    widgets::ReadingsTable* readings_ = nullptr;
    QLabel* meter_status_ = nullptr;
    QLabel* alert_status_ = nullptr;
};

}  // namespace desktop
