#include "app/desktop/setup_items.h"

#include <QCoreApplication>

#include "core/panel/menu_table.h"

namespace desktop {

namespace {

bool differs(const meter::Item& item, const meter::Points& before, const meter::Points& after) {
    if (item.get != nullptr) return item.get(before.config) != item.get(after.config);
    if (item.show == nullptr) return false;
    meter::Lcd a{}, b{};
    item.show(before, a);
    item.show(after, b);
    return !(a == b);
}

}  // namespace

QStringList setup_items_showing(const meter::Points& before, const meter::Points& after) {
    QStringList out;
    for (const meter::Item& item : meter::kItems) {
        if (item.screen == meter::MenuScreen::reset || !differs(item, before, after)) continue;
        const meter::Caption& caption = item.caption;
        const char* label = after.config.display_units == 0 ? caption.iec : caption.ieee;
        out.append(QCoreApplication::translate("desktop::Formulas", "%1, %2 (SETUP)")
                       .arg(QString::fromLatin1(
                                meter::kSetupScreens[static_cast<std::size_t>(item.screen)]),
                            QString::fromLatin1(label)));
    }
    return out;
}

}  // namespace desktop
