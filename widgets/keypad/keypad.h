// The four keys under the glass, by mouse and by keyboard.
//
//     ←  Left      -  minus      +  plus or =      →  Right
//
// Down and up are separate signals: the meter itself repeats a held key. The repeats of the
// operating system are ignored. A key that is held when the focus or the window goes away goes up.
#pragma once

#include <QKeyEvent>
#include <QWidget>
#include <array>
#include <optional>

#include "core/panel/panel.h"

class QAbstractButton;

namespace widgets {

// The key that a keyboard key stands for.
[[nodiscard]] std::optional<meter::Key> key_of(int qt_key);

class Keypad : public QWidget {
    Q_OBJECT
 public:
    explicit Keypad(QWidget* parent = nullptr);

    // For a window that hands over keys that its focus widget did not want. True: it was ours.
    bool handle(const QKeyEvent& event);
    // Lets go of every key that is down.
    void release_all();

    [[nodiscard]] QAbstractButton* button(meter::Key key) const;
    [[nodiscard]] QSize sizeHint() const override;

 Q_SIGNALS:
    void key_changed(meter::Key key, bool down);

 protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

 private:
    void change(meter::Key key, bool down);

    std::array<QAbstractButton*, meter::kKeys> buttons_{};
    std::array<bool, meter::kKeys> down_{};
};

}  // namespace widgets
