// Points by name, number, range and group; the twins of meter.md 3.8.
#include "app/poll/selection.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstring>

namespace polling {
namespace {

using testing::ElementsAre;
using Numbers = std::vector<int>;

Numbers numbers(const std::vector<std::string>& words, Form form = Form::as_named) {
    Numbers found;
    for (const meter::RegisterRow* row : select(words, form)) found.push_back(row->number);
    return found;
}

TEST(Selection, Words) {
    EXPECT_THAT(numbers({"kw_total"}), ElementsAre(3));
    EXPECT_THAT(numbers({"257"}), ElementsAre(257));
    EXPECT_THAT(numbers({"258"}), ElementsAre(257));  // the lower half means the value
    EXPECT_THAT(numbers({"2-4"}), ElementsAre(1, 3, 4));
    EXPECT_THAT(numbers({"kw_?"}), ElementsAre(10, 11, 12));
    EXPECT_THAT(numbers({"*demand"}),
                ElementsAre(37, 38, 39, 40, 41, 42, 325, 327, 329, 331, 333, 335));
    EXPECT_THAT(numbers({"scales"}), ElementsAre(138, 139, 140, 141));
    EXPECT_THAT(numbers({"identity"}), ElementsAre(7001, 7002));
    EXPECT_THAT(numbers({"settings"}),
                ElementsAre(130, 131, 133, 134, 137, 142, 143, 144, 149, 150));
    EXPECT_THAT(numbers({"50-130"}), ElementsAre(49, 51, 129, 130));  // the hole does not matter
    EXPECT_THAT(numbers({"frequency,3", "kw_total"}), ElementsAre(26, 3));
    EXPECT_EQ(numbers({"all"}).size(), meter::register_table().size());
    EXPECT_EQ(numbers({"integers"}).size(), 44U);
    EXPECT_EQ(numbers({"floats"}).size(), 45U);
    EXPECT_EQ(numbers({"config"}).size(), 26U);
    EXPECT_EQ(numbers({"energies"}).size(), 13U);  // 6 integers, 7 floats
    EXPECT_EQ(numbers({"demands"}).size(), 12U);
}

TEST(Selection, Refused) {
    for (const char* word : {"kw_totl", "53", "53-128", "0", "9-3", "1-", "1-x", "-5", "nothing*",
                             "99999999999", "70000"}) {
        try {
            (void)select(std::array<std::string, 1>{word});
            ADD_FAILURE() << word;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), testing::StartsWith("point \"" + std::string(word) + "\": "));
        }
    }
}

// A twin measures the same thing: same getter, but for the pulse counters, whose float rolls with
// the integer at another size (meter.md 3.6).
TEST(Selection, TwinsMeasureTheSame) {
    int twins = 0;
    for (const meter::RegisterRow& row : meter::register_table()) {
        const meter::RegisterRow* twin = twin_of(row);
        const bool measured = row.number <= 52 || row.format == meter::Format::Float;
        ASSERT_EQ(twin != nullptr, measured) << row.name;
        if (twin == nullptr) continue;
        ++twins;
        EXPECT_STREQ(row.units, twin->units) << row.name;
        const bool counter = std::strstr(row.name, "pulse_counter") != nullptr;
        EXPECT_TRUE(row.get == twin->get || counter) << row.name << " and " << twin->name;
        if (row.number != 259) {
            EXPECT_EQ(twin_of(*twin), &row) << row.name;
        }
    }
    EXPECT_EQ(twins, 89);
}

TEST(Selection, Forms) {
    EXPECT_THAT(numbers({"kw_total", "f_v_an", "131"}, Form::floating), ElementsAre(261, 293, 131));
    EXPECT_THAT(numbers({"kw_total", "f_v_an", "131"}, Form::integer), ElementsAre(3, 19, 131));
    EXPECT_THAT(numbers({"257", "259"}, Form::integer), ElementsAre(1));
    EXPECT_THAT(numbers({"1"}, Form::floating), ElementsAre(257));
}

}  // namespace
}  // namespace polling
