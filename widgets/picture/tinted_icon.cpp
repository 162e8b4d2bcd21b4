#include "widgets/picture/tinted_icon.h"

#include <QPainter>
#include <QPixmap>
#include <QWidget>

namespace widgets {

namespace {

constexpr QSize kSize{24, 24};

void add(QIcon& to, QIcon::State state, const QIcon& icon, const QWidget& widget) {
    for (const auto group : {QPalette::Active, QPalette::Disabled}) {
        QPixmap picture = icon.pixmap(kSize, widget.devicePixelRatioF());
        QPainter painter{&picture};
        painter.setCompositionMode(QPainter::CompositionMode_SourceIn);
        painter.fillRect(picture.rect(), widget.palette().color(group, QPalette::ButtonText));
        painter.end();
        to.addPixmap(picture, group == QPalette::Active ? QIcon::Normal : QIcon::Disabled, state);
    }
}

}  // namespace

QIcon tinted_icon(const QIcon& icon, const QWidget& widget) {
    QIcon out;
    add(out, QIcon::Off, icon, widget);
    return out;
}

QIcon tinted_icon(const QIcon& off, const QIcon& on, const QWidget& widget) {
    QIcon out = tinted_icon(off, widget);
    add(out, QIcon::On, on, widget);
    return out;
}

}  // namespace widgets
