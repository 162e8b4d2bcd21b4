#include "widgets/copying/say.h"

#include <QCoreApplication>
#include <QStatusTipEvent>
#include <QWidget>

namespace widgets {

void say(QWidget& widget, const QString& text) {
    QStatusTipEvent event{text};
    QCoreApplication::sendEvent(&widget, &event);
}

}  // namespace widgets
