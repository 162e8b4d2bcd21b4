#include "widgets/picture/tinted_icon.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace widgets {

namespace {

constexpr QSize kSize{24, 24};

}  // namespace

QIcon tinted_icon(const QIcon& icon, const QWidget& widget) {
    QIcon out;
    for (const auto group : {QPalette::Active, QPalette::Disabled}) {
        QPixmap picture = icon.pixmap(kSize, widget.devicePixelRatioF());
        QPainter painter{&picture};
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), widget.palette().color(group, QPalette::ButtonText));
        painter.end();
        out.addPixmap(picture, group == QPalette::Active ? QIcon::Normal : QIcon::Disabled);
    }
    return out;
}

}  // namespace widgets
