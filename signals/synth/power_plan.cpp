#include "signals/synth/power_plan.h"

#include <algorithm>

namespace signals {

namespace {

int find_order(std::span<const PowerStep> plan, int order) {
    const auto at = std::find_if(plan.begin(), plan.end(),
                                 [&](const PowerStep& s) { return s.order == order; });
    return at == plan.end() ? -1 : static_cast<int>(at - plan.begin());
}

// The most even split of `order` into two orders that are there already, or one half that is not.
int best_part(std::span<const PowerStep> plan, int order) {
    for (int part = order / 2; part >= 1; --part) {
        if (find_order(plan, part) >= 0 && find_order(plan, order - part) >= 0) return part;
    }
    return order / 2;
}

int add_order(std::vector<PowerStep>& plan, int order) {
    if (const int known = find_order(plan, order); known >= 0) return known;
    const int part = best_part(plan, order);
    const int left = add_order(plan, part);
    const int right = add_order(plan, order - part);
    plan.push_back({order, left, right});
    return static_cast<int>(plan.size()) - 1;
}

}  // namespace

std::vector<PowerStep> plan_powers(std::span<const int> orders) {
    std::vector<int> ascending(orders.begin(), orders.end());
    std::sort(ascending.begin(), ascending.end());
    std::vector<PowerStep> plan{PowerStep{}};
    for (const int order : ascending) add_order(plan, order);
    return plan;
}

int index_of_order(std::span<const PowerStep> plan, int order) { return find_order(plan, order); }

}  // namespace signals
