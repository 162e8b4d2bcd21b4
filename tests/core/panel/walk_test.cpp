// Every screen, reached by keys as a person would: `→` to the end of each row, `+` to the next.
#include <gtest/gtest.h>

#include <string>
#include <tuple>

#include "core/panel/panel.h"
#include "tests/core/panel/fixture.h"

namespace meter {
namespace {

using test::expect_golden;
using test::Person;
using test::some_points;

std::string walk(Points points) {
    Person person{points};
    std::string trace;
    for (int row = 0; row < kRows; ++row) {
        for (bool moved = true; moved;) {
            const Cursor before = person.cursor();
            trace += person.glass() + '\n';
            person.press(Key::next);
            moved = person.cursor() != before;
        }
        if (person.panel().in_menu()) person.press(Key::back);
        trace += '\n';
        person.press(Key::plus);
    }
    EXPECT_EQ(person.cursor(), Cursor{}) << "`+` wraps";
    return trace;
}

class Walk : public testing::TestWithParam<std::tuple<std::uint16_t, std::uint16_t>> {};

TEST_P(Walk, ShowsTheGoldenScreens) {
    const auto [type, units] = GetParam();
    const std::string name =
        "walk_" + std::to_string(type) + (units == 1 ? "_ieee.txt" : "_iec.txt");
    expect_golden(name, walk(some_points(type, units)));
}

INSTANTIATE_TEST_SUITE_P(TypesAndUnits, Walk,
                         testing::Combine(testing::Values(10, 11, 12, 31, 40),
                                          testing::Values(0, 1)),
                         [](const auto& row) {
                             return "type" + std::to_string(std::get<0>(row.param)) +
                                    (std::get<1>(row.param) == 1 ? "_ieee" : "_iec");
                         });

TEST(Walk, ShowsEveryAlert) {
    Points points = some_points();
    points.alerts = 0xFF7F;
    expect_golden("walk_alerts.txt", walk(points));
}

TEST(Walk, BackwardsMeetsTheSameScreens) {
    Points points = some_points();
    Person person{points};
    person.press(Key::back);
    EXPECT_EQ(person.cursor(), Cursor{}) << "nothing is left of the first screen";
    person.press(Key::minus);
    EXPECT_EQ(person.cursor().row, Row::setup) << "`-` wraps";
    for (int i = 1; i < kRows; ++i) person.press(Key::minus);
    EXPECT_EQ(person.cursor(), Cursor{});
    person.press(Key::next);
    person.press(Key::next);
    EXPECT_EQ(person.cursor().detail, 2);
    person.press(Key::back);
    EXPECT_EQ(person.cursor().detail, 1);
    person.press(Key::plus);
    EXPECT_EQ(person.cursor(), (Cursor{Row::power, 0})) << "a new row starts at its first screen";
}

}  // namespace
}  // namespace meter
