// The window in German: what comes from the tables below it, dock by dock, and that it has room.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QDir>
#include <QDockWidget>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QStatusBar>
#include <QTableWidget>
#include <QTemporaryDir>
#include <QTextBrowser>
#include <QToolButton>
#include <QTranslator>
#include <future>

#include "app/desktop/dock_table.h"
#include "app/desktop/language.h"
#include "app/desktop/layouts.h"
#include "app/poll/link.h"
#include "tests/e2e/window_fixture.h"
#include "widgets/notice/notice_bar.h"
#include "widgets/registers/register_model.h"
#include "widgets/registers/register_view.h"

namespace desktop {
namespace {

class WindowGerman : public test::WindowTest {
 protected:
    void SetUp() override {
        install_language(QStringLiteral("de"));
        open();
        live();
    }
    // Another second, with its readings.
    void live() {
        EXPECT_TRUE(until([&] { return window->view()->points.readings.sequence > 0; }));
        const std::int64_t frame = window->view()->frame;
        EXPECT_TRUE(until([&] { return window->view()->frame > frame + kSecond / 2; }));
    }
    void TearDown() override {
        WindowTest::TearDown();
        for (QTranslator* translator : QCoreApplication::instance()->findChildren<QTranslator*>())
            delete translator;
    }
    void show(const char* dock) {
        child<QDockWidget>(dock).show();
        child<QDockWidget>(dock).raise();
    }
    // Of a table, by what is in one of its columns; with a text that nothing is, none.
    QString cell(const char* table, const QString& key, int key_column, int column,
                 int role = Qt::DisplayRole) {
        const QAbstractItemModel& model = *child<QTableView>(table).model();
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, key_column).data().toString() == key)
                return model.index(row, column).data(role).toString();
        return {};
    }
    QString register_cell(int number, int column, int role = Qt::DisplayRole) {
        return cell("registers", QString::number(number), widgets::RegisterModel::kNumber, column,
                    role);
    }
    bool logged(const QString& meaning) { return !cell("line_log", meaning, 4, 4).isEmpty(); }
};

TEST_F(WindowGerman, RegistersAndWhereANumberComesFrom) {
    show("registers_dock");
    live();
    EXPECT_EQ(register_cell(9, 1), QStringLiteral("i_avg")) << "a name is the protocol's";
    EXPECT_EQ(register_cell(9, 1, Qt::ToolTipRole),
              QStringLiteral("Mittelwert der Ströme der vorhandenen Stromwandler"));
    EXPECT_EQ(register_cell(4, widgets::RegisterModel::kUnits), QStringLiteral("kvar"));
    EXPECT_EQ(register_cell(43, widgets::RegisterModel::kUnits), QStringLiteral("Imp."));
    auto& view = child<widgets::RegisterView>("register_view");
    view.choose(40);
    EXPECT_TRUE(until([&] {
        return child<QTextBrowser>("register_origin")
            .toPlainText()
            .contains(QStringLiteral("Wirkleistung gesamt, höchster Leistungsmittelwert."));
    }));
    child<QLineEdit>("register_search").setText(QStringLiteral("sternspannung a-n"));
    EXPECT_EQ(child<QTableView>("registers").model()->rowCount(), 2);
}

TEST_F(WindowGerman, ARefusedWriteSaysWhatIsAllowed) {
    show("registers_dock");
    live();
    Q_EMIT child<widgets::RegisterView>("register_view")
        .model()
        .write_requested(131, QStringLiteral("4"), true);
    EXPECT_EQ(child<QLabel>("register_message").text(),
              QStringLiteral("\u26a0 Abgelehnt: Primärstrom des Stromwandlers (131): "
                             "erlaubt 5 bis 5000 A"));
}

TEST_F(WindowGerman, Trends) {
    show("trend_dock");
    EXPECT_TRUE(child<QToolButton>("trend_curve_3")
                    .toolTip()
                    .startsWith(QStringLiteral("Wirkleistung gesamt")));
    auto& chooser = child<QComboBox>("trend_register");
    EXPECT_EQ(chooser.itemData(0, Qt::ToolTipRole).toString().left(19),
              QStringLiteral("Wirkenergie Bezug g"));
}

