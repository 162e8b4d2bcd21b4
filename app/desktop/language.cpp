#include "app/desktop/language.h"

#include <QActionGroup>
#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QMenu>
#include <QSettings>
#include <QTranslator>
#include <array>

#include "widgets/copying/say.h"

namespace desktop {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desktop::Language)
};

const QString kKey = QStringLiteral("window/language");
const QString kSystem = QStringLiteral("system");
constexpr std::array kLanguages{Language{"en", "English"}, Language{"de", "Deutsch"}};

QString of_system() {
    for (const QString& each : QLocale::system().uiLanguages())
        for (const Language& language : kLanguages)
            if (each.startsWith(QLatin1String{language.code}))
                return QString::fromLatin1(language.code);
    return QString::fromLatin1(kLanguages.front().code);
}

void install(const QString& file, const QString& folder) {
    auto* translator = new QTranslator{QCoreApplication::instance()};
    if (translator->load(file, folder))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

QString title_of(const QString& choice) {
    for (const Language& language : kLanguages)
        if (choice == QLatin1String{language.code}) return QString::fromUtf8(language.name);
    return Words::tr("As the system");
}

}  // namespace

std::span<const Language> languages() { return kLanguages; }

QStringList language_choices() {
    QStringList out{kSystem};
    for (const Language& language : kLanguages) out.append(QString::fromLatin1(language.code));
    return out;
}

QString install_language(const QString& wanted) {
    QLocale::setDefault(QLocale::c());
    const QString code = wanted == kSystem ? of_system() : wanted;
    if (code == QLatin1String{kLanguages.front().code}) return code;
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(QStringLiteral("metertwin_") + code, QStringLiteral(":/translations"));
    return code;
}

QString chosen_language(const QSettings& settings) {
    const QString chosen = settings.value(kKey, kSystem).toString();
    return language_choices().contains(chosen) ? chosen : kSystem;
}

QMenu* make_language_menu(QWidget& parent, std::function<QSettings*()> settings) {
    auto* menu = new QMenu{Words::tr("&Language"), &parent};
    auto* group = new QActionGroup{menu};
    for (const QString& choice : language_choices()) {
        QAction* action = group->addAction(menu->addAction(title_of(choice)));
        action->setCheckable(true);
        action->setStatusTip(Words::tr("Acts at the next start"));
        QObject::connect(action, &QAction::triggered, &parent, [&parent, settings, choice] {
            if (QSettings* kept = settings()) kept->setValue(kKey, choice);
            widgets::say(parent, Words::tr("The language changes at the next start"));
        });
        QObject::connect(menu, &QMenu::aboutToShow, action, [action, settings, choice] {
            const QSettings* kept = settings();
            action->setChecked(choice == (kept != nullptr ? chosen_language(*kept) : kSystem));
        });
    }
    return menu;
}

}  // namespace desktop
