#include "app/desktop/main_window.h"

#include <QAbstractButton>
#include <QApplication>
#include <QCloseEvent>
#include <QDockWidget>
#include <QKeyEvent>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QVBoxLayout>
#include <stdexcept>

#include "app/desktop/translate.h"
#include "signals/scenario/check.h"
#include "widgets/connection/connection_bar.h"
#include "widgets/installation/installation_editor.h"
#include "widgets/keypad/keypad.h"
#include "widgets/lcd/lcd_widget.h"
#include "widgets/meter_face/meter_face.h"
#include "widgets/readings/readings_table.h"
#include "widgets/scope/scope_widget.h"
#include "widgets/speed/speed_control.h"

namespace desktop {

namespace {

constexpr QSize kFirstSize{1260, 700};  // fits a screen of 1366 x 768 with its panels
constexpr int kMessageTime = 4'000;     // ms
constexpr int kLayoutVersion = 1;

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kLayoutKey = QStringLiteral("window/layout");

}  // namespace

MainWindow::MainWindow(bench::Runner& runner, const QString& port, QWidget* parent)
    : QMainWindow(parent), runner_(runner) {
    setWindowTitle(tr("MeterTwin"));
    resize(kFirstSize);
    setDockNestingEnabled(true);
    setCentralWidget(make_device());
    connection_->show_path(port);
    make_docks();
    make_menus();
    meter_status_ = new QLabel{this};
    alert_status_ = new QLabel{this};
    statusBar()->addWidget(meter_status_);
    statusBar()->addPermanentWidget(alert_status_);
    connect_controls();
    first_layout_ = saveState(kLayoutVersion);
    face_->keypad().button(meter::Key::plus)->setFocus();
    watch_runner();
}

MainWindow::~MainWindow() { runner_.on_view({}); }

void MainWindow::remember_in(QSettings& settings) {
    settings_ = &settings;
    restoreGeometry(settings.value(kGeometryKey).toByteArray());
    restoreState(settings.value(kLayoutKey).toByteArray(), kLayoutVersion);
}

QString MainWindow::lcd_text() const { return face_->lcd().text(); }

QWidget* MainWindow::make_device() {
    auto* device = new QWidget{this};
    face_ = new widgets::MeterFace{device};
    connection_ = new widgets::ConnectionBar{device};
    speed_ = new widgets::SpeedControl{device};
    auto* column = new QVBoxLayout{device};
    column->setContentsMargins(12, 10, 12, 8);
    column->setSpacing(10);
    column->addWidget(face_, 1);
    column->addWidget(connection_);
    column->addWidget(speed_);
    return device;
}

QDockWidget* MainWindow::add_dock(const QString& name, const QString& title, QWidget* content) {
    auto* dock = new QDockWidget{title, this};
    dock->setObjectName(name);
    dock->setWidget(content);
    addDockWidget(Qt::RightDockWidgetArea, dock);
    return dock;
}

void MainWindow::make_docks() {
    scope_ = new widgets::ScopeWidget{this};
    editor_ = new widgets::InstallationEditor{this};
    readings_ = new widgets::ReadingsTable{this};
    QDockWidget* scope = add_dock(QStringLiteral("scope_dock"), tr("Scope"), scope_);
    QDockWidget* editor = add_dock(QStringLiteral("editor_dock"), tr("Installation"), editor_);
    QDockWidget* readings = add_dock(QStringLiteral("readings_dock"), tr("Readings"), readings_);
    splitDockWidget(scope, editor, Qt::Vertical);
    splitDockWidget(editor, readings, Qt::Horizontal);
    resizeDocks({scope, editor}, {390, 250}, Qt::Vertical);
    resizeDocks({editor, readings}, {410, 400}, Qt::Horizontal);
}

void MainWindow::make_menus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    QAction* quit = file->addAction(tr("&Quit"), this, &QWidget::close);
    quit->setShortcut(QKeySequence::Quit);
    QMenu* view = menuBar()->addMenu(tr("&View"));
    for (QDockWidget* dock : findChildren<QDockWidget*>())
        view->addAction(dock->toggleViewAction());
    view->addSeparator();
    view->addAction(tr("&Reset layout"), this, &MainWindow::reset_layout);
    QMenu* help = menuBar()->addMenu(tr("&Help"));
    help->addAction(tr("&About MeterTwin"), this, [this] {
        QMessageBox::about(this, tr("About MeterTwin"),
                           tr("<b>MeterTwin %1</b><p>A cycle-level twin of a three-phase Modbus "
                              "power and energy meter.")
                               .arg(QApplication::applicationVersion()));
    });
}

