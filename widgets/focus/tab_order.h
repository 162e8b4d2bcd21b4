// The order in which Tab visits widgets that were not made in reading order.
#pragma once

#include <QWidget>
#include <initializer_list>

namespace widgets {

inline void set_tab_order(std::initializer_list<QWidget*> order) {
    QWidget* before = nullptr;
    for (QWidget* each : order) {
        if (before != nullptr) QWidget::setTabOrder(before, each);
        before = each;
    }
}

}  // namespace widgets
