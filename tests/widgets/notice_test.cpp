// The bar of notices: whatever a text's length, its buttons are to be seen and reached.
#include "widgets/notice/notice_bar.h"

#include <gtest/gtest.h>

#include <QFontMetrics>
#include <QMainWindow>
#include <QTest>
#include <QToolButton>

#include "tests/widgets/support/application.h"
#include "widgets/notice/notice_text.h"

namespace widgets {
namespace {

const QString kSentence =
    QStringLiteral("/home/somebody/measurements/feeder.csv: line 17: \"abc\" is no number. ");
const QString kPath = QStringLiteral("/") + QString{400, QLatin1Char{'x'}};

class Wrapped : public test::WidgetTest {
 protected:
    static int width_of(const QString& text) {
        return QFontMetrics{QApplication::font()}.horizontalAdvance(text);
    }
    static QStringList lines(const QString& text, int width) {
        return wrapped(text, QApplication::font(), width, 3);
    }
};

TEST_F(Wrapped, AShortTextIsOneLineAsItIs) {
    EXPECT_EQ(lines(QStringLiteral("Saved."), 500), QStringList{QStringLiteral("Saved.")});
    EXPECT_EQ(lines({}, 500).join(QString{}), QString{});
}

TEST_F(Wrapped, BreaksBetweenWordsAndLosesNone) {
    const QString text = kSentence.repeated(2).trimmed();
    const int width = width_of(text) * 6 / 10;
    const QStringList all = lines(text, width);
    EXPECT_EQ(all.size(), 2);
    const auto letters = [](QString of) { return of.remove(QLatin1Char{' '}).toStdString(); };
    EXPECT_EQ(letters(all.join(QString{})), letters(text)) << "a path is broken at its slashes";
    for (const QString& line : all) EXPECT_LE(width_of(line), width) << line.toStdString();
}

TEST_F(Wrapped, ElidesTheLastLineAndBreaksLongWords) {
    for (const QString& text : {kSentence.repeated(20), kPath}) {
        const QStringList all = lines(text, 300);
        ASSERT_EQ(all.size(), 3) << text.toStdString();
        for (const QString& line : all) EXPECT_LE(width_of(line), 300) << line.toStdString();
        EXPECT_TRUE(text.startsWith(all[0]));
        EXPECT_TRUE(all[2].endsWith(QChar{0x2026})) << all[2].toStdString();
    }
}

TEST_F(Wrapped, KeepsLinesThatTheTextHas) {
    EXPECT_EQ(lines(QStringLiteral("a\nb"), 300), (QStringList{"a", "b"}));
    EXPECT_EQ(lines(QStringLiteral("a\nb\nc\nd"), 300), (QStringList{"a", "b", "c d"}));
}

class NoticeBarTest : public test::WidgetTest {
 protected:
    NoticeBarTest() : bar(new NoticeBar) {
        window.addToolBar(bar);
        window.setCentralWidget(new QWidget);
    }
    void show(const QString& text, int width) {
        bar->put(
            {QStringLiteral("key"), text, {{"Open it", {}}, {"Throw it away", {}}, {"Close", {}}}});
        window.resize(width, 768);
        window.show();
        ASSERT_TRUE(QTest::qWaitFor([&] { return window.width() == width; }));
        QCoreApplication::processEvents();
    }
    [[nodiscard]] QWidget& button(int n) const {
        return *bar->widgetForAction(bar->actions().at(n + 1));  // the first is the text
    }
    [[nodiscard]] NoticeText& label() const { return *bar->findChild<NoticeText*>(); }
    [[nodiscard]] bool has_more() const {  // the button that Qt has for what it leaves out
        const auto* more = bar->findChild<QToolButton*>("qt_toolbar_ext_button");
        return more != nullptr && more->isVisible();
    }

    QMainWindow window;
    NoticeBar* bar;
};

TEST_F(NoticeBarTest, EveryButtonIsToBeSeenWhateverTheText) {
    for (const int width : {1366, 683, 480})
        for (const QString& text :
             {QStringLiteral("Saved."), kSentence, kSentence.repeated(20), kPath}) {
            show(text, width);
            const std::string where = std::to_string(width) + " " + text.left(100).toStdString();
            EXPECT_FALSE(has_more()) << where;
            int left = label().geometry().right();
            for (int n = 0; n < 3; ++n) {
                EXPECT_TRUE(button(n).isVisible()) << where;
                EXPECT_GT(button(n).geometry().left(), left) << where;
                EXPECT_GE(button(n).width(), button(n).sizeHint().width()) << where;
                left = button(n).geometry().right();
            }
            EXPECT_LT(left, width) << where;
            EXPECT_GE(label().height(), label().sizeHint().height()) << where << ": a line is cut";
            EXPECT_LE(bar->height(), 6 * label().fontMetrics().height()) << where;
        }
}

TEST_F(NoticeBarTest, TheWholeTextIsSaidAndTheToolTip) {
    const QString text = kSentence.repeated(20) + QStringLiteral("a < b");
    show(text, 800);
    EXPECT_NE(label().text(), text);
    EXPECT_EQ(bar->text(), text);
    EXPECT_EQ(label().accessibleName(), text);
    EXPECT_TRUE(label().toolTip().contains(QStringLiteral("a &lt; b")));
    show(QStringLiteral("Saved."), 800);
    EXPECT_EQ(label().text(), "Saved.") << "and the next one's";
}

TEST_F(NoticeBarTest, TheTextTakesNoMoreLinesThanItNeeds) {
    show(kSentence.repeated(4), 700);
    const int high = bar->height();
    show(kSentence.repeated(4), 3'000);
    EXPECT_LT(bar->height(), high) << "wider, fewer lines";
    show(kSentence.repeated(4), 700);
    EXPECT_EQ(bar->height(), high);
}

TEST_F(NoticeBarTest, TabVisitsTheButtonsInTheirOrderAndSpaceChooses) {
    show(kSentence.repeated(20), 1366);
    QList<const QWidget*> visited;
    for (const QWidget* at = label().nextInFocusChain(); at != &label();
         at = at->nextInFocusChain())
        if (bar->isAncestorOf(at) && (at->focusPolicy() & Qt::TabFocus) != 0 && at->isVisible())
            visited.append(at);
    EXPECT_EQ(visited, (QList<const QWidget*>{&button(0), &button(1), &button(2)}));
    button(2).setFocus();
    QTest::keyClick(&button(2), Qt::Key_Space);
    EXPECT_EQ(bar->text(), QString{});
}

}  // namespace
}  // namespace widgets
