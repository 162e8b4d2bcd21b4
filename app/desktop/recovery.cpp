#include "app/desktop/recovery.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <algorithm>
#include <exception>
#include <utility>

#include "app/desktop/error_text.h"
#include "widgets/notice/notice_bar.h"

namespace desktop {

namespace {

constexpr int kLook = 2'000;               // ms between two looks at what was done
constexpr qint64 kLeastInterval = 30'000;  // ms between copies of a run that nobody touches
constexpr qint64 kBytesPerMs = 100;        // of larger ones

const QString kSuffix = QStringLiteral(".metertwin");
const QString kLock = QStringLiteral(".lock");

std::unique_ptr<QLockFile> lock_of(const QString& file) {
    auto lock = std::make_unique<QLockFile>(file + kLock);
    lock->setStaleLockTime(0);  // it is stale when its process is gone, not by age
    return lock->tryLock() ? std::move(lock) : nullptr;
}

void remove(const QString& file) { QFile::remove(file); }

}  // namespace

Recovery::Recovery(Document& document, widgets::NoticeBar& notices, const QString& folder,
                   QObject* parent)
    : QObject(parent), document_(document), notices_(notices), folder_(folder) {
    QDir{}.mkpath(folder_);
    offer_all();
    begin_file();
    since_copy_.start();
    timer_.setInterval(kLook);
    connect(&timer_, &QTimer::timeout, this, &Recovery::tick);
    connect(&document_, &Document::about_to_be_replaced, this, &Recovery::set_aside);
    connect(&document_, &Document::opened, this, &Recovery::opened);
    connect(&document_, &Document::failed, this, [this] { opening_.reset(); });
    connect(&document_, &Document::saved, this, [this] { remove(file_); });
    timer_.start();
}

Recovery::~Recovery() = default;

void Recovery::begin_file() {
    const QString stem = QStringLiteral("%1/%2-%3")
                             .arg(folder_)
                             .arg(QCoreApplication::applicationPid())
                             .arg(QDateTime::currentMSecsSinceEpoch());
    file_ = stem + kSuffix;
    for (int n = 2; QFile::exists(file_ + kLock); ++n)
        file_ = QStringLiteral("%1-%2%3").arg(stem).arg(n).arg(kSuffix);
    lock_ = lock_of(file_);
    copied_doings_ = document_.doings();
}

void Recovery::offer_all() {
    const QFileInfoList files =
        QDir{folder_}.entryInfoList({QLatin1Char{'*'} + kSuffix}, QDir::Files, QDir::Time);
    for (const QFileInfo& info : files) {
        auto lock = lock_of(info.absoluteFilePath());
        if (!lock) continue;  // of a window that is open
        offer(std::make_shared<Left>(Left{info.absoluteFilePath(), std::move(lock)}),
              tr("Unsaved work of %1 was kept.")
                  .arg(QLocale{}.toString(info.lastModified(), QLocale::ShortFormat)));
    }
}

void Recovery::offer(const std::shared_ptr<Left>& left, const QString& text) {
    const auto open = [this, left] {
        opening_ = left;
        document_.recover(left->file);
    };
    notices_.put({left->file,
                  text,
                  {{tr("Open it"), open},
                   {tr("Throw it away"), [left] { remove(left->file); }},
                   {tr("Ask again next time"), [left] { (void)left; }}}});
}

void Recovery::recover(const QString& file) {
    notices_.take_away(file);  // and with it the offer's lock
    opening_ = std::make_shared<Left>(Left{file, lock_of(file)});
    document_.recover(file);
}

// The file goes when its work is in another place: this window's own copy.
void Recovery::opened() {
    const auto left = std::exchange(opening_, nullptr);
    if (!left || !document_.is_modified()) return;
    document_.save_copy(file_, [this, left](const QString& why) {
        if (why.isEmpty()) remove(left->file);
        Q_EMIT copied();
    });
}

void Recovery::tick() {
    if (!document_.is_modified() || copying_) return;
    const qint64 wait = std::max(kLeastInterval, QFileInfo{file_}.size() / kBytesPerMs);
    if (document_.doings() == copied_doings_ && !since_copy_.hasExpired(wait)) return;
    copy();
}

void Recovery::copy() {
    if (!document_.is_modified() || copying_) return;
    copying_ = true;
    copied_doings_ = document_.doings();
    since_copy_.start();
    document_.save_copy(file_, [this](const QString& why) {
        copying_ = false;
        if (!why.isEmpty())
            notices_.put({QStringLiteral("copy"),
                          tr("No copy of unsaved work can be kept: %1").arg(why),
                          {{tr("Close"), {}}}});
        Q_EMIT copied();
    });
}

// The run that is replaced stays to be had, if somebody worked on it.
void Recovery::set_aside() {
    if (!document_.is_modified()) return remove(file_);
    try {
        document_.save_copy_now(file_);
    } catch (const std::exception& error) {
        return Q_EMIT document_.failed(error_text(error));
    }
    auto left = std::make_shared<Left>(Left{file_, std::move(lock_)});
    begin_file();
    offer(left, tr("The run before was not saved; it was kept."));
}

void Recovery::close() {
    timer_.stop();
    try {
        if (document_.is_modified())
            document_.save_copy_now(file_);
        else
            remove(file_);
    } catch (const std::exception&) {
        return;  // the last copy stays
    }
}

}  // namespace desktop
