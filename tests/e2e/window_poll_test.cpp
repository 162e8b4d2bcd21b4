// A master in the window polls the window's own meter over its pty.
#include <gtest/gtest.h>

#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QTableWidget>
#include <QToolButton>

#include "tests/e2e/window_fixture.h"

namespace desktop {
namespace {

class WindowPoll : public test::WindowTest {
 protected:
    void poll(const QString& points) {
        child<QDockWidget>("poll_dock").show();
        child<QLineEdit>("poll_points").setText(points);
        QTest::mouseClick(&child<QToolButton>("poll_start"), Qt::LeftButton);
    }
    QString cell(int row, int column) {
        const QTableWidgetItem* item = child<QTableWidget>("poll_table").item(row, column);
        return item == nullptr ? QString{} : item->text();
    }
};

TEST_F(WindowPoll, ReadsItsOwnMeterByName) {
    open();
    poll(QStringLiteral("ct_primary system_voltage"));
    ASSERT_TRUE(until([&] { return cell(0, 2) == QStringLiteral("400"); }));
    EXPECT_EQ(cell(0, 0), QStringLiteral("131"));
    EXPECT_EQ(cell(1, 1), QStringLiteral("system_voltage"));
    EXPECT_EQ(cell(1, 2), QStringLiteral("480"));
    EXPECT_EQ(cell(1, 3), QStringLiteral("V"));
    EXPECT_TRUE(child<QLabel>("poll_state").text().startsWith(QStringLiteral("Polls: ")));
    QTest::mouseClick(&child<QToolButton>("poll_start"), Qt::LeftButton);
    EXPECT_EQ(child<QToolButton>("poll_start").text(), QStringLiteral("Start"));
}

TEST_F(WindowPoll, SaysWhatIsWrongWithAUrl) {
    open();
    child<QLineEdit>("poll_url").setText(QStringLiteral("tcp://:0"));
    poll(QStringLiteral("1"));
    EXPECT_EQ(child<QToolButton>("poll_start").text(), QStringLiteral("Start")) << "nothing runs";
}

}  // namespace
}  // namespace desktop
