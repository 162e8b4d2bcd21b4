// Four keys by mouse and keyboard: each edge once, nothing stuck.
#include <gtest/gtest.h>

#include <QAbstractButton>
#include <QFocusEvent>
#include <QMouseEvent>
#include <vector>

#include "tests/widgets/support/application.h"
#include "widgets/keypad/keypad.h"

namespace widgets {
namespace {

using meter::Key;

struct Edge {
    Key key;
    bool down;
    bool operator==(const Edge&) const = default;
};

class KeypadTest : public test::WidgetTest {
 protected:
    KeypadTest() {
        QObject::connect(&keypad, &Keypad::key_changed, [this](Key key, bool down) {
            edges.push_back({key, down});
        });
        keypad.resize(300, 40);
        keypad.show();
    }
    void keyboard(QEvent::Type type, int qt_key, bool repeat = false,
                  Qt::KeyboardModifiers modifiers = Qt::NoModifier) {
        QKeyEvent event{type, qt_key, modifiers, {}, repeat};
        QApplication::sendEvent(keypad.button(Key::plus), &event);
    }
    void mouse(QEvent::Type type, Key key) {
        QAbstractButton* button = keypad.button(key);
        const QPointF at = QRectF{button->rect()}.center();
        const Qt::MouseButtons held =
            type == QEvent::MouseButtonPress ? Qt::LeftButton : Qt::NoButton;
        QMouseEvent event{type, at, button->mapToGlobal(at), Qt::LeftButton, held, Qt::NoModifier};
        QApplication::sendEvent(button, &event);
    }

    Keypad keypad;
    std::vector<Edge> edges;
};

TEST_F(KeypadTest, KeyboardKeys) {
    struct Case {
        int qt_key;
        Key key;
    };
    // clang-format off
    constexpr Case kCases[]{{Qt::Key_Left, Key::back}, {Qt::Key_Minus, Key::minus}, {Qt::Key_Plus, Key::plus},
                            {Qt::Key_Equal, Key::plus}, {Qt::Key_Right, Key::next}};
    // clang-format on
    for (const Case& c : kCases) {
        edges.clear();
        keyboard(QEvent::KeyPress, c.qt_key);
        EXPECT_EQ(edges, (std::vector<Edge>{{c.key, true}}));
        EXPECT_TRUE(keypad.button(c.key)->isDown());
        keyboard(QEvent::KeyRelease, c.qt_key);
        EXPECT_EQ(edges, (std::vector<Edge>{{c.key, true}, {c.key, false}}));
        EXPECT_FALSE(keypad.button(c.key)->isDown());
    }
}

TEST_F(KeypadTest, IgnoresRepeatsOfTheOperatingSystem) {
    keyboard(QEvent::KeyPress, Qt::Key_Plus);
    for (int i = 0; i < 5; ++i) {
        keyboard(QEvent::KeyRelease, Qt::Key_Plus, true);
        keyboard(QEvent::KeyPress, Qt::Key_Plus, true);
    }
    keyboard(QEvent::KeyRelease, Qt::Key_Plus);
    EXPECT_EQ(edges, (std::vector<Edge>{{Key::plus, true}, {Key::plus, false}}));
}

TEST_F(KeypadTest, LeavesShortcutsToTheWindow) {
    QKeyEvent event{QEvent::KeyPress, Qt::Key_Left, Qt::AltModifier};
    EXPECT_FALSE(keypad.handle(event));
    QKeyEvent other{QEvent::KeyPress, Qt::Key_A, Qt::NoModifier};
    EXPECT_FALSE(keypad.handle(other));
    EXPECT_TRUE(edges.empty());
}

TEST_F(KeypadTest, Mouse) {
    for (const Key key : {Key::back, Key::minus, Key::plus, Key::next}) {
        edges.clear();
        mouse(QEvent::MouseButtonPress, key);
        EXPECT_EQ(edges, (std::vector<Edge>{{key, true}})) << "acts when it goes down";
        mouse(QEvent::MouseButtonRelease, key);
        EXPECT_EQ(edges, (std::vector<Edge>{{key, true}, {key, false}}));
    }
}

TEST_F(KeypadTest, LosingTheFocusLetsGo) {
    keyboard(QEvent::KeyPress, Qt::Key_Right);
    QFocusEvent gone{QEvent::FocusOut};
    QApplication::sendEvent(keypad.button(Key::plus), &gone);
    EXPECT_EQ(edges, (std::vector<Edge>{{Key::next, true}, {Key::next, false}}));
    keyboard(QEvent::KeyRelease, Qt::Key_Right);
    EXPECT_EQ(edges.size(), 2U);
}

TEST_F(KeypadTest, EveryKeyHasANameAndATip) {
    for (const Key key : {Key::back, Key::minus, Key::plus, Key::next}) {
        EXPECT_FALSE(keypad.button(key)->accessibleName().isEmpty());
        EXPECT_FALSE(keypad.button(key)->toolTip().isEmpty());
    }
}

}  // namespace
}  // namespace widgets
