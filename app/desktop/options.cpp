#include "app/desktop/options.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include "app/desktop/language.h"

namespace desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop)
};

std::optional<QString> value_of(const QCommandLineParser& parser,
                                const QCommandLineOption& option) {
    return parser.isSet(option) ? std::optional{parser.value(option)} : std::nullopt;
}

}  // namespace

std::variant<Options, Ending> parse_options(const QStringList& arguments) {
    const QCommandLineOption scenario{
        QStringLiteral("scenario"),
        Words::tr(
            "Meter settings and installation (TOML); default: a healthy 480Y/277 V installation."),
        QStringLiteral("file")};
    const QCommandLineOption pty{
        QStringLiteral("pty"), Words::tr("Make <link> a symbolic link to the meter's serial port."),
        QStringLiteral("link")};
    const QCommandLineOption screenshot{
        QStringLiteral("screenshot"),
        Words::tr(
            "Save a picture of the window to <file> once the readings have settled, then end."),
        QStringLiteral("file")};
    const QCommandLineOption language{
        QStringLiteral("language"),
        Words::tr("Language of the window: %1.").arg(language_choices().join(QStringLiteral(", "))),
        QStringLiteral("language")};
    QCommandLineParser parser;
    parser.setApplicationDescription(Words::tr(
        "MeterTwin: a live three-phase Modbus power meter in a window.\n"
        "Exit codes: 0 success, 1 a file, port or scenario failed, 2 the command line was not "
        "understood."));
    const QCommandLineOption help{{QStringLiteral("h"), QStringLiteral("help")},
                                  Words::tr("Show this text.")};
    const QCommandLineOption version = parser.addVersionOption();
    parser.addPositionalArgument(
        QStringLiteral("file"),
        Words::tr("A workspace (*.metertwin), a scenario (*.toml) or a recording to open."),
        QStringLiteral("[file]"));
    parser.addOptions({help, scenario, pty, language, screenshot});

    if (!parser.parse(arguments))
        return Ending{kUsage, parser.errorText() + Words::tr(" (see --help)")};
    if (parser.isSet(help)) return Ending{0, parser.helpText().trimmed()};
    if (parser.isSet(version)) {
        return Ending{0, QStringLiteral("metertwin ") + QCoreApplication::applicationVersion()};
    }
    const QStringList files = parser.positionalArguments();
    if (files.size() > 1) {
        return Ending{
            kUsage,
            Words::tr("unexpected argument \"%1\", only one file can be opened (see --help)")
                .arg(files[1])};
    }
    if (!files.isEmpty() && parser.isSet(scenario)) {
        return Ending{kUsage,
                      Words::tr("--scenario and a file to open exclude each other (see --help)")};
    }
    if (parser.isSet(language) && !language_choices().contains(parser.value(language))) {
        return Ending{kUsage, Words::tr("--language is \"%1\", allowed is %2 (see --help)")
                                  .arg(parser.value(language),
                                       language_choices().join(QStringLiteral(", ")))};
    }
    Options options{value_of(parser, scenario),
                    value_of(parser, pty),
                    value_of(parser, language),
                    {},
                    value_of(parser, screenshot)};
    if (!files.isEmpty()) options.file = files.first();
    return options;
}

}  // namespace desktop
