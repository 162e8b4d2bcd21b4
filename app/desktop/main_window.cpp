#include "app/desktop/main_window.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCloseEvent>
#include <QComboBox>
#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QSettings>
#include <QStatusBar>
#include <QToolBar>
#include <algorithm>
#include <array>
#include <string_view>

#include "app/desktop/file_actions.h"
#include "app/desktop/language.h"
#include "app/desktop/layouts.h"
#include "app/desktop/panes/device_pane.h"
#include "app/desktop/panes/history_bar.h"
#include "app/desktop/panes/line_pane.h"
#include "app/desktop/panes/ports_page.h"
#include "app/desktop/settings_bytes.h"
#include "app/desktop/translate.h"
#include "widgets/keypad/keypad.h"
#include "widgets/lcd/lcd_widget.h"
#include "widgets/meter_face/meter_face.h"
#include "widgets/notice/notice_bar.h"
#include "widgets/speed/speed_control.h"
#include "widgets/speed/speed_scale.h"
#include "widgets/words/translated.h"

namespace desktop {

namespace {

constexpr QSize kFirstSize{1300, 710};  // fits a screen of 1366 x 768 with its panels
constexpr int kLayoutVersion = 2;

const QString kGeometryKey = QStringLiteral("window/geometry");
const QString kLayoutKey = QStringLiteral("window/layout");

// 2520 frames are one reading window (metrology.md 1.3), 42 a cycle of 60 Hz.
constexpr std::int64_t kWindow = 2'520, kCycle = 42, kFrame = 1;

}  // namespace

struct MainWindow::MenuAction {
    const char* text;  // translated when shown; null: a separator
    const char* tip;
    const char* keys;
    void (*act)(MainWindow&);
};

struct MainWindow::MenuTable {
    // clang-format off
    static constexpr MenuAction kQuit[] = {
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "&Quit"), "", "Ctrl+Q",
         [](MainWindow& w) { w.close(); }},
    };
    static constexpr MenuAction kRun[] = {
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "&Pause or resume"),
         QT_TRANSLATE_NOOP("desktop::MainWindow", "Metering time stands still or goes on; the line keeps answering"),
         "F5", [](MainWindow& w) { w.toggle_pause(); }},
        {nullptr, nullptr, nullptr, nullptr},
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "Step one &window"),
         QT_TRANSLATE_NOOP("desktop::MainWindow", "Pause and advance one reading window (2520 frames, 1 s)"),
         "F10", [](MainWindow& w) { w.step(kWindow); }},
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "Step one &cycle"),
         QT_TRANSLATE_NOOP("desktop::MainWindow", "Pause and advance one mains cycle (42 frames)"),
         "F11", [](MainWindow& w) { w.step(kCycle); }},
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "Step one &frame"),
         QT_TRANSLATE_NOOP("desktop::MainWindow", "Pause and advance one converter frame (0.4 ms)"),
         "Shift+F11", [](MainWindow& w) { w.step(kFrame); }},
        {nullptr, nullptr, nullptr, nullptr},
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "F&aster"), "", "Ctrl+Up",
         [](MainWindow& w) { w.change_speed(+1); }},
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "&Slower"), "", "Ctrl+Down",
         [](MainWindow& w) { w.change_speed(-1); }},
    };
    static constexpr MenuAction kHelp[] = {
        {QT_TRANSLATE_NOOP("desktop::MainWindow", "&About MeterTwin"), "", "",
         [](MainWindow& w) { w.about(); }},
    };
    // clang-format on
};

MainWindow::MainWindow(bench::Runner& runner, const QString& port, QWidget* parent)
    : QMainWindow(parent),
      runner_(runner),
      records_(std::make_shared<bench::Records>()),
      document_(runner),
      docks_(*this, {runner, *records_, events_, port, undo_}),
      notices_(new widgets::NoticeBar{this}),
      files_(new FileActions{*this, document_, *notices_, undo_}) {
    document_.keep_window = [this] {
        return settings_bytes([this](QSettings& s) { keep_window(s); });
    };
    document_.recall_window = [this](const QByteArray& bytes) {
        recall_window(*settings_of(bytes));
    };
    document_.keep_ports = [this] { return ports().keep(); };
    document_.recall_ports = [this](const QByteArray& kept) { reopen(kept); };
    connect(&document_, &Document::opened, this, [this] {
        events_.clear();
        events_.follow(view_->time);
    });
    addToolBar(Qt::TopToolBarArea, notices_);
    addToolBarBreak();
    resize(kFirstSize);
    setDockNestingEnabled(true);
    make_tool_bar();
    make_menus();
    meter_status_ = new QLabel{this};
    alert_status_ = new QLabel{this};
    statusBar()->addPermanentWidget(meter_status_);
    statusBar()->addPermanentWidget(alert_status_);
    use(layouts().front());
    face().keypad().button(meter::Key::plus)->setFocus();
    runner_.speak(widgets::words);
    watch_runner();
}

