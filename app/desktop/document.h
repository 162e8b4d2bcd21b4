// What the window works on: a run, where it began, the file that it was saved to.
//
// Opening and saving go on beside the window: files are read, prepared and written by a thread of
// their own, progress and what went wrong are told by signals, and a run that is opened takes the
// place of the other between two frames.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QString>
#include <QThreadPool>
#include <atomic>
#include <functional>
#include <memory>

#include "app/bench/workspace/workspace.h"
#include "app/desktop/pane.h"

namespace desktop {

class Document final : public QObject {
    Q_OBJECT
 public:
    // Keeps a history of the runner from now on. All hooks may be empty.
    explicit Document(bench::Runner& runner, QObject* parent = nullptr);
    ~Document() override;  // what is being written is written to its end

    // What the window adds to a workspace, and gets back from one.
    std::function<QByteArray()> keep_window;
    std::function<void(const QByteArray&)> recall_window;
    // What it adds to a copy for safety besides, and gets back when that is recovered: the ports,
    // which are no part of a run but were there when somebody worked on it.
    std::function<QByteArray()> keep_ports;
    std::function<void(const QByteArray&)> recall_ports;

    // The run that the runner has was made of this scenario; `name` is its file.
    void began_with(const QString& name, const QByteArray& scenario);

    // A workspace, which is paused then, a scenario (.toml) or a recording (anything else). Ends in
    // opened() or failed().
    void open(const QString& file);
    // A workspace that somebody lost: it has no file of its own until it is saved.
    void recover(const QString& file);
    void start_anew();  // the default installation
    void cancel();      // what is being opened

    // Ends in saved() or failed().
    void save(const QString& file);
    // A copy for safety: the document stays as unsaved as it is. `then` gets what went wrong.
    void save_copy(const QString& file, std::function<void(const QString& error)> then);
    // The same before this returns.
    void save_copy_now(const QString& file);

    [[nodiscard]] QString file() const { return file_; }  // *.metertwin; empty: none yet
    [[nodiscard]] QString title() const;                  // for people
    // Somebody has done something to the run that is in no file.
    [[nodiscard]] bool is_modified() const { return recovered_ || doings_ != saved_doings_; }
    [[nodiscard]] std::int64_t doings() const { return doings_; }
    void follow(const bench::View& view);

 Q_SIGNALS:
    void about_to_be_replaced();
    void opened(const QString& file);  // empty: begun anew
    void saved(const QString& file);
    void failed(const QString& why);
    void preparing(const QString& file, int percent);  // 100: it is over
    void changed();                                    // title or modification

 private:
    struct Opened;
    using Make = std::function<Opened(const std::function<void(double)>& progress)>;

    void prepare(const QString& file, const Make& make);
    void put_in_place(const std::shared_ptr<Opened>& next);
    void in_place(const Opened& next);
    [[nodiscard]] bench::Workspace workspace(bench::Tree history) const;
    [[nodiscard]] bench::Workspace copy(bench::Workspace workspace) const;
    void write(bench::Workspace workspace, const QString& file,
               std::function<void(const QString&)> then);
    void collect(std::function<void(bench::Workspace)> then);

    bench::Runner& runner_;
    bench::Workspace base_;
    QString file_;
    QString name_;
    bool recovered_ = false;
    std::int64_t doings_ = 0;
    std::int64_t saved_doings_ = 0;
    std::shared_ptr<std::atomic<bool>> cancelled_;
    QThreadPool worker_;
};

}  // namespace desktop
