// Unsaved work survives: a copy of the run is kept in a folder of the user's own and offered again
// by the next window, whatever ended this one.
//
//   FOLDER/PID-TIME.metertwin        the copy, a whole workspace, replaced as a whole
//   FOLDER/PID-TIME.metertwin.lock   held by the process whose copy it is
//
// A copy is taken 2 s after somebody did something to the run, and every 30 s (of large ones every
// 10 s per MB) while there is unsaved work. Taking it costs the meter's thread one snapshot; it is
// put together and written elsewhere. A window that closes with unsaved work leaves its copy, one
// that closes without takes it away: nothing is asked, nothing is lost.
#pragma once

#include <QElapsedTimer>
#include <QLockFile>
#include <QObject>
#include <QString>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

#include "app/desktop/document.h"

namespace widgets {
class NoticeBar;
}

namespace desktop {

class Recovery final : public QObject {
    Q_OBJECT
 public:
    // `folder` is made when it is missing. Offers in `notices` what others have left there. All
    // must outlive it.
    Recovery(Document& document, widgets::NoticeBar& notices, const QString& folder,
             QObject* parent = nullptr);
    ~Recovery() override;

    // Takes a copy now, if there is unsaved work; copied() follows.
    void copy();
    // Opens what another window has left there, as by its offer.
    void recover(const QString& file);
    // At the end of the window, while the runner still runs.
    void close();
    [[nodiscard]] const QString& file() const { return file_; }

 Q_SIGNALS:
    void copied();

 private:
    struct Left {  // what another window has left
        QString file;
        std::unique_ptr<QLockFile> lock;
    };

    void begin_file();
    void offer_all();
    void offer(const std::shared_ptr<Left>& left, const QString& text);
    void opened();
    void set_aside();
    void tick();

    Document& document_;
    widgets::NoticeBar& notices_;
    QString folder_;
    QString file_;
    std::unique_ptr<QLockFile> lock_;
    std::shared_ptr<Left> opening_;
    QTimer timer_;
    std::int64_t copied_doings_ = 0;
    QElapsedTimer since_copy_;
    bool copying_ = false;
};

}  // namespace desktop
