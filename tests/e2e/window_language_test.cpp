// Every text of the window can be translated, and is, into German.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QAbstractItemModel>
#include <QAction>
#include <QComboBox>
#include <QDockWidget>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QRegularExpression>
#include <QSet>
#include <QSettings>
#include <QTabBar>
#include <QTableView>
#include <QTemporaryDir>
#include <QTranslator>

#include "app/desktop/dock_table.h"
#include "app/desktop/language.h"
#include "app/desktop/options.h"
#include "core/registers/table.h"
#include "signals/scenario/fault_text.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/copying/copying.h"

namespace desktop {
namespace {

// Puts every text that is asked for into brackets, and remembers it.
class Brackets : public QTranslator {
 public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    QString translate(const char* context, const char* source, const char*, int) const override {
        const QLatin1String from{context};
        if (!from.startsWith(QLatin1String{"desktop"}) &&
            !from.startsWith(QLatin1String{"widgets"}))
            return {};
        if (*source == '\0') return {};
        asked.insert({QString{from}, QString::fromUtf8(source)});
        return QStringLiteral("[%1]").arg(QString::fromUtf8(source));
    }
    mutable QSet<QPair<QString, QString>> asked;
};

// What is not words of the window: names that are the same in every language, and what comes from
// the meter's own tables, which are English as its documents are.
bool is_notation(QString text) {
    static const QRegularExpression bracketed{QStringLiteral(R"(\[[^\[\]]*(\]|$))")};
    static const QRegularExpression notation{QStringLiteral(
        R"([a-z0-9]+(_[a-z0-9]+)+|MeterTwin|English|Deutsch|kvar|VAR|kVA|THD|THDV|tcp|pts|dev|tmp|meter|every|answer|max|div|Ctrl|Shift|Alt|Del)")};
    static const QRegularExpression word{QStringLiteral(R"([A-Za-z]{3,})")};
    while (text.contains(bracketed)) text.remove(bracketed);
    text.remove(notation);
    return !text.contains(word);
}

class WindowLanguage : public test::WindowTest {
 protected:
    void look(const QString& text, const QObject& whose, const char* what) {
        if (is_notation(text)) return;
        ADD_FAILURE() << whose.metaObject()->className() << ' ' << whose.objectName().toStdString()
                      << ", " << what << ": " << text.toStdString();
    }
    void look_at_model(const QAbstractItemModel& model, const QObject& view) {
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole})
                look(model.headerData(column, Qt::Horizontal, role).toString(), view, "header");
    }
    void look_at(QWidget& widget) {
        const QString name = widget.objectName();
        const bool from_tables = name == QStringLiteral("register_origin") ||
                                 name == QStringLiteral("fault_text") ||
                                 name == QStringLiteral("lcd");
        if (name.startsWith(QStringLiteral("qt_")) || name.startsWith(QStringLiteral("Scroll")))
            return;
        look(widget.windowTitle(), widget, "title");
        look(widget.accessibleName(), widget, "accessible name");
        if (!from_tables) {
            look(widget.toolTip(), widget, "tool tip");
            look(widget.accessibleDescription(), widget, "accessible description");
        }
        if (const auto* label = qobject_cast<QLabel*>(&widget); label != nullptr && !from_tables)
            look(label->text(), widget, "label");
        if (const auto* button = qobject_cast<QAbstractButton*>(&widget))
            look(button->text(), widget, "button");
        if (const auto* group = qobject_cast<QGroupBox*>(&widget))
            look(group->title(), widget, "group");
        if (const auto* line = qobject_cast<QLineEdit*>(&widget))
            look(line->placeholderText(), widget, "placeholder");
        if (const auto* tabs = qobject_cast<QTabBar*>(&widget))
            for (int i = 0; i < tabs->count(); ++i) look(tabs->tabText(i), widget, "tab");
        if (const auto* combo = qobject_cast<QComboBox*>(&widget);
            combo != nullptr && !combo->isEditable())
            for (int i = 0; i < combo->count(); ++i) look(combo->itemText(i), widget, "choice");
        if (const auto* table = qobject_cast<QTableView*>(&widget))
            look_at_model(*table->model(), widget);
    }
};

TEST_F(WindowLanguage, NoTextIsOutsideOfTheTranslation) {
    Brackets brackets;
    QCoreApplication::installTranslator(&brackets);
    open();
    for (const DockRow& row : dock_table()) {
        auto& dock = child<QDockWidget>(row.name);
        dock.show();
        dock.raise();
    }
    run_to(3 * kSecond);
    for (QWidget* widget : window->findChildren<QWidget*>()) look_at(*widget);
    for (const QAction* action : window->findChildren<QAction*>()) {
        look(action->text(), *action, "action");
        look(action->statusTip(), *action, "status tip");
    }
    EXPECT_GT(brackets.asked.size(), 250);
    QTranslator german;
    ASSERT_TRUE(german.load(QStringLiteral("metertwin_de"), QStringLiteral(":/translations")));
    for (const auto& [context, source] : brackets.asked)
        EXPECT_FALSE(
            german.translate(context.toUtf8().constData(), source.toUtf8().constData()).isEmpty())
            << context.toStdString() << ": " << source.toStdString();
    TearDown();
    QCoreApplication::removeTranslator(&brackets);
}

TEST_F(WindowLanguage, GermanFromMenuToMessage) {
    EXPECT_EQ(install_language(QStringLiteral("de")), QStringLiteral("de"));
    const QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    open();
    window->remember_in(settings);
    run_to(5 * kSecond);
    EXPECT_EQ(child<QDockWidget>("editor_dock").windowTitle(), QStringLiteral("Anlage"));
    const QString csv = widgets::table_csv(child<QTableView>("readings"));
    EXPECT_TRUE(csv.contains(QStringLiteral("Frequenz,60.000"))) << csv.toStdString();
    EXPECT_FALSE(window->lcd_text().contains(QStringLiteral("LF"))) << "the glass is the meter's";
    for (QAction* action : window->findChildren<QAction*>())
        if (action->text() == QStringLiteral("English")) action->trigger();
    EXPECT_EQ(chosen_language(settings), QStringLiteral("en"));
    EXPECT_EQ(child<QDockWidget>("editor_dock").windowTitle(), QStringLiteral("Anlage"))
        << "at the next start";
    TearDown();
    for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
        delete translator;
}

TEST_F(WindowLanguage, TheCommandLineKnowsItsLanguages) {
    const auto parse = [](const char* language) {
        return parse_options({QStringLiteral("metertwin"), QStringLiteral("--language"),
                              QString::fromLatin1(language)});
    };
    for (const char* language : {"system", "en", "de"})
        EXPECT_EQ(std::get<Options>(parse(language)).language, QString::fromLatin1(language));
    const Ending refused = std::get<Ending>(parse("fr"));
    EXPECT_EQ(refused.code, kUsage);
    EXPECT_TRUE(refused.text.contains(QStringLiteral("system, en, de")));
}

}  // namespace
}  // namespace desktop