MainWindow::~MainWindow() {
    if (recovery_) recovery_->close();
    runner_.on_view({});
    runner_.stop();
    runner_.record(nullptr);  // should somebody start it again
}

void MainWindow::remember_in(QSettings& settings) {
    settings_ = &settings;
    recall_window(settings);
    files_->remember_in(settings);
}

void MainWindow::recover_in(const QString& folder) {
    recovery_ = std::make_unique<Recovery>(document_, *notices_, folder);
}

void MainWindow::recall_window(const QSettings& settings) {
    restoreGeometry(settings.value(kGeometryKey).toByteArray());
    restoreState(settings.value(kLayoutKey).toByteArray(), kLayoutVersion);
    docks_.recall(settings);
}

void MainWindow::keep_window(QSettings& settings) const {
    settings.setValue(kGeometryKey, saveGeometry());
    settings.setValue(kLayoutKey, saveState(kLayoutVersion));
    docks_.keep(settings);
}

widgets::MeterFace& MainWindow::face() const {
    return static_cast<DevicePane*>(docks_.pane("device_dock"))->face();
}

PortsPage& MainWindow::ports() const {
    return static_cast<LinePane*>(docks_.pane("line_dock"))->ports();
}

void MainWindow::reopen(const QByteArray& kept) {
    const QStringList said = ports().reopen(kept);
    if (said.isEmpty()) return;
    notices_->put({QStringLiteral("ports"),
                   tr("Ports of the window before: %1").arg(said.join(QLatin1Char{' '})),
                   {{tr("Close"), {}}}});
}

QString MainWindow::lcd_text() const { return face().lcd().text(); }

void MainWindow::make_menus() {
    QMenu* file = menuBar()->addMenu(tr("&File"));
    files_->fill_file_menu(*file);
    add_actions(*file, MenuTable::kQuit);
    files_->fill_edit_menu(*menuBar()->addMenu(tr("&Edit")));
    QMenu* view = menuBar()->addMenu(tr("&View"));
    docks_.fill_menu(*view);
    view->addSeparator();
    for (const Layout& layout : layouts()) {
        QAction* action = view->addAction(
            tr("Layout: %1").arg(QCoreApplication::translate("desktop::Layouts", layout.title)),
            this, [this, &layout] { use(layout); });
        action->setShortcut(QKeySequence{QString::fromLatin1(layout.keys)});
        action->setStatusTip(QCoreApplication::translate("desktop::Layouts", layout.tip));
    }
    view->addSeparator();
    view->addMenu(make_language_menu(*this, [this] { return settings_; }));
    add_actions(*menuBar()->addMenu(tr("&Run")), MenuTable::kRun);
    add_actions(*menuBar()->addMenu(tr("&Help")), MenuTable::kHelp);
}

void MainWindow::add_actions(QMenu& menu, std::span<const MenuAction> actions) {
    for (const MenuAction& row : actions) {
        if (row.text == nullptr) {
            menu.addSeparator();
            continue;
        }
        QAction* action = menu.addAction(tr(row.text), this, [this, act = row.act] { act(*this); });
        action->setShortcut(QKeySequence{QString::fromLatin1(row.keys)});
        action->setStatusTip(tr(row.tip));
    }
}

void MainWindow::make_tool_bar() {
    using widgets::SpeedControl;
    speed_ = new SpeedControl{this};
    connect(speed_, &SpeedControl::speed_changed, this,
            [this](double speed) { runner_.set_speed(speed); });
    connect(speed_, &SpeedControl::pause_requested, this,
            [this](bool pause) { pause ? runner_.pause() : runner_.resume(); });
    connect(speed_, &SpeedControl::step_requested, this, [this](int frames) { step(frames); });
    QToolBar* bar = addToolBar(tr("Time"));
    bar->setObjectName(QStringLiteral("time_bar"));
    bar->addWidget(speed_);
    make_meter_chooser(*bar);
}

void MainWindow::make_meter_chooser(QToolBar& bar) {
    meters_ = new QComboBox{this};
    meters_->setObjectName(QStringLiteral("meter_chooser"));
    meters_->setAccessibleName(tr("Meter on show"));
    meters_->setToolTip(
        tr("Which meter of the line the docks are about; all of them run and answer"));
    meters_->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    connect(meters_, &QComboBox::activated, this, &MainWindow::choose_meter);
    meter_chooser_ = {bar.addSeparator(), bar.addWidget(meters_)};
    show_meter_chooser(false);
}

void MainWindow::show_meter_chooser(bool several) {
    for (QAction* place : meter_chooser_) place->setVisible(several);
}

