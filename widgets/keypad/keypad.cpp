#include "widgets/keypad/keypad.h"

#include <QHBoxLayout>

#include "widgets/keypad/key_button.h"

namespace widgets {

namespace {

constexpr std::size_t index(meter::Key key) { return static_cast<std::size_t>(key); }

struct KeyName {
    meter::Key key;
    const char* object;
    const char* name;  // translated when shown
    const char* tip;
};
// clang-format off
constexpr std::array<KeyName, meter::kKeys> kNames{{
    {meter::Key::back,  "key_back",  QT_TRANSLATE_NOOP("widgets::Keypad", "Back key"),
     QT_TRANSLATE_NOOP("widgets::Keypad", "Back, one screen to the left (keyboard: Left)")},
    {meter::Key::minus, "key_minus", QT_TRANSLATE_NOOP("widgets::Keypad", "Minus key"),
     QT_TRANSLATE_NOOP("widgets::Keypad", "Previous row; hold to repeat (keyboard: -)")},
    {meter::Key::plus,  "key_plus",  QT_TRANSLATE_NOOP("widgets::Keypad", "Plus key"),
     QT_TRANSLATE_NOOP("widgets::Keypad", "Next row; hold to repeat (keyboard: + or =)")},
    {meter::Key::next,  "key_next",  QT_TRANSLATE_NOOP("widgets::Keypad", "Next key"),
     QT_TRANSLATE_NOOP("widgets::Keypad", "Next, one screen to the right (keyboard: Right)")},
}};

struct Shortcut {
    int qt_key;
    meter::Key key;
};
constexpr std::array<Shortcut, 5> kShortcuts{{
    {Qt::Key_Left,  meter::Key::back},
    {Qt::Key_Minus, meter::Key::minus},
    {Qt::Key_Plus,  meter::Key::plus},
    {Qt::Key_Equal, meter::Key::plus},
    {Qt::Key_Right, meter::Key::next},
}};
// clang-format on

}  // namespace

std::optional<meter::Key> key_of(int qt_key) {
    for (const Shortcut& shortcut : kShortcuts) {
        if (shortcut.qt_key == qt_key) return shortcut.key;
    }
    return std::nullopt;
}

Keypad::Keypad(QWidget* parent) : QWidget(parent) {
    auto* layout = new QHBoxLayout{this};
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(10);
    for (const KeyName& name : kNames) {
        auto* button = new KeyButton{name.key, this};
        button->setObjectName(QString::fromLatin1(name.object));
        button->setAccessibleName(tr(name.name));
        button->setToolTip(tr(name.tip));
        button->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
        button->installEventFilter(this);
        connect(button, &QAbstractButton::pressed, this, [this, &name] { change(name.key, true); });
        connect(button, &QAbstractButton::released, this,
                [this, &name] { change(name.key, false); });
        layout->addWidget(button);
        buttons_[index(name.key)] = button;
    }
}

bool Keypad::handle(const QKeyEvent& event) {
    const std::optional<meter::Key> key = key_of(event.key());
    const Qt::KeyboardModifiers others =
        event.modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
    if (!key || (event.type() == QEvent::KeyPress && others != Qt::NoModifier)) return false;
    if (event.isAutoRepeat()) return true;
    const bool down = event.type() == QEvent::KeyPress;
    button(*key)->setDown(down);
    change(*key, down);
    return true;
}

void Keypad::release_all() {
    for (const KeyName& name : kNames) {
        button(name.key)->setDown(false);
        change(name.key, false);
    }
}

QAbstractButton* Keypad::button(meter::Key key) const { return buttons_[index(key)]; }

QSize Keypad::sizeHint() const { return {262, 36}; }

bool Keypad::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        if (handle(*static_cast<QKeyEvent*>(event))) return true;
    }
    if (event->type() == QEvent::FocusOut || event->type() == QEvent::Hide) release_all();
    return QWidget::eventFilter(watched, event);
}

void Keypad::change(meter::Key key, bool down) {
    if (down_[index(key)] == down) return;
    down_[index(key)] = down;
    Q_EMIT key_changed(key, down);
}

}  // namespace widgets
