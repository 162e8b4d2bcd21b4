// The whole tree, by a model that knows only keys and glass: breadth first from the first screen.
//
// Two states are one place when their glasses are the same with every digit but 0 written as `#`
// (so a passcode or an address is not tried in all its values), and so is whether a passcode is
// asked at the heading.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <deque>
#include <map>
#include <string>
#include <vector>

#include "tests/core/panel/fixture.h"

namespace meter {
namespace {

using test::label_of;
using test::PanelOwner;
using test::text_of;

constexpr std::array kEveryKey{Key::back, Key::minus, Key::plus, Key::next};

struct Place {
    Panel panel;
    Points points;
    Instant now;
    int presses;  // fewest, from the first screen
};

void press(Place& place, Key key) {
    PanelOwner owner{place.points};
    for (const bool down : {true, false}) {
        place.panel.key(key, down, place.now, place.points, owner);
        place.now = place.now + Ticks{1'000};
        place.panel.tick(place.now, place.points, owner);
    }
    ++place.presses;
}

void wait(Place& place, Ticks time) {
    PanelOwner owner{place.points};
    place.now = place.now + time;
    place.panel.tick(place.now, place.points, owner);
}

// Readings say nothing about where a panel is: only values being edited are looked at.
std::string name_of(const Place& place) {
    std::string text = text_of(place.panel.lcd());
    for (char& c : text) c = '1' <= c && c <= '9' ? '#' : c;
    const Cursor cursor = place.panel.cursor();
    text +=
        ' ' + std::to_string(static_cast<int>(cursor.row)) + ' ' + std::to_string(cursor.detail);
    Place probe = place;
    if (!place.panel.in_menu()) press(probe, Key::next);
    return text + ' ' + label_of(probe.panel.lcd());
}

class Explore : public testing::Test {
 protected:
    static void SetUpTestSuite() {
        Place first{{}, test::factory_points(), {}, 0};
        wait(first, kLampTestTime + kVersionTime);
        std::deque<std::string> open;
        const auto meet = [&open](const Place& place) {
            const std::string name = name_of(place);
            if (places.emplace(name, place).second) open.push_back(name);
        };
        meet(first);
        while (!open.empty() && places.size() < 20'000) {
            const Place from = places.at(open.front());
            open.pop_front();
            for (const Key key : kEveryKey) {
                Place to = from;
                press(to, key);
                meet(to);
            }
            Place later = from;  // messages end by themselves
            wait(later, kWrongPasscodeTime);
            meet(later);
        }
    }

    static inline std::map<std::string, Place> places;
};

TEST_F(Explore, EndsByItself) {
    EXPECT_LT(places.size(), 20'000U);
    EXPECT_GT(places.size(), 200U);
}

TEST_F(Explore, BackAlwaysLeadsOut) {
    for (const auto& [name, place] : places) {
        Place out = place;
        wait(out, kWrongPasscodeTime);
        for (int i = 0; i < 9; ++i) press(out, Key::back);
        EXPECT_FALSE(out.panel.in_menu()) << name;
        EXPECT_EQ(out.panel.cursor().detail, 0) << name;
    }
}

TEST_F(Explore, NothingIsADeadEnd) {
    for (const auto& [name, place] : places) {
        bool moves = false;
        for (const Key key : kEveryKey) {
            Place to = place;
            wait(to, kWrongPasscodeTime);
            press(to, key);
            moves = moves || name_of(to) != name;
        }
        EXPECT_TRUE(moves) << name;
        Place late = place;
        wait(late, kPanelTimeout);
        EXPECT_EQ(late.panel.cursor(), Cursor{}) << name;
    }
}

// Presses by panel.md: `-` to SETUP, `→` and five digits, along the screens the shorter way, `→`,
// and one per digit, choice or view on the way; SETUP and RESET are the passcodes to be set there.
// The shortest refusal: INTRV, `-` to 0, `→`.
TEST_F(Explore, EveryMenuScreenIsReachedInTheFewestPresses) {
    const std::map<std::string, int> fewest{
        {"SETUP", 9},  {"PASWD", 2},  {"S CT ", 7},  {"CT SZ", 8},  {"S COM", 8},  {"ADDR ", 9},
        {"BAUD ", 12}, {"PAR  ", 13}, {"S SYS", 9},  {"SYSTM", 10}, {"S PT ", 10}, {"RATIO", 11},
        {"S V  ", 11}, {"VLL  ", 12}, {"S PWR", 12}, {"MX KW", 13}, {"SPLOS", 12}, {"VOLTS", 13},
        {"IMBAL", 15}, {"SPULS", 11}, {"WH/P ", 12}, {"MS   ", 13}, {"S DEM", 10}, {"INTRV", 11},
        {"SEC  ", 12}, {"SUNIT", 9},  {"UNITS", 10}, {"SPASS", 8},  {"RESET", 14}, {"ENERG", 8},
        {"DEMND", 9},  {"PULSE", 10}, {"ERR  ", 13},
    };
    std::map<std::string, int> found;
    for (const auto& [name, place] : places) {
        if (!place.panel.in_menu()) continue;
        const std::string label = label_of(place.panel.lcd());
        const auto [it, fresh] = found.emplace(label, place.presses);
        if (!fresh) it->second = std::min(it->second, place.presses);
    }
    for (const auto& [label, presses] : fewest) {
        ASSERT_TRUE(found.contains(label)) << label;
        EXPECT_EQ(found[label], presses) << label;
    }
}

TEST_F(Explore, WrongPasscodesAreMet) {
    int wrong = 0;
    for (const auto& [name, place] : places) {
        wrong += name.find("|PASWD|   Err|") != std::string::npos ? 1 : 0;
    }
    EXPECT_GE(wrong, 2) << "below SETUP and below RESET";
}

}  // namespace
}  // namespace meter