TEST_F(WindowGerman, TheLineLog) {
    show("line_dock");
    polling::Link link({polling::parse_url(port.toStdString()), std::chrono::seconds(3), 0, 3});
    EXPECT_FALSE(link.read({261, 3}).empty());
    EXPECT_THROW((void)link.read({60, 1}), polling::Failure);
    link.write(131, 200);
    EXPECT_TRUE(
        until([&] { return logged(QStringLiteral("schreiben ct_primary = 200 A (131)")); }));
    EXPECT_TRUE(
        logged(QStringLiteral("lesen f_kw_total, f_kvar_total (höherwertiges Wort) (261-263)")));
    EXPECT_TRUE(logged(QStringLiteral("lesen Register 60 (keines) (60)")));
    EXPECT_TRUE(until([&] { return logged(QStringLiteral("geschrieben ct_primary")); }));
    EXPECT_TRUE(
        logged(QStringLiteral("\u26a0 Ausnahme 02 unzulässige Datenadresse: "
                              "Ausnahme 02 unzulässige Datenadresse")));
    auto& filter = child<QLineEdit>("line_filter");
    filter.setText(QStringLiteral("text=geschrieben"));
    EXPECT_TRUE(until([&] { return child<QTableView>("line_log").model()->rowCount() == 1; }))
        << "a word is searched for as it is shown";
    filter.setText(QStringLiteral("adress=1"));
    bool complained = false;
    for (const QLabel* label : child<QDockWidget>("line_dock").findChildren<QLabel*>())
        complained = complained ||
                     label->text().contains(QStringLiteral("war „address“ gemeint? Erlaubt ist"));
    EXPECT_TRUE(complained);
}

TEST_F(WindowGerman, FaultsOnTheLine) {
    show("line_dock");
    auto& edit = child<QLineEdit>("fault_text");
    EXPECT_TRUE(edit.toolTip().startsWith(QStringLiteral("ART[:SCHLÜSSEL=WERT,...]\n")));
    EXPECT_TRUE(edit.toolTip().contains(QStringLiteral("no-answer     der Zähler schweigt")));
    EXPECT_TRUE(edit.toolTip().contains(QStringLiteral("s der Leitungszeit")));
    const auto refused = [&](const char* fault) {
        edit.setText(QString::fromLatin1(fault));
        Q_EMIT edit.returnPressed();
        return window->statusBar()->currentMessage();
    };
    EXPECT_EQ(
        refused("delay:time=-1"),
        QStringLiteral("Fehler „delay:time=-1“: time ist „-1“, erlaubt ist 0 bis 100000000 s"));
    EXPECT_TRUE(refused("bad-cr").contains(QStringLiteral("war „bad-crc“ gemeint?")));
}

// What comes from below the window: files that are opened, ports.
TEST_F(WindowGerman, AFileThatCannotBeOpened) {
    const QTemporaryDir folder;
    const auto told = [&](const char* name, const QByteArray& content) {
        const QString path = folder.filePath(QString::fromLatin1(name));
        QFile file{path};
        EXPECT_TRUE(file.open(QFile::WriteOnly));
        file.write(content);
        file.close();
        auto& bar = child<widgets::NoticeBar>("notice_bar");
        window->document().open(path);
        EXPECT_TRUE(until([&] { return bar.text().contains(path); })) << name;
        return bar.text().mid(bar.text().indexOf(path) + path.size());
    };
    EXPECT_EQ(told("value.toml", "[installation]\nfrequency = 600\n"),
              QStringLiteral(":2:13: installation.frequency ist 600, erlaubt ist 10 bis 400 Hz"));
    EXPECT_EQ(told("key.toml", "[[event]]\nkind = \"sag\"\n"),
              QStringLiteral(":1:1: event sag hat kein remaining (Spannung, die bleibt)"));
    EXPECT_EQ(told("syntax.toml", "seed = 1\nseed = 2\n"),
              QStringLiteral(":2:8: Fehler beim Lesen (Schlüssel und Wert): „seed“ gibt es schon "
                             "(ganze Zahl)"));
    EXPECT_EQ(told("foreign.metertwin", "something else"),
              QStringLiteral(": das ist kein Arbeitsbereich von MeterTwin: die Datei beginnt nicht "
                             "mit \"MeterTwin workspace\""));
    EXPECT_EQ(
        told("words.csv", "no numbers here\n"),
        QStringLiteral(": es ist keine Tabelle von Zahlen darin: gebraucht werden Spalten von "
                       "Zahlen, getrennt durch Komma, Semikolon, Tabulator oder |"));
    const QString currents = told("currents.csv", "time,IA [A],IB [A],IC [A]\n0,1,1,1\n1,1,1,1\n");
    EXPECT_TRUE(currents.startsWith(
        QStringLiteral(": unter den 3 Analogkanälen sind keine drei Phasenspannungen")))
        << currents.toStdString();
    told("shown.toml", "[installation]\nfrequenzy = 60\n");
    QDir{}.mkpath(QStringLiteral(METERTWIN_BINARY_DIR "/pictures"));
    window->grab().save(QStringLiteral(METERTWIN_BINARY_DIR "/pictures/german_error.png"));
}

