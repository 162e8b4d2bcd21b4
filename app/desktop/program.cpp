#include "app/desktop/program.h"

#include <fmt/core.h>

#include <QApplication>
#include <QFile>
#include <QSettings>
#include <QStandardPaths>
#include <cstdio>
#include <exception>
#include <memory>

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

int run_window(const Options& options) {
    const signals::Scenario scenario = options.scenario
                                           ? signals::read_scenario(options.scenario->toStdString())
                                           : signals::Scenario{};
    bench::Runner runner{std::make_unique<bench::Rig>(scenario)};
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
    window.show();
    runner.start();
    if (options.file) window.document().open(*options.file);
    const int code = QApplication::exec();
    runner.stop();
    return code;
}

}  // namespace

int run(const Options& options) {
    try {
        return run_window(options);
    } catch (const std::exception& error) {
        std::string line = error.what();
        for (char& c : line) c = c == '\n' ? ' ' : c;
        fmt::print(stderr, "metertwin: {}\n", line);
        return kFailure;
    }
}

}  // namespace desktop
