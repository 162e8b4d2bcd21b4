#include "widgets/speed/speed_scale.h"

#include <QCoreApplication>
#include <cmath>

namespace widgets {

int position_of(double speed) {
    int best = 0;
    for (int i = 0; i < static_cast<int>(kSpeeds.size()); ++i) {
        const auto distance = [speed](int position) {
            const double other = kSpeeds[static_cast<std::size_t>(position)];
            return other == speed ? 0.0 : std::abs(std::log(other / speed));
        };
        if (distance(i) < distance(best)) best = i;
    }
    return best;
}

QString speed_text(double speed) {
    if (std::isinf(speed)) return QCoreApplication::translate("widgets::SpeedControl", "max");
    return QStringLiteral("%1\u00d7").arg(speed);
}

}  // namespace widgets
