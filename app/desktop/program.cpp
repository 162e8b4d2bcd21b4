#include "app/desktop/program.h"

#include <fmt/core.h>

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <cstdio>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

#include "app/bench/workspace/workspace_file.h"
#include "app/desktop/language.h"
#include "app/desktop/main_window.h"
#include "app/desktop/screenshot.h"
#include "signals/scenario/scenario_file.h"

namespace desktop {

namespace {

std::optional<std::string> text_of(const std::optional<QString>& text) {
    return text ? std::optional{text->toStdString()} : std::nullopt;
}

QByteArray content_of(const QString& name) {
    QFile file{name};
    return file.open(QFile::ReadOnly) ? file.readAll() : QByteArray{};
}

// What cannot be read is told by the window when it opens it.
std::size_t meters_in(const QString& file) {
    const std::string path = file.toStdString();
    if (!bench::looks_like_workspace(path)) return 1;
    try {
        return bench::read_workspace(path).history.now().stretches.back().meters.size();
    } catch (const std::exception&) {
        return 1;
    }
}

Beginning beginning_of(const Options& options) {
    if (!options.file) return {};
    return {*options.file, false, meters_in(*options.file)};
}

std::vector<std::unique_ptr<bench::Rig>> rigs_of(const signals::Scenario& scenario,
                                                 std::size_t meters) {
    std::vector<std::unique_ptr<bench::Rig>> out;
    while (out.size() < meters) out.push_back(std::make_unique<bench::Rig>(scenario));
    return out;
}

void begin(MainWindow& window, const Beginning& how) {
    if (how.file.isEmpty()) return;
    if (how.recovered && window.recovery() != nullptr)
        window.recovery()->recover(how.file);
    else
        window.document().open(how.file);
}

// `next` is what another window is to begin with when this one is gone; else it is left alone.
int run_window(const Options& options, const Beginning& how, std::optional<Beginning>& next) {
    const signals::Scenario scenario = options.scenario
                                           ? signals::read_scenario(options.scenario->toStdString())
                                           : signals::Scenario{};
    bench::Runner runner{rigs_of(scenario, how.meters)};
    const std::string port = runner.open_pty(text_of(options.pty));
    QSettings settings{QStringLiteral("MeterTwin"), QStringLiteral("metertwin")};
    install_language(options.language.value_or(chosen_language(settings)));
    MainWindow window{runner, QString::fromStdString(port)};
    if (options.scenario)
        window.document().began_with(*options.scenario, content_of(*options.scenario));
    if (options.screenshot) {
        new Screenshot{window, runner, *options.screenshot};
    } else {
        window.remember_in(settings);
        window.recover_in(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) +
                          QStringLiteral("/recovery"));
    }
    window.document().reopen = [&](const Beginning& wanted) {
        next = wanted;
        QMetaObject::invokeMethod(&window, &QWidget::close, Qt::QueuedConnection);
    };
    window.show();
    runner.start();
    begin(window, how);
    const int code = QApplication::exec();
    runner.stop();
    return code;
}

}  // namespace

int run(const Options& options) {
    try {
        Options each = options;
        std::optional<Beginning> next = beginning_of(options);
        int code = 0;
        while (next) {
            const Beginning how = *std::exchange(next, std::nullopt);
            code = run_window(each, how, next);
            each.scenario.reset();  // the first window's
        }
        return code;
    } catch (const std::exception& error) {
        std::string line = error.what();
        for (char& c : line) c = c == '\n' ? ' ' : c;
        fmt::print(stderr, "metertwin: {}\n", line);
        return kFailure;
    }
}

}  // namespace desktop
