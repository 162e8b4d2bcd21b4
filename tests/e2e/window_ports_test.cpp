// Ports opened and closed in the Line dock while the meter runs.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QDockWidget>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QTabWidget>
#include <QTemporaryDir>
#include <QToolButton>

#include "app/poll/link.h"
#include "app/ports/pty.h"
#include "tests/e2e/window_fixture.h"

namespace desktop {
namespace {

enum Kind { kTcp, kRtuTcp, kRfc2217, kSerial, kPty };

class WindowPorts : public test::WindowTest {
 protected:
    void SetUp() override {
        open();
        auto& dock = child<QDockWidget>("line_dock");
        dock.show();
        dock.raise();
        child<QTabWidget>("line_tabs").setCurrentIndex(1);
        ASSERT_TRUE(QTest::qWaitFor([&] { return child<QListWidget>("ports").isVisible(); }));
    }
    void type(Kind kind, const QString& where) {
        child<QComboBox>("port_kind").setCurrentIndex(kind);
        auto& field = child<QLineEdit>("port_where");
        field.selectAll();
        QTest::keyClicks(&field, where);
        if (where.isEmpty()) field.clear();
        QTest::keyClick(&field, Qt::Key_Return);
    }
    // Address of the newest port.
    QString newest() {
        auto& list = child<QListWidget>("ports");
        return list.item(list.count() - 1)->data(Qt::UserRole).toString();
    }
    int count() { return child<QListWidget>("ports").count(); }
    void close_chosen() {
        child<QListWidget>("ports").setFocus();
        QTest::keyClick(&child<QListWidget>("ports"), Qt::Key_Delete);
    }
    QString message() { return child<QLabel>("port_message").text(); }

    // Register 130 as a foreign master reads it there.
    static int system_type_at(const QString& url) {
        polling::Link link({polling::parse_url(url.toStdString()), std::chrono::seconds(3), 0, 3});
        return link.read({130, 1}).front();
    }
};

TEST_F(WindowPorts, EveryKindOpensAndCloses) {
    const QTemporaryDir folder;
    const QString link = folder.filePath(QStringLiteral("meter"));
    struct Row {
        Kind kind;
        QString where, url;
    };
    const Row rows[]{{kTcp, QStringLiteral("0"), QStringLiteral("tcp://%1")},
                     {kRtuTcp, QStringLiteral("0"), QStringLiteral("rtutcp://%1")},
                     {kPty, link, QStringLiteral("%1")},
                     {kPty, {}, QStringLiteral("%1")},
                     {kRfc2217, QStringLiteral("0"), {}}};
    for (const Row& row : rows) {
        type(row.kind, row.where);
        EXPECT_EQ(count(), 2) << row.kind << message().toStdString();
        if (!row.url.isEmpty()) {
            EXPECT_EQ(system_type_at(row.url.arg(newest())), 40) << newest().toStdString();
        }
        close_chosen();
        EXPECT_TRUE(QTest::qWaitFor([&] { return count() == 1; }, kPatience)) << row.kind;
    }
    EXPECT_FALSE(QFile::exists(link)) << "the link goes with its port";
}

// The slave side of another pty is as good a serial device as any.
TEST_F(WindowPorts, ASerialDeviceOpensAndCloses) {
    asio::io_context io;
    const ports::Pty other{io, std::nullopt};
    type(kSerial, QString::fromStdString(other.terminal()));
    EXPECT_EQ(count(), 2) << message().toStdString();
    EXPECT_EQ(newest().toStdString(), other.terminal());
    close_chosen();
    EXPECT_TRUE(QTest::qWaitFor([&] { return count() == 1; }, kPatience));
}

TEST_F(WindowPorts, WhatCannotBeOpenedIsSaidAndStopsNothing) {
    struct Row {
        Kind kind;
        const char *where, *said;
    };
    for (const Row& row : {Row{kTcp, "70000", "70000"}, Row{kTcp, "x:y:z", "x:y:z"},
                           Row{kSerial, "/dev/no-such-line", "/dev/no-such-line"},
                           Row{kRfc2217, "198.51.100.1:2217", "198.51.100.1"},
                           Row{kPty, "/no/such/folder/meter", "/no/such/folder/meter"}}) {
        type(row.kind, QString::fromLatin1(row.where));
        EXPECT_TRUE(message().contains(QString::fromLatin1(row.said)))
            << row.where << ": " << message().toStdString();
        EXPECT_EQ(count(), 1) << row.where;
        EXPECT_EQ(QApplication::activeModalWidget(), nullptr);
    }
    type(kTcp, QStringLiteral("0"));
    const QString taken = newest();
    EXPECT_EQ(message(), QString{}) << "the error goes with the next success";
    type(kRtuTcp, taken);
    EXPECT_TRUE(message().contains(taken)) << message().toStdString();
}

TEST_F(WindowPorts, TheMetersOwnPortClosesToo) {
    child<QListWidget>("ports").setCurrentRow(0);
    QTest::mouseClick(&child<QToolButton>("port_close"), Qt::LeftButton);
    EXPECT_TRUE(QTest::qWaitFor([&] { return count() == 0; }, kPatience));
    QTest::mouseClick(&child<QToolButton>("port_close"), Qt::LeftButton);
    EXPECT_FALSE(message().isEmpty()) << "nothing is chosen, and that is said";
}

}  // namespace
}  // namespace desktop
