// What a run prints, from points made by hand.
#include "app/cli/results.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <set>

#include "app/cli/truth_points.h"
#include "core/registers/derived.h"
#include "core/registers/table.h"

namespace cli {
namespace {

// System type 10 (A and N): 240 V, 50 A, 9 kW, 7.94 kvar, 12 kVA; the truth is a little off.
Results a_result() {
    Results r;
    r.points.config.system_type = 10;
    r.points.config.ct_primary = 100;
    r.points.config.system_voltage = 240;
    r.points.derived = meter::derive(r.points.config);
    meter::Readings& m = r.points.readings;
    m.sequence = 5;
    m.voltage_ln_uv[0] = 240'000'000;
    m.voltage_ln_average_uv = 240'000'000;
    m.current_ua[0] = 50'000'000;
    m.current_average_ua = 50'000'000;
    m.power[0] = {-9'000'000'000, 7'940'000'000, 12'000'000'000, 750'000'000};
    m.total = {9'000'000'000, 7'940'000'000, 12'000'000'000, 750'000'000};
    m.frequency_uhz = 60'000'000;
    r.points.energies.real = {1'234, 500'000};
    r.truth.voltage_ln[0] = 250.0;
    r.truth.current[0] = 50.0;
    r.truth.power[0] = {-9'060.0, 7'940.0, 12'000.0, 0.755};
    r.truth.total = {9'060.0, 7'940.0, 12'000.0, 0.755};
    r.truth.frequency = 60.006;
    r.digest = 0xBEEF;
    r.simulated_seconds = 10.0;
    r.realtime_factor = 100.0;
    return r;
}

TEST(Results, JsonHoldsEveryRegisterByName) {
    const auto json = to_json(a_result());
    ASSERT_EQ(json["registers"].size(), meter::register_table().size());
    for (const meter::RegisterRow& row : meter::register_table())
        EXPECT_TRUE(json["registers"].contains(row.name)) << row.name;
}

TEST(Results, RegistersAreInPhysicalUnits) {
    const auto registers = to_json(a_result())["registers"];
    EXPECT_DOUBLE_EQ(registers["v_an"], 240.0);
    EXPECT_DOUBLE_EQ(registers["i_a"], 50.0);
    EXPECT_DOUBLE_EQ(registers["kw_a"], 9.0);  // unidirectional
    EXPECT_DOUBLE_EQ(registers["pf_total"], 0.75);
    EXPECT_DOUBLE_EQ(registers["frequency"], 60.0);
    EXPECT_DOUBLE_EQ(registers["f_kw_total"], 9.0);
    EXPECT_DOUBLE_EQ(registers["real_energy_kwh"], 1.234);
    EXPECT_NEAR(registers["f_real_energy_kwh"], 1.2345, 1e-4);
    EXPECT_TRUE(registers["ct_primary"].is_number_integer());
    EXPECT_EQ(registers["ct_primary"], 100);
    EXPECT_TRUE(registers["v_ab"].is_null());
    EXPECT_TRUE(registers["f_kw_b"].is_null());
    EXPECT_TRUE(registers["ct_secondary"].is_null());
}

TEST(Results, ErrorsAreMeasuredAgainstTheRightThing) {
    const auto errors = to_json(a_result())["error_percent"];
    EXPECT_DOUBLE_EQ(errors["v_an"], -4.0);       // of the truth, 250 V
    EXPECT_NEAR(errors["kw_total"], -0.5, 1e-9);  // -60 W of 12 kVA
    EXPECT_NEAR(errors["f_kw_a"], -0.5, 1e-9);
    EXPECT_NEAR(errors["pf_a"], -0.5, 1e-9);  // of 1
    EXPECT_NEAR(errors["frequency"], -0.01, 1e-4);
    EXPECT_FALSE(errors.contains("v_ab"));
    EXPECT_FALSE(errors.contains("real_energy_kwh"));
}

TEST(Results, NoErrorWithoutAReference) {
    Results r = a_result();
    r.truth.current[0] = 0.0;
    const auto json = to_json(r);
    EXPECT_EQ(json["truth"]["i_a"], 0.0);
    EXPECT_TRUE(json["error_percent"]["i_a"].is_null());
}

TEST(Results, RunFieldsAreThere) {
    const auto json = to_json(a_result());
    EXPECT_EQ(json["digest"], "000000000000beef");
    EXPECT_EQ(json["simulated_seconds"], 10.0);
    EXPECT_EQ(json["realtime_factor"], 100.0);
}

TEST(Results, EveryTruthPointIsARegisterWithATwin) {
    std::set<const TruthPoint*> seen;
    for (const meter::RegisterRow& row : meter::register_table())
        if (const TruthPoint* point = find_truth_point(row.name)) {
            seen.insert(point);
            EXPECT_NE(meter::find_register(std::string_view(point->name)), nullptr);
            EXPECT_NE(meter::find_register("f_" + std::string(point->name)), nullptr)
                << point->name;
        }
    EXPECT_EQ(seen.size(), 29U);  // 3 totals and PF, 3 averages, 3 x 5 per phase, 6 V, frequency
}

TEST(Results, TableShowsOnlyWhatExists) {
    const std::string table = to_table(a_result());
    EXPECT_THAT(table, testing::HasSubstr("voltage A-N"));
    EXPECT_THAT(table, testing::HasSubstr("-4.0000"));
    EXPECT_THAT(table, testing::HasSubstr("digest 000000000000beef"));
    EXPECT_THAT(table, testing::Not(testing::HasSubstr("voltage A-B")));
}

}  // namespace
}  // namespace cli