TEST_F(WindowGerman, APortThatCannotBeOpened) {
    show("line_dock");
    const auto told = [&](int kind, const QString& where) {
        child<QComboBox>("port_kind").setCurrentIndex(kind);
        child<QLineEdit>("port_where").setText(where);
        Q_EMIT child<QLineEdit>("port_where").returnPressed();
        return child<QLabel>("port_message").text();
    };
    constexpr int kTcp = 0, kSerial = 3;
    EXPECT_EQ(told(kSerial, QStringLiteral("/dev/no-such-line")),
              QStringLiteral("der serielle Anschluss /dev/no-such-line kann nicht geöffnet werden: "
                             "Datei oder Verzeichnis nicht gefunden"));
    EXPECT_TRUE(told(kTcp, QStringLiteral("70000"))
                    .startsWith(QStringLiteral(
                        "„70000“ ist keine TCP-Adresse: der Port ist „70000“; erlaubt ist")));
    EXPECT_EQ(told(kTcp, QStringLiteral("0")), QString{});
    auto& list = child<QListWidget>("ports");
    const QString taken = list.item(list.count() - 1)->data(Qt::UserRole).toString();
    EXPECT_EQ(told(kTcp, taken),
              taken + QStringLiteral(" kann nicht geöffnet werden: Die Adresse wird bereits "
                                     "verwendet"));
}

// What the runner tells: it is given the window's words.
TEST_F(WindowGerman, ABranchThatCannotBeNamed) {
    std::promise<std::string> told;
    runner->rename_branch(1, "12", [&](const std::string& error) { told.set_value(error); });
    EXPECT_EQ(told.get_future().get(),
              "„12“ ist eine Zahl; der Name eines Zweigs hat auch etwas anderes");
}

TEST_F(WindowGerman, APoll) {
    show("poll_dock");
    child<QLineEdit>("poll_points").setText(QStringLiteral("kvar_total v_ll_avg reserved_25"));
    Q_EMIT child<QLineEdit>("poll_points").returnPressed();
    EXPECT_TRUE(until([&] {
        return cell("poll_table", QStringLiteral("reserved_25"), 1, 2) ==
               QStringLiteral("ungültig");
    }));
    EXPECT_EQ(cell("poll_table", QStringLiteral("kvar_total"), 1, 3), QStringLiteral("kvar"));
    EXPECT_EQ(cell("poll_table", QStringLiteral("kvar_total"), 1, 1, Qt::ToolTipRole),
              QStringLiteral("Blindleistung gesamt, Augenblickswert"));
    auto& url = child<QLineEdit>("poll_url");
    url.setText(port + QStringLiteral("?address=9"));
    Q_EMIT url.returnPressed();
    EXPECT_TRUE(until([&] {
        return child<QLabel>("poll_errors")
            .text()
            .startsWith(QStringLiteral("keine Antwort innerhalb von 1000 ms (Lesen der Register"));
    }));
    url.setText(QStringLiteral("ftp://meter"));
    Q_EMIT url.returnPressed();
    EXPECT_EQ(window->statusBar()->currentMessage(),
              QStringLiteral("„ftp://meter“: „ftp“ ist kein Weg zu einem Zähler; "
                             "es gibt rtu, tcp und rtutcp"));
    EXPECT_EQ(child<QToolButton>("poll_start").text(), QStringLiteral("Start"));
}

TEST_F(WindowGerman, TheScopesTimes) {
    auto& time = child<QComboBox>("scope_time");
    for (int i = 0; i < time.count(); ++i)
        EXPECT_TRUE(time.itemText(i).endsWith(QStringLiteral("/Teil"))) << i;
}

// German words are longer: at the size that the window opens with, tables whose cells are words or
// numbers cut none, and readings need no scrolling.
TEST_F(WindowGerman, HasRoom) {
    for (const Layout& layout : layouts()) {
        window->use_layout(layout.name);
        EXPECT_LE(window->width(), 1366) << layout.name;
        EXPECT_LE(window->height(), 768) << layout.name;
        live();
        const auto& readings = child<QTableView>("readings");
        if (!readings.isVisible()) continue;
        EXPECT_EQ(readings.horizontalScrollBar()->maximum(), 0) << layout.name;
    }
    show("registers_dock");
    auto& registers = child<QTableView>("registers");
    const QFontMetrics metrics = registers.fontMetrics();
    for (int row = 0; row < registers.model()->rowCount(); ++row) {
        const int column = widgets::RegisterModel::kUnits;
        const QString text = registers.model()->index(row, column).data().toString();
        EXPECT_GE(registers.columnWidth(column), metrics.horizontalAdvance(text) + 6)
            << text.toStdString();
    }
}

TEST_F(WindowGerman, APollsNamesAreWhole) {
    show("poll_dock");
    child<QLineEdit>("poll_points").setText(QStringLiteral("demand_subinterval_length"));
    Q_EMIT child<QLineEdit>("poll_points").returnPressed();
    auto& table = child<QTableWidget>("poll_table");
    EXPECT_TRUE(until([&] { return table.rowCount() == 1; }));
    EXPECT_GE(table.columnWidth(1),
              table.fontMetrics().horizontalAdvance(table.item(0, 1)->text()));
}

}  // namespace
}  // namespace desktop
