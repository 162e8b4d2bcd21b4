// The language of the window's texts. The meter's glass is the meter's and is never translated.
//
// Numbers are written with a point in every language, as the glass and the files have them.
#pragma once

#include <QString>
#include <QStringList>
#include <functional>
#include <span>

class QMenu;
class QSettings;
class QWidget;

namespace desktop {

struct Language {
    const char* code;  // ISO 639-1
    const char* name;  // in itself
};

// English, the language of the sources, is the first.
[[nodiscard]] std::span<const Language> languages();
// What `--language` and the settings may say: "system" and the codes.
[[nodiscard]] QStringList language_choices();

// `wanted` is one of language_choices(). Installs the translations for the rest of the program and
// returns the code: of the system's languages the first that there is, else English.
QString install_language(const QString& wanted);

// What was chosen in the menu; "system" when nothing was.
[[nodiscard]] QString chosen_language(const QSettings& settings);
// One entry for each choice. A choice is kept in what `settings` returns (null: nowhere) and acts
// at the next start, which is said.
[[nodiscard]] QMenu* make_language_menu(QWidget& parent, std::function<QSettings*()> settings);

}  // namespace desktop
