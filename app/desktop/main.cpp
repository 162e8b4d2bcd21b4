// metertwin: the meter in a window.
#include <fmt/core.h>

#include <QApplication>
#include <QIcon>
#include <cstdio>
#include <cstdlib>

#include "app/desktop/language.h"
#include "app/desktop/program.h"

namespace {

// Qt ends the process with a core dump when it finds no display; one line is enough.
void on_message(QtMsgType type, const QMessageLogContext& /*context*/, const QString& text) {
    fmt::print(stderr, "metertwin: {}\n", text.section(QLatin1Char{'\n'}, 0, 0).toStdString());
    if (type != QtFatalMsg) return;
    fmt::print(stderr, "metertwin: no window is possible here; try metertwin-cli run\n");
    std::_Exit(desktop::kFailure);
}

void name_application() {
    QCoreApplication::setApplicationName(QStringLiteral("metertwin"));
    QCoreApplication::setApplicationVersion(QStringLiteral(METERTWIN_VERSION));
}

std::variant<desktop::Options, desktop::Ending> parse(int argc, char** argv) {
    const QCoreApplication application{argc, argv};
    name_application();
    desktop::install_language(QStringLiteral("system"));
    return desktop::parse_options(QCoreApplication::arguments());
}

}  // namespace

int main(int argc, char** argv) {
    const auto parsed = parse(argc, argv);
    if (const auto* ending = std::get_if<desktop::Ending>(&parsed)) {
        fmt::print(ending->code == 0 ? stdout : stderr, "{}{}\n",
                   ending->code == 0 ? "" : "metertwin: ", ending->text.toStdString());
        return ending->code;
    }
    qInstallMessageHandler(on_message);
    const QApplication application{argc, argv};
    QApplication::setWindowIcon(QIcon{QStringLiteral(":/icons/metertwin.png")});
    return desktop::run(std::get<desktop::Options>(parsed));
}
