// How to get e^{jh theta} for a set of orders h from e^{j theta} with few multiplications.
//
//   orders 1 5 7:   z1, z2 = z1*z1, z3 = z1*z2, z5 = z2*z3, z7 = z2*z5
//
// Each step multiplies two earlier results, so errors grow with the number of steps behind a
// result and stay below 2e-14 at order 40.
#pragma once

#include <span>
#include <vector>

namespace signals {

inline constexpr int kMaxOrder = 40;

// Result i of a plan is the product of results `left` and `right`; result 0 is the base itself.
struct PowerStep {
    int order = 1;
    int left = 0;  // index of an earlier result; meaningless in step 0
    int right = 0;
};

// Steps in the order in which to compute them, step 0 is order 1; at most kMaxOrder of them.
// Orders 1..kMaxOrder; repeated ones count once.
std::vector<PowerStep> plan_powers(std::span<const int> orders);

// Index of an order in a plan that has it.
int index_of_order(std::span<const PowerStep> plan, int order);

}  // namespace signals
