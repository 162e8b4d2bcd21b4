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
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QTranslator>

#include "app/desktop/dock_table.h"
#include "app/desktop/language.h"
#include "app/desktop/options.h"
#include "app/desktop/table_texts.h"
#include "app/poll/link.h"
#include "core/registers/table.h"
#include "signals/scenario/fault.h"
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
        if (!is_ours(from) || *source == '\0') return {};
        asked.insert({QString{from}, QString::fromUtf8(source)});
        return QStringLiteral("[%1]").arg(QString::fromUtf8(source));
    }
    mutable QSet<QPair<QString, QString>> asked;

 private:
    static bool is_ours(QLatin1String context) {
        return context.startsWith(QLatin1String{"desktop"}) ||
               context.startsWith(QLatin1String{"widgets"}) ||
               std::any_of(std::begin(kTableTexts), std::end(kTableTexts),
                           [&](const TableText& row) { return context == row.context; });
    }
};

// What the protocol and documents call things: the same in every language.
QStringList identifiers() {
    static const QRegularExpression word{QStringLiteral(R"([A-Za-z]{3,})")};
    QStringList out;
    for (const meter::RegisterRow& row : meter::register_table())
        for (const char* text : {row.source, row.range, row.name, meter::text(row.format)})
            if (word.match(QString::fromUtf8(text)).hasMatch()) out.append(QString::fromUtf8(text));
    for (const signals::FaultKind& kind : signals::fault_kinds())
        out.append(QString::fromStdString(std::string{kind.name}));
    std::sort(out.begin(), out.end(),
              [](const QString& a, const QString& b) { return a.size() > b.size(); });
    out.removeDuplicates();
    return out;
}

// What is not words of the window: identifiers, keys, names that are the same in every language.
bool is_notation(QString text) {
    static const QStringList known = identifiers();
    static const QRegularExpression bracketed{QStringLiteral(R"(\[[^\[\]]*(\]|$))")};
    static const QRegularExpression notation{QStringLiteral(
        R"(0x[0-9A-F]+|(VendorName|ProductCode|MajorMinorRevision) "[^"]*"|\b[0-9A-F]{4}\b|[a-z_]+=\S+|[a-z0-9]+(_[a-z0-9]+)+|MeterTwin|English|Deutsch|kvar|VAR|kVA|THD|THDV|tcp|pts|dev|tmp|meter|every|answer|max|Ctrl|Shift|Alt|Del)")};
    static const QRegularExpression word{QStringLiteral(R"([A-Za-z]{3,})")};
    while (text.contains(bracketed)) text.remove(bracketed);
    for (const QString& name : known) text.remove(name);
    text.remove(notation);
    return !text.contains(word);
}

class WindowLanguage : public test::WindowTest {
 protected:
    // Something on the line, answers and an exception, so that the line log has words.
    void talk() {
        runner->set_speed(1.0);
        runner->resume();
        polling::Link link({polling::parse_url(port.toStdString()), std::chrono::seconds(3), 0, 3});
        for (const polling::Block block :
             {polling::Block{3, 4}, {261, 3}, {1, 8}, {25, 1}, {146, 1}})
            EXPECT_FALSE(link.read(block).empty());
        EXPECT_THROW((void)link.read({60, 1}), polling::Failure);
        link.write(131, 200);
        (void)link.report_id();
        (void)link.identification();
        auto& url = child<QLineEdit>("poll_url");
        child<QLineEdit>("poll_points").setText(QStringLiteral("all"));
        Q_EMIT url.returnPressed();
        EXPECT_TRUE(until([&] {
            auto& log = child<QTableView>("line_log");
            return log.model()->rowCount() > 16 &&
                   child<QLabel>("poll_state").text().contains(QLatin1Char{'1'});
        }));
        Q_EMIT child<QToolButton>("poll_start").click();
    }
    void look(const QString& text, const QObject& whose, const char* what) {
        if (is_notation(text)) return;
        ADD_FAILURE() << whose.metaObject()->className() << ' ' << whose.objectName().toStdString()
                      << ", " << what << ": " << text.toStdString();
    }
    void look_at_model(const QAbstractItemModel& model, const QObject& view) {
        for (int column = 0; column < model.columnCount(); ++column)
            for (const int role : {Qt::DisplayRole, Qt::ToolTipRole}) {
                look(model.headerData(column, Qt::Horizontal, role).toString(), view, "header");
                for (int row = 0; row < model.rowCount(); ++row)
                    look(model.index(row, column).data(role).toString(), view, "cell");
            }
    }
    void look_at(QWidget& widget) {
        const QString name = widget.objectName();
        const bool glass = name == QStringLiteral("lcd");
        if (name.startsWith(QStringLiteral("qt_")) || name.startsWith(QStringLiteral("Scroll")))
            return;
        look(widget.windowTitle(), widget, "title");
        look(widget.accessibleName(), widget, "accessible name");
        if (!glass) {
            look(widget.toolTip(), widget, "tool tip");
            look(widget.accessibleDescription(), widget, "accessible description");
        }
        if (const auto* label = qobject_cast<QLabel*>(&widget); label != nullptr)
            look(QTextDocumentFragment::fromHtml(label->text()).toPlainText(), widget, "label");
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
    talk();
    for (QWidget* widget : window->findChildren<QWidget*>()) look_at(*widget);
    for (const QAction* action : window->findChildren<QAction*>()) {
        look(action->text(), *action, "action");
        look(action->statusTip(), *action, "status tip");
    }
    EXPECT_GT(brackets.asked.size(), 450);
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
