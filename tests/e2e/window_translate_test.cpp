// From views to pictures and from the editor back to the installation.
#include "app/desktop/translate.h"

#include <gtest/gtest.h>

#include <cmath>

#include "app/desktop/options.h"

namespace desktop {
namespace {

const widgets::Reading& row(const widgets::Readings& readings, const char* name) {
    for (const widgets::Reading& reading : readings) {
        if (reading.name == QString::fromLatin1(name)) return reading;
    }
    ADD_FAILURE() << "no row " << name;
    return readings.front();
}

TEST(Translate, ReadingsInPhysicalUnits) {
    meter::Points points;
    points.readings.sequence = 1;
    points.readings.total = {-86'400'000'000, 50'000'000'000, 99'720'000'000, 866'000'000};
    points.readings.voltage_ln_uv = {277'100'000, 0, 0};
    points.readings.frequency_uhz = 60'010'000;
    signals::Truth truth;
    truth.total = {86'360, 49'860, 99'720, 0.866};
    truth.voltage_ln = {277, 277, 277};
    truth.frequency = 60;
    const widgets::Readings readings = readings_of(points, truth);
    EXPECT_DOUBLE_EQ(row(readings, "P total").measured, 86.4) << "magnitude, kW";
    EXPECT_NEAR(widgets::error_percent(row(readings, "P total")), 0.04 / 99.72 * 100, 1e-9)
        << "relative to S";
    EXPECT_NEAR(widgets::error_percent(row(readings, "V A-N")), 0.1 / 277 * 100, 1e-9);
    EXPECT_NEAR(row(readings, "Frequency").measured, 60.01, 1e-9);
    EXPECT_EQ(row(readings, "V A-N").unit, "V");
}

TEST(Translate, PointsThatDoNotExistAreMissing) {
    meter::Points points;
    points.readings.sequence = 1;
    points.config.system_type = 10;
    signals::Truth truth;
    const widgets::Readings readings = readings_of(points, truth);
    EXPECT_FALSE(std::isnan(row(readings, "V A-N").measured));
    for (const char* name : {"V B-N", "V A-B", "V A-C", "I B", "P C"}) {
        EXPECT_TRUE(std::isnan(row(readings, name).measured)) << name;
    }
}

TEST(Translate, NothingIsMeasuredBeforeTheFirstWindow) {
    for (const widgets::Reading& reading : readings_of({}, {})) {
        EXPECT_TRUE(std::isnan(reading.measured)) << reading.name.toStdString();
    }
}

TEST(Translate, EditorChangesOnlyWhatItShows) {
    signals::Installation base;
    base.harmonics.push_back({.order = 5, .voltage_percent = 3});
    base.voltage_angle = {0, 120, -120};
    widgets::InstallationSettings settings = settings_of(base);
    EXPECT_EQ(with_settings(base, settings), base);
    settings.frequency = 50;
    settings.current = {1, 2, 3};
    const signals::Installation changed = with_settings(base, settings);
    EXPECT_EQ(changed.frequency, 50);
    EXPECT_EQ(changed.current, (std::array<double, 3>{1, 2, 3}));
    EXPECT_EQ(changed.harmonics, base.harmonics);
    EXPECT_EQ(changed.voltage_angle, base.voltage_angle);
}

TEST(Options, AreReadOrRefusedInOneLine) {
    const auto good = parse_options({"metertwin", "--scenario", "a.toml", "--pty", "/tmp/m"});
    ASSERT_TRUE(std::holds_alternative<Options>(good));
    EXPECT_EQ(std::get<Options>(good).scenario, "a.toml");
    EXPECT_EQ(std::get<Options>(good).pty, "/tmp/m");
    EXPECT_FALSE(std::get<Options>(good).screenshot);
    struct Case {
        QStringList arguments;
        int code;
        const char* text;
    };
    const std::vector<Case> cases{
        {{"metertwin", "--frob"}, kUsage, "frob"},
        {{"metertwin", "one.toml", "two.toml"}, kUsage, "two.toml"},
        {{"metertwin", "--scenario", "a.toml", "b.metertwin"}, kUsage, "exclude"},
        {{"metertwin", "--scenario"}, kUsage, "scenario"},
        {{"metertwin", "--help"}, 0, "--screenshot"},
    };
    for (const Case& c : cases) {
        const auto bad = parse_options(c.arguments);
        ASSERT_TRUE(std::holds_alternative<Ending>(bad)) << c.text;
        EXPECT_EQ(std::get<Ending>(bad).code, c.code);
        EXPECT_TRUE(std::get<Ending>(bad).text.contains(QString::fromLatin1(c.text)));
    }
}

}  // namespace
}  // namespace desktop
