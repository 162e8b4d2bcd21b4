// Keys as a script writes them.
#include "app/cli/keys.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <stdexcept>

namespace cli {
namespace {

using meter::Key;

TEST(Keys, AreWordsWithCounts) {
    EXPECT_THAT(parse_keys("back minus\tplus  next"),
                testing::ElementsAre(Key::back, Key::minus, Key::plus, Key::next));
    EXPECT_THAT(parse_keys("plus*3 back*1"),
                testing::ElementsAre(Key::plus, Key::plus, Key::plus, Key::back));
    EXPECT_EQ(parse_keys("next*99").size(), 99U);
    EXPECT_TRUE(parse_keys("").empty());
}

TEST(Keys, AnythingElseIsNamed) {
    for (const char* word : {"enter", "Next", "plus*0", "plus*100", "plus*", "plus*x", "*3", "3"}) {
        try {
            (void)parse_keys(std::string{"next "} + word);
            ADD_FAILURE() << "accepted " << word;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), testing::HasSubstr("'" + std::string(word) + "'"));
        }
    }
}

TEST(Keys, ArePressedAfterThePowerUp) {
    bench::Rig rig{signals::Scenario{}};
    press(rig, parse_keys("plus next next"));
    EXPECT_TRUE(rig.meter().lcd().lit(meter::Annunciator::va)) << "apparent power";
    EXPECT_FALSE(rig.meter().lcd().lit(meter::Annunciator::volt)) << "no lamp test any more";
    bench::Rig left_alone{signals::Scenario{}};
    press(left_alone, {});
    EXPECT_EQ(left_alone.frame(), 0) << "no keys, no time";
}

}  // namespace
}  // namespace cli