void MainWindow::connect_controls() {
    using widgets::SpeedControl;
    connect(&face_->keypad(), &widgets::Keypad::key_changed, this,
            [this](meter::Key key, bool down) { runner_.key(key, down); });
    connect(editor_, &widgets::InstallationEditor::edited, this, &MainWindow::apply);
    connect(connection_, &widgets::ConnectionBar::copied, this, [this](const QString& path) {
        statusBar()->showMessage(tr("Copied %1").arg(path), kMessageTime);
    });
    connect(speed_, &SpeedControl::speed_changed, this,
            [this](double speed) { runner_.set_speed(speed); });
    connect(speed_, &SpeedControl::pause_requested, this,
            [this](bool pause) { pause ? runner_.pause() : runner_.resume(); });
    connect(speed_, &SpeedControl::step_requested, this,
            [this](int frames) { runner_.step(frames); });
}

// The owner's thread only leaves a note; a second note before the first is read is one too many.
void MainWindow::watch_runner() {
    runner_.on_view([this] {
        if (view_pending_.exchange(true)) return;
        QMetaObject::invokeMethod(
            this, [this] { show_view(); }, Qt::QueuedConnection);
    });
    show_view();
}

void MainWindow::show_view() {
    view_pending_ = false;
    std::shared_ptr<const bench::View> view = runner_.view();
    if (!view) return;
    view_ = std::move(view);
    face_->show_meter(view_->lcd, view_->contacts.energy, view_->contacts.alarm);
    scope_->show_record(scope_of(view_->scope));
    readings_->show_readings(readings_of(view_->points, view_->truth));
    speed_->show_state(view_->speed, view_->paused, view_->simulated_seconds,
                       view_->realtime_factor);
    connection_->show_line(line_text(view_->points.config.line));
    if (!edited_from_ || !(view_->installation == edited_from_->installation)) {
        edited_from_ = view_;
        editor_->show_settings(settings_of(view_->installation));
    }
    show_status(*view_);
    Q_EMIT shown();
}

void MainWindow::show_status(const bench::View& view) {
    meter_status_->setText(meter_text(view.points.config));
    if (!view.failure.empty()) {
        alert_status_->setText(tr("Stopped: %1").arg(QString::fromStdString(view.failure)));
    } else if (view.points.alerts == 0) {
        alert_status_->setText(tr("No alerts"));
    } else {
        alert_status_->setText(tr("Alerts 0x%1").arg(view.points.alerts, 4, 16, QLatin1Char{'0'}));
    }
}

void MainWindow::apply(const widgets::InstallationSettings& settings) {
    if (!view_) return;
    try {
        const signals::Installation installation = with_settings(view_->installation, settings);
        signals::check(installation);
        runner_.set_installation(installation);
    } catch (const std::invalid_argument& error) {
        statusBar()->showMessage(QString::fromUtf8(error.what()), kMessageTime);
    }
}

void MainWindow::reset_layout() {
    restoreState(first_layout_, kLayoutVersion);
    resize(kFirstSize);
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (!face_->keypad().handle(*event)) QMainWindow::keyPressEvent(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent* event) {
    if (!face_->keypad().handle(*event)) QMainWindow::keyReleaseEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (settings_ != nullptr) {
        settings_->setValue(kGeometryKey, saveGeometry());
        settings_->setValue(kLayoutKey, saveState(kLayoutVersion));
    }
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        face_->keypad().release_all();
    }
    QMainWindow::changeEvent(event);
}

}  // namespace desktop
