#include "app/desktop/document.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <future>
#include <stdexcept>
#include <utility>

#include "app/bench/runner.h"
#include "app/bench/workspace/workspace_file.h"
#include "app/desktop/error_text.h"
#include "signals/scenario/scenario_file.h"

namespace desktop {

namespace {

const char* const kWindow = "window";
const char* const kTitle = "title";
const char* const kPorts = "ports";

std::vector<std::uint8_t> bytes_of(const QByteArray& array) { return {array.begin(), array.end()}; }

QByteArray array_of(const std::map<std::string, std::vector<std::uint8_t>>& extras,
                    const char* name) {
    const auto found = extras.find(name);
    if (found == extras.end()) return {};
    return {reinterpret_cast<const char*>(found->second.data()),
            static_cast<qsizetype>(found->second.size())};
}

struct Cancelled : std::runtime_error {
    Cancelled() : std::runtime_error("") {}
};

}  // namespace

// What takes the place of the run.
struct Document::Opened {
    QString file;  // of the document
    QString name;
    bool recovered = false;
    bool pauses = false;  // at the moment where it stands, until somebody goes on
    bench::Workspace workspace;
    bench::MakeInput make_input;
};

namespace {

bench::Tree begin(const signals::Scenario& scenario) {
    return bench::tree_of(bench::Rig{scenario});
}

}  // namespace

Document::Document(bench::Runner& runner, QObject* parent) : QObject(parent), runner_(runner) {
    worker_.setMaxThreadCount(1);
    runner_.keep_history();
}

Document::~Document() {
    cancel();
    worker_.waitForDone();
}

void Document::began_with(const QString& name, const QByteArray& scenario) {
    name_ = name;
    base_.scenario_name = name.toStdString();
    base_.scenario = scenario.toStdString();
    Q_EMIT changed();
}

QString Document::title() const {
    const QString shown = file_.isEmpty() ? name_ : file_;
    return shown.isEmpty() ? tr("unsaved run") : QFileInfo{shown}.fileName();
}

void Document::follow(const bench::View& view) {
    const bool before = is_modified();
    doings_ = view.time.doings;
    if (before != is_modified()) Q_EMIT changed();
}

void Document::cancel() {
    if (cancelled_) *cancelled_ = true;
}

void Document::prepare(const QString& file, const Make& make) {
    cancel();
    auto cancelled = cancelled_ = std::make_shared<std::atomic<bool>>(false);
    const auto tell = [this, file](double share) {
        QMetaObject::invokeMethod(
            this, [this, file, share] { Q_EMIT preparing(file, static_cast<int>(share * 99.0)); });
    };
    worker_.start([this, file, make, cancelled, tell] {
        QString why;
        std::shared_ptr<Opened> next;
        try {
            next = std::make_shared<Opened>(make([&](double share) {
                if (*cancelled) throw Cancelled{};
                tell(share);
            }));
        } catch (const Cancelled&) {
        } catch (const std::exception& error) {
            why = error_text(error);
        }
        QMetaObject::invokeMethod(this, [this, file, why, next, cancelled] {
            Q_EMIT preparing(file, 100);
            if (!why.isEmpty()) return Q_EMIT failed(why);
            if (next && !*cancelled) put_in_place(next);
        });
    });
}

void Document::put_in_place(const std::shared_ptr<Opened>& next) {
    Q_EMIT about_to_be_replaced();
    if (next->pauses) runner_.pause();
    runner_.open(next->workspace.history, next->make_input, [this, next](const std::string& error) {
        QMetaObject::invokeMethod(this, [this, next, why = QString::fromStdString(error)] {
            if (!why.isEmpty()) return Q_EMIT failed(next->name + QStringLiteral(": ") + why);
            in_place(*next);
        });
    });
}

void Document::in_place(const Opened& next) {
    base_ = next.workspace;
    base_.history = {};
    file_ = next.file;
    name_ = next.name;
    recovered_ = next.recovered;
    saved_doings_ = doings_;
    const QByteArray window = array_of(base_.extras, kWindow);
    if (recall_window && !window.isEmpty()) recall_window(window);
    const QByteArray ports = array_of(base_.extras, kPorts);
    if (recall_ports && next.recovered && !ports.isEmpty()) recall_ports(ports);
    base_.extras.erase(kPorts);
    Q_EMIT opened(next.file.isEmpty() ? next.name : next.file);
    Q_EMIT changed();
}

void Document::open(const QString& file) {
    const std::string path = file.toStdString();
    prepare(file, [file, path](const std::function<void(double)>& progress) {
        Opened out;
        out.name = file;
        if (bench::looks_like_workspace(path) || file.endsWith(QLatin1String(".metertwin"))) {
            out.file = file;
            out.pauses = true;
            out.workspace = bench::read_workspace(path);
            if (auto& capture = out.workspace.capture) capture->how.progress = progress;
            out.make_input = bench::open_capture(out.workspace.capture, path);
        } else if (file.endsWith(QLatin1String(".toml"), Qt::CaseInsensitive)) {
            QFile text{file};
            if (text.open(QFile::ReadOnly)) out.workspace.scenario = text.readAll().toStdString();
            out.workspace.scenario_name = path;
            out.workspace.history = begin(signals::read_scenario(path));
        } else {
            signals::ReplayOptions how;
            how.progress = progress;
            out.workspace.capture = bench::capture_source(path, how);
            const auto replay = bench::open_replay(*out.workspace.capture);
            signals::Scenario scenario;
            scenario.meter = replay->settings();
            out.workspace.history = begin(scenario);
            out.make_input = bench::input_of(replay);
        }
        if (out.workspace.capture) out.workspace.capture->how.progress = {};
        return out;
    });
}

void Document::recover(const QString& file) {
    const std::string path = file.toStdString();
    prepare(file, [path](const std::function<void(double)>& progress) {
        Opened out;
        out.recovered = out.pauses = true;
        out.workspace = bench::read_workspace(path);
        out.name = QString::fromUtf8(array_of(out.workspace.extras, kTitle));
        if (auto& capture = out.workspace.capture) capture->how.progress = progress;
        out.make_input = bench::open_capture(out.workspace.capture);
        if (out.workspace.capture) out.workspace.capture->how.progress = {};
        return out;
    });
}

void Document::start_anew() {
    auto next = std::make_shared<Opened>();
    next->workspace.history = begin({});
    put_in_place(next);
}

bench::Workspace Document::workspace(bench::Tree history) const {
    bench::Workspace out = base_;
    out.program = "MeterTwin " + QCoreApplication::applicationVersion().toStdString();
    out.history = std::move(history);
    out.extras[kTitle] = bytes_of(title().toUtf8());
    if (keep_window) out.extras[kWindow] = bytes_of(keep_window());
    return out;
}

bench::Workspace Document::copy(bench::Workspace workspace) const {
    if (keep_ports) workspace.extras[kPorts] = bytes_of(keep_ports());
    return workspace;
}

void Document::collect(std::function<void(bench::Workspace)> then) {
    runner_.collect([this, then = std::move(then)](bench::Tree tree) {
        QMetaObject::invokeMethod(
            this, [this, then, tree = std::make_shared<bench::Tree>(std::move(tree))] {
                then(workspace(std::move(*tree)));
            });
    });
}

void Document::write(bench::Workspace workspace, const QString& file,
                     std::function<void(const QString&)> then) {
    auto shared = std::make_shared<bench::Workspace>(std::move(workspace));
    worker_.start([this, shared, file, then = std::move(then)] {
        QString why;
        try {
            bench::write_workspace(*shared, file.toStdString());
        } catch (const std::exception& error) {
            why = error_text(error);
        }
        QMetaObject::invokeMethod(this, [then, why] { then(why); });
    });
}

void Document::save(const QString& file) {
    collect([this, file, doings = doings_](bench::Workspace all) {
        write(std::move(all), file, [this, file, doings](const QString& why) {
            if (!why.isEmpty()) return Q_EMIT failed(why);
            file_ = file;
            recovered_ = false;
            saved_doings_ = doings;
            Q_EMIT saved(file);
            Q_EMIT changed();
        });
    });
}

void Document::save_copy(const QString& file, std::function<void(const QString&)> then) {
    collect([this, file, then = std::move(then)](bench::Workspace all) {
        write(copy(std::move(all)), file, then);
    });
}

void Document::save_copy_now(const QString& file) {
    if (!runner_.view()->failure.empty()) throw std::runtime_error(runner_.view()->failure);
    std::promise<bench::Tree> promise;
    runner_.collect([&](bench::Tree tree) { promise.set_value(std::move(tree)); });
    worker_.waitForDone();
    bench::write_workspace(copy(workspace(promise.get_future().get())), file.toStdString());
}

}  // namespace desktop
