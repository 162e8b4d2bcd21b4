// The command line of the window.
#pragma once

#include <QString>
#include <QStringList>
#include <optional>
#include <variant>

namespace desktop {

// As the headless program's (app/cli): a file, port or scenario failed; the line was not
// understood.
inline constexpr int kFailure = 1;
inline constexpr int kUsage = 2;

struct Options {
    std::optional<QString> scenario;    // file; without one a healthy 480Y/277 V installation
    std::optional<QString> pty;         // link to the line's pty
    std::optional<QString> language;    // "system" or a code of languages(); else as chosen before
    std::optional<QString> file;        // to open: a workspace, a scenario or a recording
    std::optional<QString> screenshot;  // picture to write once the readings have settled
};

// The program ends here: text to print (an error when the code is not 0).
struct Ending {
    int code = 0;
    QString text;
};

// `arguments` begins with the program's name. Needs a QCoreApplication, no display.
std::variant<Options, Ending> parse_options(const QStringList& arguments);

}  // namespace desktop
