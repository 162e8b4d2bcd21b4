#include "signals/wiring/phasors.h"

#include "signals/scenario/check.h"
#include "signals/timeline/levels.h"

namespace signals {

std::vector<OrderPhasors> phasors_of(const Installation& installation) {
    check(installation);
    return orders_of(levels_of(installation, {}));
}

}  // namespace signals
