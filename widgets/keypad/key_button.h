// One key: a dark rounded cap with its sign on it.
#pragma once

#include <QAbstractButton>

#include "core/panel/panel.h"

namespace widgets {

class KeyButton : public QAbstractButton {
    Q_OBJECT
 public:
    explicit KeyButton(meter::Key key, QWidget* parent = nullptr);
    [[nodiscard]] QSize sizeHint() const override { return {58, 36}; }

 protected:
    void paintEvent(QPaintEvent* event) override;

 private:
    meter::Key key_;
};

}  // namespace widgets
