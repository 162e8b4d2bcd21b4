// Every parameter of SETUP that is entered in digits: its bounds, what is beyond, an edit dropped.
// Ranges and times: panel.md, Setup.
#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "tests/core/panel/fixture.h"

namespace meter {
namespace {

using test::factory_points;
using test::label_of;
using test::Person;

constexpr std::int64_t kSecond = 32'768;

struct Parameter {
    const char* name;
    int screen;         // presses of `+` from S CT
    int before;         // presses of `→` on the screen until its first digit blinks
    const char* shown;  // at the factory
    std::uint32_t (*get)(const Config&);
    std::vector<const char*> accepted;
    std::vector<const char*> refused;
};

// Bounds and beyond, from the table of panel.md.
const std::vector<Parameter>& digit_parameters() {
    static const std::vector<Parameter> table{
        {"ADDR",
         1,
         1,
         "001",
         [](const Config& c) -> std::uint32_t { return c.line.address; },
         {"001", "247", "010"},
         {"000", "248", "255", "256", "999"}},
        {"CT SZ",
         0,
         1,
         "0100",
         [](const Config& c) -> std::uint32_t { return c.ct_primary; },
         {"0005", "5000", "0400"},
         {"0000", "0004", "5001", "9999"}},
        {"RATIO",
         3,
         1,
         "00100",
         [](const Config& c) -> std::uint32_t { return c.pt_ratio; },
         {"00001", "32000", "00200"},
         {"00000", "32001", "65537", "99999"}},
        {"VLL",
         4,
         1,
         "00600",
         [](const Config& c) -> std::uint32_t { return c.system_voltage; },
         {"00082", "00660"},
         {"00000", "00081", "00661", "32000", "65618", "99999"}},
        {"VOLTS",
         6,
         1,
         "10",
         [](const Config& c) -> std::uint32_t { return c.phase_loss_threshold; },
         {"01", "99"},
         {"00"}},
        {"IMBAL",
         6,
         3,
         "25",
         [](const Config& c) -> std::uint32_t { return c.phase_loss_imbalance; },
         {"01", "99"},
         {"00"}},
        {"INTRV",
         8,
         1,
         "1",
         [](const Config& c) -> std::uint32_t { return c.demand_subintervals; },
         {"1", "2", "6"},
         {"0", "7", "9"}},
        {"SEC",
         8,
         2,
         "00900",
         [](const Config& c) -> std::uint32_t { return c.demand_seconds; },
         {"00000", "00010", "32767"},
         {"00001", "00009", "32768", "65536", "99999"}},
        {"SETUP",
         10,
         1,
         "00000",
         [](const Config& c) { return c.setup_passcode; },
         {"00000", "99999", "12345"},
         {}},
        {"RESET",
         10,
         6,
         "00000",
         [](const Config& c) { return c.reset_passcode; },
         {"00000", "99999", "54321"},
         {}},
    };
    return table;
}

class DigitParameter : public testing::TestWithParam<std::size_t> {
 protected:
    const Parameter& parameter = digit_parameters()[GetParam()];

    // Up to the last digit of `value`, which is not accepted yet.
    void enter(Person& person, const std::string& value) const {
        const std::string shown = parameter.shown;
        person.press("->>>>>>");
        person.press(Key::plus, parameter.screen);
        person.press(Key::next, parameter.before);
        for (std::size_t i = 0; i < value.size(); ++i) {
            if (i > 0) person.press(Key::next);
            person.press(Key::plus, (value[i] - shown[i] + 10) % 10);
        }
    }
    static std::string digits_of(const Person& person) {
        const std::string cells = person.glass().substr(11);
        std::string digits;
        for (const char c : cells.substr(0, cells.find('|'))) {
            if (c >= '0' && c <= '9') digits += c;
        }
        return digits;
    }
};

TEST_P(DigitParameter, TakesItsBounds) {
    for (const std::string value : parameter.accepted) {
        Points points = factory_points();
        Person person{points};
        enter(person, value);
        EXPECT_EQ(digits_of(person), value) << parameter.name;
        person.press("><<");
        EXPECT_EQ(parameter.get(points.config), std::stoul(value)) << parameter.name;
        EXPECT_EQ(person.owner().applied, value == parameter.shown ? 0 : 1) << parameter.name;
    }
}

TEST_P(DigitParameter, RefusesWhatIsBeyondAndLetsGo) {
    for (const std::string value : parameter.refused) {
        Points points = factory_points();
        Person person{points};
        enter(person, value);
        const std::string glass = person.glass();
        person.press(Key::next);
        EXPECT_EQ(label_of(person.panel().lcd()), "ERR  ") << parameter.name << ' ' << value;
        EXPECT_EQ(digits_of(person), value) << "the cells stay";
        EXPECT_NE(person.panel().lcd().blinking, 0);
        person.wait(Ticks{kSecond - 2'001});
        EXPECT_EQ(label_of(person.panel().lcd()), "ERR  ");
        person.wait(Ticks{1});
        EXPECT_EQ(person.glass(), glass);
        person.press("<<<");
        EXPECT_EQ(points.config, Config{}) << "the old value stays";
        EXPECT_EQ(person.owner().applied, 0);
    }
}

TEST_P(DigitParameter, DropsAnEditByBackOrByTime) {
    for (const bool by_time : {false, true}) {
        Points points = factory_points();
        Person person{points};
        enter(person, parameter.accepted.back());
        if (by_time) {
            person.wait(Ticks{300 * kSecond - 1'001});
            EXPECT_TRUE(person.panel().in_menu()) << "five minutes after the last release";
            person.wait(Ticks{1});
            EXPECT_EQ(person.glass(), "ABC |KWH  |  0.000|k W h");
        } else {
            person.press("<<");
            EXPECT_EQ(person.glass(), "... |SETUP|      |");
        }
        EXPECT_EQ(points.config, Config{}) << parameter.name;
        EXPECT_EQ(person.owner().applied, 0);
    }
}

INSTANTIATE_TEST_SUITE_P(Setup, DigitParameter,
                         testing::Range<std::size_t>(0, digit_parameters().size()),
                         [](const auto& row) {
                             std::string name = digit_parameters()[row.param].name;
                             for (char& c : name) c = c == ' ' ? '_' : c;
                             return name;
                         });

}  // namespace
}  // namespace meter
