#include "app/desktop/file_actions.h"

#include <QAction>
#include <QDragEnterEvent>
#include <QDropEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QMainWindow>
#include <QMenu>
#include <QMimeData>
#include <QSettings>
#include <QStatusBar>

#include "app/desktop/document.h"
#include "app/desktop/undo_stacks.h"
#include "widgets/notice/notice_bar.h"

namespace desktop {

namespace {

const QString kRecentKey = QStringLiteral("files/recent");
const QString kSuffix = QStringLiteral(".metertwin");

QString dropped_file(const QMimeData& data) {
    for (const QUrl& url : data.urls())
        if (url.isLocalFile()) return url.toLocalFile();
    return {};
}

// The dialog belongs to the window but does not stop it.
QFileDialog* dialog(QMainWindow& window, const QString& title, QFileDialog::AcceptMode mode) {
    auto* out = new QFileDialog{&window, title};
    out->setAttribute(Qt::WA_DeleteOnClose);
    out->setModal(false);
    out->setAcceptMode(mode);
    return out;
}

}  // namespace

FileActions::FileActions(QMainWindow& window, Document& document, widgets::NoticeBar& notices,
                         UndoStacks& undo)
    : QObject(&window), window_(window), document_(document), notices_(notices), undo_(undo) {
    window_.setAcceptDrops(true);
    window_.installEventFilter(this);
    connect(&document_, &Document::changed, this, &FileActions::show_title);
    connect(&document_, &Document::preparing, this, &FileActions::show_progress);
    connect(&document_, &Document::failed, this, [this](const QString& why) {
        notices_.put({QStringLiteral("failed"), why, {{tr("Close"), {}}}});
    });
    connect(&document_, &Document::opened, this, [this](const QString& file) {
        undo_.clear();
        notices_.take_away(QStringLiteral("failed"));
        if (!file.isEmpty() && QFileInfo::exists(file)) add_recent(file);
        window_.statusBar()->showMessage(tr("Opened %1").arg(document_.title()), 5'000);
    });
    connect(&document_, &Document::saved, this, [this](const QString& file) {
        add_recent(file);
        window_.statusBar()->showMessage(tr("Saved %1").arg(file), 5'000);
    });
    show_title();
}

void FileActions::fill_file_menu(QMenu& menu) {
    const auto add = [&](const QString& text, const char* keys, const QString& tip, auto act) {
        QAction* action = menu.addAction(text, this, act);
        action->setShortcut(QKeySequence{QString::fromLatin1(keys)});
        action->setStatusTip(tip);
        action->setToolTip(tip);
    };
    add(tr("&New"), "Ctrl+N", tr("Begin a new run of a healthy 480Y/277 V installation"),
        [this] { document_.start_anew(); });
    add(tr("&Open\u2026"), "Ctrl+O",
        tr("A workspace, a scenario (TOML) or a recording (COMTRADE, CSV, WAV); dropping the file "
           "on the window does the same"),
        [this] { open(); });
    recent_menu_ = menu.addMenu(tr("Open &Recent"));
    recent_menu_->setObjectName(QStringLiteral("recent_files"));
    menu.addSeparator();
    add(tr("&Save"), "Ctrl+S",
        tr("The whole run with its past, its branches and this window's arrangement, in one file"),
        [this] { save(); });
    add(tr("Save &As\u2026"), "Ctrl+Shift+S", tr("To another file"), [this] { save_as(); });
    menu.addSeparator();
    fill_recent();
}

void FileActions::fill_edit_menu(QMenu& menu) {
    QAction* undo = undo_.group().createUndoAction(&menu, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence{QStringLiteral("Ctrl+Z")});
    undo->setStatusTip(
        tr("Take back the last edit of the installation, by a new one at the "
           "present: what was metered stays"));
    QAction* redo = undo_.group().createRedoAction(&menu, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence{QStringLiteral("Ctrl+Shift+Z")});
    menu.addActions({undo, redo});
}

void FileActions::remember_in(QSettings& settings) {
    settings_ = &settings;
    recent_ = settings.value(kRecentKey).toStringList();
    fill_recent();
}

void FileActions::add_recent(const QString& file) {
    const QString path = QFileInfo{file}.absoluteFilePath();
    recent_.removeAll(path);
    recent_.prepend(path);
    recent_ = recent_.mid(0, kMostRecent);
    if (settings_ != nullptr) settings_->setValue(kRecentKey, recent_);
    fill_recent();
}

void FileActions::fill_recent() {
    if (recent_menu_ == nullptr) return;
    recent_menu_->clear();
    int number = 0;
    for (const QString& file : recent_) {
        ++number;
        const QString text = QStringLiteral("%1%2 %3")
                                 .arg(number < 10 ? QStringLiteral("&") : QString{})
                                 .arg(number)
                                 .arg(QFileInfo{file}.fileName());
        recent_menu_->addAction(text, this, [this, file] { document_.open(file); })
            ->setStatusTip(file);
    }
    recent_menu_->setEnabled(!recent_.isEmpty());
    if (recent_.isEmpty()) return;
    recent_menu_->addSeparator();
    recent_menu_->addAction(tr("&Forget them"), this, [this] {
        recent_.clear();
        if (settings_ != nullptr) settings_->remove(kRecentKey);
        fill_recent();
    });
}

void FileActions::show_title() {
    window_.setWindowTitle(tr("%1[*] \u2013 MeterTwin").arg(document_.title()));
    window_.setWindowModified(document_.is_modified());
}

void FileActions::show_progress(const QString& file, int percent) {
    const QString key = QStringLiteral("preparing");
    if (percent >= 100) return notices_.take_away(key);
    notices_.put({key,
                  tr("Preparing %1 \u2026 %2 %").arg(QFileInfo{file}.fileName()).arg(percent),
                  {{tr("Cancel"), [this] { document_.cancel(); }}}});
}

void FileActions::open() {
    QFileDialog* which = dialog(window_, tr("Open"), QFileDialog::AcceptOpen);
    which->setFileMode(QFileDialog::ExistingFile);
    which->setNameFilters(
        {tr("Everything that can be opened (*.metertwin *.toml *.cfg *.cff *.csv *.wav)"),
         tr("Workspaces (*.metertwin)"), tr("Scenarios (*.toml)"),
         tr("Recordings (*.cfg *.CFG *.cff *.CFF *.csv *.wav)"), tr("All files (*)")});
    connect(which, &QFileDialog::fileSelected, &document_, &Document::open);
    which->show();
}

void FileActions::save() {
    if (document_.file().isEmpty()) return save_as();
    document_.save(document_.file());
}

void FileActions::save_as() {
    QFileDialog* where = dialog(window_, tr("Save As"), QFileDialog::AcceptSave);
    where->setNameFilters({tr("Workspaces (*.metertwin)")});
    where->setDefaultSuffix(kSuffix.mid(1));
    connect(where, &QFileDialog::fileSelected, &document_, &Document::save);
    where->show();
}

bool FileActions::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::DragEnter) {
        auto* drag = static_cast<QDragEnterEvent*>(event);
        if (!dropped_file(*drag->mimeData()).isEmpty()) drag->acceptProposedAction();
        return true;
    }
    if (event->type() == QEvent::Drop) {
        auto* drop = static_cast<QDropEvent*>(event);
        const QString file = dropped_file(*drop->mimeData());
        if (!file.isEmpty()) document_.open(file);
        drop->acceptProposedAction();
        return true;
    }
    return QObject::eventFilter(watched, event);
}

}  // namespace desktop
