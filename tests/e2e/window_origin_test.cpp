// Where numbers come from: complete for every register, and right where the documents say.
#include <gtest/gtest.h>

#include <QCoreApplication>
#include <set>

#include "app/desktop/formula_table.h"
#include "app/desktop/register_origin.h"
#include "app/desktop/register_text.h"

namespace desktop {
namespace {

Origin origin(const char* name) {
    const meter::RegisterRow* row = meter::find_register(std::string_view{name});
    EXPECT_NE(row, nullptr) << name;
    return origin_of(*row, {});
}

TEST(RegisterOrigin, EveryRegisterHasOne) {
    for (const meter::RegisterRow& row : meter::register_table()) {
        const Origin o = origin_of(row, {});
        EXPECT_FALSE(o.formula.isEmpty()) << row.name;
        EXPECT_FALSE(o.inputs.isEmpty()) << row.name;
        EXPECT_FALSE(o.samples.isEmpty()) << row.name;
        EXPECT_FALSE(o.formula.contains('%')) << row.name << ' ' << o.formula.toStdString();
    }
}

// panel.md, Screens: what each screen shows.
TEST(RegisterOrigin, NamesTheScreensOfTheGlass) {
    struct Case {
        const char* name;
        const char* screen;
    };
    // clang-format off
    constexpr Case kCases[]{
        {"kw_total",        "ABC W (row power, screen 1)"},
        {"f_kw_total",      "ABC W (row power, screen 1)"},
        {"kvar_b",          "B VAR (row phase B, screen 3)"},
        {"pf_c",            "C PF (row phase C, screen 5)"},
        {"v_an",            "A V AN (row phase A, screen 6)"},
        {"v_ab",            "AB V AB (row phase A, screen 7)"},
        {"frequency",       "ABC HZ (row volts and amps, screen 4)"},
        {"kw_max_demand",   "ABC M W (row demand, screen 4)"},
        {"real_energy_kwh", "ABC KWH (row totals, screen 1)"},
        {"pulse_counter_1", "PULS1 (row totals, screen 4)"},
        {"fw_os_version",   "OS (row information, screen 3)"},
        {"ct_primary",      "S CT, CT SZ (SETUP)"},
        {"demand_subinterval_length", "S DEM, SEC (SETUP)"},
        {"pulse_duration",  "SPULS, MS (SETUP)"},
    };
    // clang-format on
    for (const Case& c : kCases) {
        const QStringList screens = origin(c.name).screens;
        EXPECT_TRUE(screens.contains(QString::fromLatin1(c.screen)))
            << c.name << ": " << screens.join("; ").toStdString();
    }
    EXPECT_EQ(origin("kw_total").screens.size(), 1);
    EXPECT_TRUE(origin("reserved_25").screens.isEmpty());
}

TEST(RegisterOrigin, TwinsKnowEachOther) {
    EXPECT_EQ(origin("kw_total").same_value, std::vector<int>{261});
    EXPECT_EQ(origin("f_real_energy_kwh").same_value, (std::vector<int>{1, 259}));
    EXPECT_TRUE(origin("reserved_25").same_value.empty());
}

TEST(RegisterText, DescalesAndMarksWhatIsNotValid) {
    meter::Points points;
    points.config.system_type = 10;
    points.derived.scale_v = -1;
    points.readings.voltage_ln_uv[0] = 277'120'000;
    const auto text = [&](const char* name) {
        return value_text(*meter::find_register(std::string_view{name}), points);
    };
    EXPECT_EQ(text("v_an"), "277.1");
    EXPECT_EQ(text("f_v_an"), "277.12");
    EXPECT_EQ(text("v_ab"), QStringLiteral("\u2013")) << "no L-L voltage in type 10";
    EXPECT_EQ(text("pt_ratio"), "1.00");
    points.alerts = 0x0104;
    EXPECT_EQ(text("alert_bitmap"), "0x0104");
    EXPECT_EQ(register_contents(points).size(), meter::register_table().size());
}

TEST(RegisterText, ReadsWhatAPersonTypes) {
    struct Case {
        const char* name;
        const char* text;
        bool raw;
        int word;  // -1: refused in words
    };
    // clang-format off
    constexpr Case kCases[]{
        {"ct_primary", "400", false, 400},  {"ct_primary", "0x64", true, 100},
        {"pt_ratio", "2.5", false, 250},    {"pt_ratio", "250", true, 250},
        {"ct_primary", "4e9", false, -1},   {"ct_primary", "-1", true, -1},
        {"pt_ratio", "two", false, -1},     {"ct_primary", "65536", true, -1},
    };
    // clang-format on
    for (const Case& c : kCases) {
        const auto word =
            parse_word(*meter::find_register(std::string_view{c.name}), c.text, c.raw);
        if (c.word < 0) {
            EXPECT_TRUE(std::holds_alternative<QString>(word)) << c.text;
        } else {
            EXPECT_EQ(std::get<std::uint16_t>(word), c.word) << c.text;
        }
    }
}

// The same as on the line: core/registers/rules.h decides.
TEST(RegisterText, RefusesByTheMetersRules) {
    const auto why = [](const char* name, std::uint16_t word) {
        return refusal(*meter::find_register(std::string_view{name}), {}, word);
    };
    EXPECT_FALSE(why("ct_primary", 5'000));
    EXPECT_TRUE(why("ct_primary", 5'001)->contains("5000"));
    EXPECT_TRUE(why("system_type", 13));
    EXPECT_FALSE(why("command", 30'078));
    EXPECT_TRUE(why("command", 1)->contains("21211"));
}

}  // namespace
}  // namespace desktop