// A run that is opened may have more or less of them. Addresses may be changed at any time; those
// of the others are as old as their views.
void MainWindow::show_meters() {
    const int meters = static_cast<int>(view_->meters);
    while (meters_->count() > meters) meters_->removeItem(meters_->count() - 1);
    while (meters_->count() < meters) meters_->addItem({});
    show_meter_chooser(meters > 1);
    for (int place = 0; place < meters; ++place) {
        const auto view = runner_.view(static_cast<std::size_t>(place));
        if (!view) continue;  // they are being exchanged
        const QString text =
            tr("Meter %1: address %2").arg(place + 1).arg(view->points.config.line.address);
        if (meters_->itemText(place) != text) meters_->setItemText(place, text);
    }
    meters_->setCurrentIndex(static_cast<int>(view_->meter));
}

void MainWindow::choose_meter(int place) { runner_.watch(static_cast<std::size_t>(place)); }

// The owner's thread only leaves a note; a second note before the first is read is one too many.
void MainWindow::watch_runner() {
    runner_.record(records_);
    runner_.on_view([this] {
        if (view_pending_.exchange(true)) return;
        QMetaObject::invokeMethod(
            this, [this] { show_view(); }, Qt::QueuedConnection);
    });
    show_view();
}

void MainWindow::show_view() {
    view_pending_ = false;
    const ViewPtr before = view_;
    ViewPtr view = runner_.view();
    if (!view) return;
    view_ = std::move(view);
    document_.follow(*view_);
    undo_.show(view_->meter);
    events_.about(view_->meter, view_->meters);
    events_.follow(view_->time);
    if (before) follow_time(*before, *view_);
    show_meters();
    const bool changed =
        !before || before->meter != view_->meter || !(before->installation == view_->installation);
    docks_.show_view(view_, changed || view_->paused);
    speed_->show_state(view_->speed, view_->paused, view_->simulated_seconds,
                       view_->realtime_factor);
    show_status(*view_);
    Q_EMIT shown();
}

// What is looked at is no event; going on from there is one, and the edits undone by it are over.
void MainWindow::follow_time(const bench::View& before, const bench::View& after) {
    if (after.time.looking || before.time.looking) {
        if (after.time.looking || before.time.present == after.time.present) return;
    } else if (before.time.present == after.time.present) {
        if (after.meter == before.meter) events_.compare(before, after);
        return;
    }
    undo_.clear();
    events_.add(after.simulated_seconds, EventKind::run,
                tr("goes on from here as %1").arg(branch_name(after.time, after.time.present)));
}

void MainWindow::show_status(const bench::View& view) {
    const auto show = [](QLabel& label, const QString& text) {
        if (label.text() != text) label.setText(text);
    };
    show(*meter_status_, meter_text(view.points.config));
    if (!view.failure.empty()) {
        show(*alert_status_, tr("Stopped: %1").arg(QString::fromStdString(view.failure)));
    } else if (view.points.alerts == 0) {
        show(*alert_status_, tr("No alerts"));
    } else {
        QStringList alerts;
        for (int bit = 0; bit < 16; ++bit)
            if ((view.points.alerts >> bit & 1U) != 0) alerts.append(alert_text(bit));
        show(*alert_status_, tr("Alerts: %1").arg(alerts.join(QStringLiteral(", "))));
    }
}

void MainWindow::use(const Layout& layout) { arrange(*this, layout); }

void MainWindow::use_layout(const char* name) {
    for (const Layout& layout : layouts())
        if (std::string_view{layout.name} == name) use(layout);
}

void MainWindow::toggle_pause() { view_->paused ? runner_.resume() : runner_.pause(); }

void MainWindow::step(std::int64_t frames) { runner_.step(frames); }

void MainWindow::change_speed(int positions) {
    const int last = static_cast<int>(widgets::kSpeeds.size()) - 1;
    const int next = std::clamp(widgets::position_of(view_->speed) + positions, 0, last);
    runner_.set_speed(widgets::kSpeeds[static_cast<std::size_t>(next)]);
}

void MainWindow::about() {
    auto* box =
        new QMessageBox{QMessageBox::Information, tr("About MeterTwin"),
                        tr("<b>MeterTwin %1</b><p>A cycle-level twin of a three-phase Modbus "
                           "power and energy meter.")
                            .arg(QApplication::applicationVersion()),
                        QMessageBox::Ok, this};
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setModal(false);
    box->show();
}

void MainWindow::keyPressEvent(QKeyEvent* event) {
    if (!face().keypad().handle(*event)) QMainWindow::keyPressEvent(event);
}

void MainWindow::keyReleaseEvent(QKeyEvent* event) {
    if (!face().keypad().handle(*event)) QMainWindow::keyReleaseEvent(event);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (settings_ != nullptr) keep_window(*settings_);
    QMainWindow::closeEvent(event);
}

void MainWindow::changeEvent(QEvent* event) {
    if (event->type() == QEvent::ActivationChange && !isActiveWindow()) {
        face().keypad().release_all();
    }
    QMainWindow::changeEvent(event);
}

}  // namespace desktop
