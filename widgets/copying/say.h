// A line for the status bar of whatever window a widget is in; nothing stops for it.
#pragma once

#include <QString>

class QWidget;

namespace widgets {

void say(QWidget& widget, const QString& text);

}  // namespace widgets
