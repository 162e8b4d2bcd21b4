#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace desktop {

namespace {

QString tr(const char* text) { return QCoreApplication::translate("desktop", text); }

std::optional<QString> value_of(const QCommandLineParser& parser,
                                const QCommandLineOption& option) {
    return parser.isSet(option) ? std::optional{parser.value(option)} : std::nullopt;
}

}  // namespace

std::variant<Options, Ending> parse_options(const QStringList& arguments) {
    const QCommandLineOption scenario{
        QStringLiteral("scenario"),
        tr("Meter settings and installation (TOML); default: a healthy 480Y/277 V installation."),
        QStringLiteral("file")};
    const QCommandLineOption pty{QStringLiteral("pty"),
                                 tr("Make <link> a symbolic link to the meter's serial port."),
                                 QStringLiteral("link")};
    const QCommandLineOption screenshot{
        QStringLiteral("screenshot"),
        tr("Save a picture of the window to <file> once the readings have settled, then end."),
        QStringLiteral("file")};
    QCommandLineParser parser;
    parser.setApplicationDescription(
        tr("MeterTwin: a live three-phase Modbus power meter in a window.\n"
           "Exit codes: 0 success, 1 a file, port or scenario failed, 2 the command line was not "
           "understood."));
    const QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                                  tr("Show this text.")};
    const QCommandLineOption version = parser.addVersionOption();
    parser.addOptions({help, scenario, pty, screenshot});

    if (!parser.parse(arguments)) return Ending{kUsage, parser.errorText() + tr(" (see --help)")};
    if (parser.isSet(help)) return Ending{0, parser.helpText().trimmed()};
    if (parser.isSet(version)) {
        return Ending{0, QStringLiteral("metertwin ") + QCoreApplication::applicationVersion()};
    }
    if (!parser.positionalArguments().isEmpty()) {
        return Ending{kUsage,
                      tr("unexpected argument \"%1\", only options are allowed (see --help)")
                          .arg(parser.positionalArguments().first())};
    }
    return Options{value_of(parser, scenario), value_of(parser, pty), value_of(parser, screenshot)};
}

}  // namespace desktop
