// The table of quantities, and how windows are put together.
#include "app/analysis/values.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/analysis/thinned.h"

namespace analysis {
namespace {

Values some() {
    Values v;
    v.volts = {230.0, 231.0, 229.0};
    v.amps = {10.0, 20.0, 30.0};
    v.watts = {1'000.0, -2'000.0, 3'000.0};
    v.vars = {500.0, 600.0, -700.0};
    for (std::size_t x = 0; x < 3; ++x) v.vas[x] = v.volts[x] * v.amps[x];
    v.hertz = 50.0;
    return v;
}

double of(const char* name, const Values& v) { return quantities()[find_quantity(name)].of(v); }

// As the registers form them: sums of magnitudes, S of the total as their vector sum.
TEST(AnalysisValues, TotalsAreThoseOfTheRegisters) {
    const Values v = some();
    EXPECT_DOUBLE_EQ(of("P", v), 6'000.0);
    EXPECT_DOUBLE_EQ(of("Q", v), 1'800.0);
    EXPECT_DOUBLE_EQ(of("S", v), std::hypot(6'000.0, 1'800.0));
    EXPECT_DOUBLE_EQ(of("SB", v), 4'620.0);
    EXPECT_DOUBLE_EQ(of("PFB", v), 2'000.0 / 4'620.0);
    EXPECT_DOUBLE_EQ(of("F", v), 50.0);
}

TEST(AnalysisValues, ErrorsAreOfTheirWhole) {
    Values measured = some();
    measured.watts[0] += 23.0;  // 1 % of 230 V * 10 A
    measured.volts[1] *= 1.01;
    const auto error = [&](const char* name) {
        return error_percent(quantities()[find_quantity(name)], measured, some());
    };
    EXPECT_NEAR(*error("PA"), 1.0, 1e-9);
    EXPECT_NEAR(*error("VB"), 1.0, 1e-9);
    Values dead = some();
    dead.amps[2] = 0.0;
    EXPECT_FALSE(error_percent(quantities()[find_quantity("IC")], measured, dead).has_value());
}

TEST(AnalysisValues, UnknownNamesAreOutside) { EXPECT_EQ(find_quantity("VX"), kQuantities); }

TEST(AnalysisValues, AveragesByLength) {
    Values a = some();
    Values b = some();
    b.volts[0] = 0.0;
    b.watts[0] = 4'000.0;
    Average average;
    average.add(a, 3.0);
    average.add(b, 1.0);
    EXPECT_NEAR(average.values().volts[0], 230.0 * std::sqrt(0.75), 1e-9);
    EXPECT_NEAR(average.values().watts[0], 1'750.0, 1e-9);
    EXPECT_DOUBLE_EQ(average.frames(), 4.0);
}

struct Span {
    int from = 0, to = 0;
    void join(const Span& next) { to = next.to; }
};

TEST(Thinned, StaysBoundedAndLosesNothing) {
    Thinned<Span, 8> thinned;
    for (int i = 0; i < 100; ++i) thinned.add({i, i + 1});
    EXPECT_LE(thinned.entries().size(), 8U);
    EXPECT_EQ(thinned.stride(), 16U);
    int at = 0;
    for (const Span& s : thinned.entries()) {
        EXPECT_EQ(s.from, at);
        at = s.to;
    }
    EXPECT_EQ(at, 100);
}

}  // namespace
}  // namespace analysis
