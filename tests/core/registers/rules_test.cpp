#include "core/registers/rules.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

#include "core/registers/table.h"

namespace meter {
namespace {

struct WriteCase {
    std::uint16_t number, value;
    ConfigError error;
};

constexpr ConfigError kOk = ConfigError::none;

// The validation table of meter.md 3.3: every border and one beyond, on a default meter.
// clang-format off
constexpr WriteCase kWrites[] = {
    {129, 30078, ConfigError::not_a_setting},
    {130, 10, kOk}, {130, 11, kOk}, {130, 12, kOk}, {130, 31, kOk}, {130, 40, kOk},
    {130, 0, ConfigError::system_type}, {130, 9, ConfigError::system_type},
    {130, 13, ConfigError::system_type}, {130, 41, ConfigError::system_type},
    {130, 0xFFFF, ConfigError::system_type},
    {131, 4, ConfigError::ct_primary}, {131, 5, kOk}, {131, 5000, kOk},
    {131, 5001, ConfigError::ct_primary}, {131, 0, ConfigError::ct_primary},
    {132, 1, ConfigError::ct_secondary}, {132, 3, ConfigError::ct_secondary},
    {132, 0x8000, ConfigError::ct_secondary},
    {133, 0, ConfigError::pt_ratio}, {133, 1, kOk}, {133, 32000, kOk},
    {133, 32001, ConfigError::pt_ratio},
    {134, 81, ConfigError::system_voltage}, {134, 82, kOk}, {134, 660, kOk},
    {134, 661, ConfigError::system_voltage_for_pt}, {134, 32000, ConfigError::system_voltage_for_pt},
    {134, 32001, ConfigError::system_voltage},
    {135, 104, ConfigError::not_a_setting}, {136, 0, ConfigError::not_a_setting},
    {137, 0, kOk}, {137, 1, kOk}, {137, 2, ConfigError::display_units},
    {138, 0, ConfigError::not_a_setting}, {141, 0, ConfigError::not_a_setting},
    {142, 0, ConfigError::phase_loss_threshold}, {142, 1, kOk}, {142, 99, kOk},
    {142, 100, ConfigError::phase_loss_threshold},
    {143, 0, ConfigError::phase_loss_imbalance}, {143, 1, kOk}, {143, 99, kOk},
    {143, 100, ConfigError::phase_loss_imbalance},
    {144, 10, kOk}, {144, 100, kOk}, {144, 1000, kOk}, {144, 10000, kOk},
    {144, 0, ConfigError::wh_per_pulse}, {144, 9, ConfigError::wh_per_pulse},
    {144, 11, ConfigError::wh_per_pulse}, {144, 1001, ConfigError::wh_per_pulse},
    {144, 10001, ConfigError::wh_per_pulse},
    {145, 500, ConfigError::not_a_setting}, {146, 0, ConfigError::not_a_setting},
    {149, 0, ConfigError::demand_subintervals}, {149, 1, kOk}, {149, 6, kOk},
    {149, 7, ConfigError::demand_subintervals},
    {150, 0, kOk}, {150, 1, ConfigError::demand_seconds}, {150, 9, ConfigError::demand_seconds},
    {150, 10, kOk}, {150, 32767, kOk}, {150, 32768, ConfigError::demand_seconds},
    {151, 0, kOk}, {151, 1, kOk}, {151, 0xFFFF, kOk},
    {152, 0, ConfigError::not_a_setting}, {1, 0, ConfigError::not_a_setting},
    {53, 0, ConfigError::not_a_setting}, {257, 0, ConfigError::not_a_setting},
};
// clang-format on

TEST(Rules, WritesAtTheBorders) {
    for (const WriteCase& c : kWrites) {
        Config out;
        out.ct_primary = 777;
        const Config before = out;
        EXPECT_EQ(validate_write(Config{}, c.number, c.value, out), c.error)
            << c.number << '=' << c.value;
        if (c.error != kOk) {
            EXPECT_EQ(out, before) << "left alone: " << c.number << '=' << c.value;
        }
    }
}

TEST(Rules, WriteSetsExactlyItsSetting) {
    for (const RegisterRow& row : register_table()) {
        if (row.setting == nullptr) continue;
        for (const WriteCase& c : kWrites) {
            if (c.number != row.number || c.error != kOk) continue;
            Config expected;
            expected.*row.setting = c.value;
            Config out;
            ASSERT_EQ(validate_write(Config{}, c.number, c.value, out), kOk);
            EXPECT_EQ(out, expected) << row.name;
        }
    }
    Config out;
    ASSERT_EQ(validate_write(Config{}, 151, 1234, out), kOk);
    EXPECT_EQ(out, Config{});
}

TEST(Rules, WriteInPlace) {
    Config c;
    ASSERT_EQ(validate_write(c, 131, 400, c), kOk);
    EXPECT_EQ(c.ct_primary, 400);
}

struct VoltageCase {
    std::uint16_t pt, volts;
    bool accepted;
};

// 82 <= volts / (pt / 100) <= 660, worked out by hand.
TEST(Rules, SystemVoltageAfterThePtRatioIsExact) {
    constexpr VoltageCase cases[] = {
        {100, 82, true},         {100, 660, true},       {100, 661, false},      {200, 163, false},
        {200, 164, true},        {200, 1'320, true},     {200, 1'321, false},    {101, 82, false},
        {101, 83, true},         {101, 666, true},       {101, 667, false},  // 82.82; 666.6
        {32'000, 26'239, false}, {32'000, 26'240, true}, {32'000, 32'000, true}, {50, 82, true},
        {50, 330, true},         {50, 331, false},       {12, 82, false},        {13, 85, true},
        {13, 86, false},  // 660 * 0.13 = 85.8
    };
    for (const VoltageCase& c : cases) {
        Config pending;
        pending.pt_ratio = c.pt;
        Config out;
        const ConfigError error = validate_write(pending, 134, c.volts, out);
        EXPECT_EQ(error, c.accepted ? kOk : ConfigError::system_voltage_for_pt)
            << c.pt << ' ' << c.volts;
    }
}

TEST(Rules, PulseWeightHasToKeepUp) {
    struct Case {
        std::uint16_t ct, volts, wh;
        bool accepted;
    };
    // Type 10: P = amps * volts; 10 ms serves 1800 kW with 10 Wh, 18 MW with 100 Wh.
    constexpr Case cases[] = {
        {5'000, 360, 10, true},       {5'000, 361, 10, false},     {5'000, 361, 100, true},
        {5'000, 3'600, 100, true},    {5'000, 3'601, 100, false},  {5'000, 3'601, 1'000, true},
        {5'000, 32'000, 1'000, true}, {5'000, 32'000, 100, false},
    };
    for (const Case& c : cases) {
        Config pending;
        pending.system_type = 10;
        pending.ct_primary = c.ct;
        pending.system_voltage = c.volts;
        Config out;
        const ConfigError error = validate_write(pending, 144, c.wh, out);
        EXPECT_EQ(error, c.accepted ? kOk : ConfigError::wh_per_pulse_too_small)
            << c.volts << ' ' << c.wh;
    }
}

// 177'000 kW < 32000 V * 5000 A * sqrt(3) = 277 MW: raising them is never blocked by 144.
TEST(Rules, OutgrowingThePulseWeightIsAccepted) {
    Config c;
    c.pt_ratio = 32'000;
    c.wh_per_pulse = 10;
    EXPECT_EQ(validate_write(c, 134, 32'000, c), kOk);
    EXPECT_EQ(validate_write(c, 131, 5'000, c), kOk);
    EXPECT_EQ(validate_write(c, 130, 31, c), kOk);
    EXPECT_EQ(validate_write(c, 144, 10, c), ConfigError::wh_per_pulse_too_small);
    EXPECT_EQ(validate_write(c, 144, 1'000, c), ConfigError::wh_per_pulse_too_small);
    EXPECT_EQ(validate_write(c, 144, 10'000, c), kOk);
}

TEST(Rules, ChangingThePtRatioLeavesTheVoltageAlone) {
    Config c;
    EXPECT_EQ(validate_write(c, 133, 1'000, c), kOk);
    EXPECT_EQ(c.system_voltage, 600);  // 60 V after the PTs now
    EXPECT_EQ(validate_write(c, 142, 20, c), kOk);
    EXPECT_EQ(validate_write(c, 134, 600, c), ConfigError::system_voltage_for_pt);
}

struct WholeCase {
    void (*change)(Config&);
    ConfigError error;
};

constexpr WholeCase kWholes[] = {
    {[](Config&) {}, kOk},
    {[](Config& c) { c.system_type = 13; }, ConfigError::system_type},
    {[](Config& c) { c.ct_primary = 0; }, ConfigError::ct_primary},
    {[](Config& c) { c.pt_ratio = 0; }, ConfigError::pt_ratio},
    {[](Config& c) { c.system_voltage = 661; }, ConfigError::system_voltage_for_pt},
    {[](Config& c) { c.display_units = 2; }, ConfigError::display_units},
    {[](Config& c) { c.demand_seconds = 9; }, ConfigError::demand_seconds},
    {[](Config& c) { c.setup_passcode = 99'999; }, kOk},
    {[](Config& c) { c.setup_passcode = 100'000; }, ConfigError::setup_passcode},
    {[](Config& c) { c.reset_passcode = 100'000; }, ConfigError::reset_passcode},
    {[](Config& c) { c.line.address = 0; }, ConfigError::line_address},
    {[](Config& c) { c.line.address = 247; }, kOk},
    {[](Config& c) { c.line.address = 248; }, ConfigError::line_address},
    {[](Config& c) { c.line.baud = 1'200; }, kOk},
    {[](Config& c) { c.line.baud = 38'400; }, kOk},
    {[](Config& c) { c.line.baud = 57'600; }, ConfigError::line_baud},
    {[](Config& c) { c.line.parity = Parity::odd; }, kOk},
    {[](Config& c) { c.line.parity = static_cast<Parity>(3); }, ConfigError::line_parity},
};

TEST(Rules, WholeConfigurations) {
    int index = 0;
    for (const WholeCase& c : kWholes) {
        Config config;
        c.change(config);
        EXPECT_EQ(validate(config), c.error) << "case " << index;
        EXPECT_EQ(validate_change(Config{}, config), c.error) << "case " << index;
        ++index;
    }
}

TEST(Rules, AChangeIsNotBlamedForWhatWasThere) {
    Config present;
    present.pt_ratio = 1'000;  // 600 V / 10 = 60 V: outside, but a meter can be there
    Config next = present;
    next.phase_loss_threshold = 15;
    EXPECT_EQ(validate(next), ConfigError::system_voltage_for_pt);
    EXPECT_EQ(validate_change(present, next), kOk);
    next.system_voltage = 601;
    EXPECT_EQ(validate_change(present, next), ConfigError::system_voltage_for_pt);
    next.system_voltage = 820;
    EXPECT_EQ(validate_change(present, next), kOk);
}

TEST(Rules, EveryErrorHasItsOwnWords) {
    std::set<std::string> texts;
    for (int e = 0; e <= static_cast<int>(ConfigError::line_parity); ++e) {
        const std::string words = describe(static_cast<ConfigError>(e));
        EXPECT_FALSE(words.empty());
        EXPECT_TRUE(texts.insert(words).second) << words;
        if (e > 1 && static_cast<ConfigError>(e) != ConfigError::ct_secondary &&
            static_cast<ConfigError>(e) != ConfigError::wh_per_pulse_too_small) {
            EXPECT_NE(words.find("allowed"), std::string::npos) << words;
        }
    }
    EXPECT_STREQ(describe(static_cast<ConfigError>(200)), "unknown error");
    EXPECT_STREQ(describe(ConfigError::ct_primary), "CT primary (131): allowed 5 to 5000 A");
    EXPECT_STREQ(describe(ConfigError::line_parity), "parity: allowed none, even, odd");
}

}  // namespace
}  // namespace meter
