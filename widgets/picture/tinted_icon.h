// Icons in the colour of the text: a style's own are black, whatever the palette.
#pragma once

#include <QIcon>

class QWidget;

namespace widgets {

// The shape of `icon` in the button text colour of `widget`'s palette, at the widget's scale.
[[nodiscard]] QIcon tinted_icon(const QIcon& icon, const QWidget& widget);
// Of a button that can be checked: `on` while it is.
[[nodiscard]] QIcon tinted_icon(const QIcon& off, const QIcon& on, const QWidget& widget);

}  // namespace widgets
