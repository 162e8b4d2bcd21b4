// The trees below SETUP and RESET, as a person meets them. Screens, ranges and times: panel.md,
// Setup.
#include "core/panel/menu.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "core/registers/bank.h"
#include "core/state.h"
#include "tests/core/panel/fixture.h"

namespace meter {
namespace {

using test::expect_golden;
using test::factory_points;
using test::label_of;
using test::Person;

constexpr std::int64_t kSecond = 32'768;

class MenuTest : public testing::Test {
 protected:
    // From the first screen to S CT, and `screens` further.
    void enter_setup(int screens = 0) {
        person.press("->>>>>>");
        person.press(Key::plus, screens);
    }
    // Enters `digits` from the first blinking digit, all of which show `from`.
    void enter(const std::string& digits, const std::string& from) {
        for (std::size_t i = 0; i < digits.size(); ++i) {
            person.press(Key::plus, (digits[i] - from[i] + 10) % 10);
            person.press(Key::next);
        }
    }
    std::string trace(const std::string& keys) {
        std::string out;
        for (const char key : keys) {
            person.press(std::string{key});
            out += std::string{key} + ' ' + person.glass() + '\n';
        }
        return out;
    }

    Points points = factory_points();
    Person person{points};
};

TEST_F(MenuTest, WalksEveryParameterOfSetup) {
    std::string out = trace("->>>>>>");
    for (int screen = 0; screen < 11; ++screen) {
        std::string screen_text = person.glass();
        do {
            person.press(Key::next);
            out += "> " + person.glass() + '\n';
        } while (person.glass() != screen_text);
        out += trace("+");
    }
    out += trace("<<");
    expect_golden("setup_walk.txt", out);
    EXPECT_EQ(person.owner().applied, 0) << "accepting what is there changes nothing";
}

TEST_F(MenuTest, WalksEveryOrderOfReset) {
    expect_golden("reset_walk.txt", trace("-->>>>>>>>>><"));
    EXPECT_TRUE(person.owner().commands.empty()) << "NO gives no order";
}

struct OrderCase {
    const char* keys;
    std::vector<Command> gives;
};

TEST_F(MenuTest, ResetGivesTheOrdersOfRegister129) {
    const OrderCase cases[] = {
        {"+>>>", {Command::clear_energies}},
        {">+>>", {Command::restart_maxima}},
        {">>->", {Command::clear_pulse_counts}},
        {"++>>>", {}},
        {"+<", {}},
        {"+>+>+>", {Command::clear_energies, Command::restart_maxima, Command::clear_pulse_counts}},
    };
    for (const OrderCase& c : cases) {
        Person someone{points};
        someone.press("-->>>>>>");
        someone.press(c.keys);
        EXPECT_EQ(someone.glass(), "... |RESET|      |") << c.keys;
        EXPECT_EQ(someone.owner().commands, c.gives) << c.keys;
    }
}

TEST_F(MenuTest, WrongPasscodeShowsErrTwoSecondsThenGoesBack) {
    points.config.setup_passcode = 12'345;
    person.press("->");
    EXPECT_EQ(person.glass(), "... lock|PASWD| 0*0000|");
    person.press(">>>>>");
    EXPECT_EQ(person.glass(), "... |PASWD|   Err|");
    person.press("<-+>");
    EXPECT_EQ(person.glass(), "... |PASWD|   Err|") << "no key is heard";
    person.wait(Ticks{2 * kSecond - 10'001});
    EXPECT_EQ(person.glass(), "... |PASWD|   Err|");
    person.wait(Ticks{1});
    EXPECT_EQ(person.glass(), "... |SETUP|      |");
    person.press(Key::next);
    enter("12345", "00000");
    EXPECT_EQ(person.glass(), "... |S CT |      |");
}

TEST_F(MenuTest, PasscodeIsAskedOncePerVisit) {
    enter_setup();
    person.press("<>");
    EXPECT_EQ(person.glass(), "... |S CT |      |");
    person.press("<-+");
    EXPECT_EQ(person.glass(), "... |SETUP|      |");
    person.press(">");
    EXPECT_EQ(person.glass(), "... lock|PASWD| 0*0000|") << "another column has been gone to";
}

TEST_F(MenuTest, SetupPasscodeOpensResetButNotTheOtherWay) {
    points.config.setup_passcode = 11;
    points.config.reset_passcode = 22;
    for (const char* code : {"+>+>", "++>++>"}) {
        Person someone{points};
        someone.press("-->>>>");
        someone.press(code);
        EXPECT_EQ(someone.glass(), "... |ENERG|    n*o*|") << code;
    }
    person.press("->>>>++>++>");
    EXPECT_EQ(person.glass(), "... |PASWD|   Err|") << "22 does not open SETUP";
}

struct ChoiceParameter {
    int screen;
    int before;
    std::vector<const char*> walk;  // by `+` from the factory's, back to it
};

TEST_F(MenuTest, ChoicesGoRoundInBothDirections) {
    const ChoiceParameter table[] = {
        {1, 4, {"19200", "38400", "1200", "2400", "4800", "9600"}},
        {1, 5, {"nonE", "EuEn", "odd"}},
        {2, 1, {"3L-1n", "3L", "2L-1n", "2L", "1L-1n"}},
        {7, 1, {"1000", "10000", "10", "100"}},
        {9, 1, {"1EEE", "1EC"}},
    };
    for (const ChoiceParameter& c : table) {
        const std::size_t n = c.walk.size();
        for (const Key key : {Key::plus, Key::minus}) {
            Person someone{points};
            someone.press("->>>>>>");
            someone.press(Key::plus, c.screen);
            someone.press(Key::next, c.before);
            for (std::size_t i = 0; i <= n; ++i) {
                std::string plain = someone.glass().substr(11);
                plain = plain.substr(0, plain.find('|'));
                std::erase_if(plain, [](char x) { return x == '*' || x == ' '; });
                EXPECT_EQ(plain, c.walk[key == Key::plus ? i % n : (n - i % n) % n]);
                someone.press(key);
            }
        }
    }
}

TEST_F(MenuTest, OffersOnlyPulsesThatKeepUp) {
    points.config.ct_primary = 5'000;
    points.config.system_voltage = 600;
    points.derived = derive(points.config);
    // 5.196 MW with closures of 10 ms: 1.8e6 * Wh / 10 W >= 5.196e6 W, so 28.9 Wh at least.
    enter_setup(7);
    person.press(Key::next);
    EXPECT_EQ(person.glass(), "... |WH/P |  1*0*0*0*|W h");
    person.press("++");
    EXPECT_EQ(person.glass(), "... |WH/P |   1*0*0*|W h") << "10 is passed over";
}

TEST_F(MenuTest, BlinksAtTwoHertzHalfTheTime) {
    enter_setup();
    person.press(Key::next);
    EXPECT_EQ(person.glass(), "... |CT SZ|  0*100|A");
    person.wait(Ticks{8'192 - 2'001});
    EXPECT_EQ(person.glass(), "... |CT SZ|  0*100|A");
    person.wait(Ticks{1});
    EXPECT_EQ(person.glass(), "... |CT SZ|   *100|A");
    person.wait(Ticks{8'191});
    EXPECT_EQ(person.glass(), "... |CT SZ|   *100|A");
    person.wait(Ticks{1});
    EXPECT_EQ(person.glass(), "... |CT SZ|  0*100|A");
    person.wait(Ticks{8'192});
    person.press(Key::plus);
    EXPECT_EQ(person.glass(), "... |CT SZ|  1*100|A") << "a key shows the digit";
}

TEST_F(MenuTest, HeldKeyCountsOn) {
    enter_setup();
    person.press(Key::next);
    Panel panel = person.panel();
    test::PanelOwner owner{points};
    Instant now{100 * kSecond};
    panel.key(Key::minus, true, now, points, owner);
    now = now + Ticks{kSecond};
    panel.tick(now, points, owner);
    EXPECT_EQ(test::text_of(panel.lcd()), "... |CT SZ|  4*100|A")
        << "0 9 at once, 8 after 0.5 s, 7 6 5 4 each 1/8 s later";
}

TEST_F(MenuTest, NextKeyEndsARefusal) {
    enter_setup(8);
    person.press(">->");
    EXPECT_EQ(person.glass(), "... |ERR  |     0*|");
    person.press(Key::plus);
    EXPECT_EQ(person.glass(), "... |INTRV|     1*|");
}

TEST_F(MenuTest, LineChangesActWhenTheirScreenIsLeft) {
    for (const std::string way_out : {"+", "-", "<"}) {
        Points present = factory_points();
        Person someone{present};
        someone.press("->>>>>>+>");
        someone.press(">+>+>");  // 011
        EXPECT_EQ(label_of(someone.panel().lcd()), "BAUD ");
        someone.press("->+>");
        EXPECT_EQ(someone.glass(), "... |S COM|      |");
        EXPECT_EQ(present.config.line, LineConfig{}) << "still in use";
        someone.press(">");
        EXPECT_EQ(someone.glass(), "... |ADDR |   0*12|") << "what was accepted is shown";
        someone.press("<" + way_out);
        EXPECT_EQ(present.config.line, (LineConfig{12, 9'600, Parity::even}));
        EXPECT_EQ(someone.owner().applied, 1) << "all in one";
    }
}

TEST_F(MenuTest, LineChangesActAtTheTimeOut) {
    enter_setup(1);
    person.press(">>>+>+");
    person.wait(seconds(301));
    EXPECT_EQ(points.config.line, (LineConfig{2, 19'200, Parity::none}))
        << "ADDR was accepted, BAUD was not";
}

TEST_F(MenuTest, TypeTenAsksForTheLineToNeutralVoltage) {
    enter_setup(4);
    person.press(Key::next);
    EXPECT_EQ(person.glass(), "... |VLL  | 0*0600|V L-L");
    points.config.display_units = 0;
    person.refresh();
    EXPECT_EQ(person.glass(), "... |U    | 0*0600|V L-L");
    points.config.system_type = 10;
    person.refresh();
    EXPECT_EQ(person.glass(), "... |V    | 0*0600|V L-N");
    points.config.display_units = 1;
    person.refresh();
    EXPECT_EQ(person.glass(), "... |VLN  | 0*0600|V L-N");
}

// Register 131 is wire address 130.
TEST_F(MenuTest, ChangesAreSeenOnModbusAndTheReverse) {
    test::PanelOwner owner{points};
    Bank bank{points, owner};
    enter_setup();
    person.press(">>++>>>");  // 0300
    std::uint16_t value = 0;
    ASSERT_EQ(bank.read(130, {&value, 1}), modbus::Exception::none);
    EXPECT_EQ(value, 300);
    value = 250;
    ASSERT_EQ(bank.write(130, {&value, 1}), modbus::Exception::none);
    person.press(Key::next);
    EXPECT_EQ(person.glass(), "... |CT SZ|  0*250|A");
}

// One validation, two doors: what the panel refuses is what the register refuses.
TEST_F(MenuTest, RefusesWhatTheRegisterRefuses) {
    struct Door {
        int screen;
        int before;
        std::uint16_t wire;
        int digits;
        std::uint32_t factory;
    };
    const Door doors[] = {{0, 1, 130, 4, 100}, {3, 1, 132, 5, 100}, {4, 1, 133, 5, 600},
                          {6, 1, 141, 2, 10},  {6, 3, 142, 2, 25},  {8, 1, 148, 1, 1},
                          {8, 2, 149, 5, 900}};
    for (const Door& door : doors) {
        for (int digit = 0; digit < door.digits; ++digit) {
            Points by_line = factory_points();
            test::PanelOwner owner{by_line};
            Bank bank{by_line, owner};
            Points by_panel = factory_points();
            Person someone{by_panel};
            someone.press("->>>>>>");
            someone.press(Key::plus, door.screen);
            someone.press(Key::next, door.before + digit);
            someone.press(Key::minus);
            someone.press(Key::next, door.digits - digit);
            std::uint32_t weight = 1;
            for (int i = digit + 1; i < door.digits; ++i) weight *= 10;
            const std::uint32_t old = door.factory / weight % 10;
            const std::uint32_t tried = door.factory - old * weight + (old + 9) % 10 * weight;
            if (tried > 65'535) continue;
            const auto value = static_cast<std::uint16_t>(tried);
            const bool taken = bank.write(door.wire, {&value, 1}) == modbus::Exception::none;
            EXPECT_EQ(by_panel.config, by_line.config) << door.wire << ' ' << tried;
            EXPECT_EQ(label_of(someone.panel().lcd()) != "ERR  ", taken)
                << door.wire << ' ' << tried;
        }
    }
}

TEST_F(MenuTest, SnapshotCarriesAnEdit) {
    enter_setup(1);
    person.press(">>>+>+");
    Panel panel = person.panel();
    std::vector<std::uint8_t> bytes(snapshot_size(panel));
    SnapshotWriter writer{bytes};
    walk_state(panel, writer);
    Panel other;
    SnapshotReader reader{bytes};
    walk_state(other, reader);
    ASSERT_TRUE(writer.ok() && reader.ok());
    Points copy = points;
    test::PanelOwner owner{points};
    test::PanelOwner other_owner{copy};
    const Instant late{1'000 * kSecond};
    panel.tick(late, points, owner);
    other.tick(late, copy, other_owner);
    EXPECT_EQ(digest_of(other), digest_of(panel));
    EXPECT_EQ(copy.config, points.config);
    EXPECT_EQ(copy.config.line.address, 2);
}

}  // namespace
}  // namespace meter
