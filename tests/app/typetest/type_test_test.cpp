#include "app/typetest/type_test.h"

#include <gtest/gtest.h>

#include <atomic>
#include <cmath>
#include <set>

#include "app/typetest/matrix.h"
#include "app/typetest/report_html.h"
#include "app/typetest/report_json.h"
#include "app/typetest/report_text.h"

namespace typetest {
namespace {

Setup setup_with(const signals::FrontEndSettings& front_end, bool calibrate) {
    Setup setup;
    setup.front_end = front_end;
    setup.calibrate = calibrate;
    return setup;
}

// The whole matrix once, for the tests that look at its results.
const Report& delivered() {
    static const Report report = run_type_test(setup_with(delivered_front_end(1), true), 2);
    return report;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t n = 0;
    for (std::size_t at = text.find(part); at != std::string::npos; at = text.find(part, at + 1))
        ++n;
    return n;
}

TEST(TypeTest, DeliveredFrontEndStaysInsideAFifthOfTheLimits) {
    for (const Result& r : delivered().results) {
        EXPECT_TRUE(r.pass) << r.point.id;
        EXPECT_LE(r.of_limit().value_or(0.0), 0.2) << r.point.id;
    }
}

TEST(TypeTest, IdealFrontEndIsWithinTwoHundredths) {
    auto setup = setup_with(ideal_front_end(), false);
    setup.accuracy = AccuracyClass::s02;
    const Report report = run_type_test(setup, 2);
    EXPECT_TRUE(report.pass());
    for (const Result& r : report.results) {
        if (r.point.kind == Kind::starting || !r.energy_error) continue;
        EXPECT_NEAR(*r.energy_error, 0.0, 0.02) << r.point.id;
        EXPECT_NEAR(r.pulse_error.value_or(0.0), 0.0, 0.02) << r.point.id;
    }
}

TEST(TypeTest, UncalibratedFrontEndFails) {
    signals::FrontEndSettings bad = delivered_front_end(1);
    bad.coil_gain_error.fill(0.01);
    const Report report = run_type_test(setup_with(bad, false), 2);
    EXPECT_FALSE(report.pass());
    EXPECT_GT(report.worst()->of_limit().value(), 1.0);
}

TEST(TypeTest, ResultsDoNotDependOnJobsButOnTheSeed) {
    EXPECT_EQ(run_type_test(delivered().setup, 1).digest, delivered().digest);
    EXPECT_NE(run_type_test(setup_with(delivered_front_end(2), true), 2).digest,
              delivered().digest);
}

TEST(TypeTest, CancelsInTheMiddle) {
    std::atomic<int> asked = 0;
    Watch watch;
    watch.cancelled = [&asked] { return ++asked > 5'000; };
    EXPECT_THROW(run_type_test(setup_with(ideal_front_end(), false), 2, watch), Cancelled);
}

TEST(TypeTest, ActivePointsHaveAnErrorOfPulses) {
    for (const Result& r : delivered().results) {
        const bool timed = r.point.quantity == Quantity::active && r.point.kind == Kind::error;
        EXPECT_TRUE(!timed || r.pulse_error) << r.point.id;
    }
}

TEST(Matrix, IdentifiesEveryPointAndHasItsReferencesFirst) {
    std::set<std::string> seen;
    std::set<std::string> used;
    for (const Point& p : test_matrix(50.0)) {
        EXPECT_TRUE(p.reference.empty() || seen.contains(p.reference)) << p.id;
        EXPECT_EQ(p.kind == Kind::variation, !p.reference.empty()) << p.id;
        EXPECT_TRUE(seen.insert(p.id).second) << p.id;
        used.insert(p.group);
    }
    for (const Group& group : groups()) EXPECT_TRUE(used.contains(group.key)) << group.key;
}

TEST(Reports, HaveEveryPoint) {
    const std::string html = to_html(delivered());
    const std::string text = to_text(delivered());
    for (const Result& r : delivered().results) {
        EXPECT_NE(html.find("<td>" + r.point.name + "</td>"), std::string::npos) << r.point.id;
        EXPECT_NE(text.find(r.point.name), std::string::npos) << r.point.id;
    }
    EXPECT_EQ(count(html, "class=\"good\">pass"), delivered().results.size());
    EXPECT_GE(count(html, "<svg"), 20U);
    EXPECT_EQ(count(html, "<svg"), count(html, "</svg>"));
    for (const char* foreign : {"http:", "https:", "<script", "src="}) {
        EXPECT_EQ(html.find(foreign), std::string::npos) << foreign;  // self-contained
    }
    for (const std::string& report : {html, text}) {
        EXPECT_NE(report.find("modelled against the limits of"), std::string::npos);
        EXPECT_EQ(report.find("ompliant"), std::string::npos);
    }
}

TEST(Reports, JsonHasEveryPoint) {
    const nlohmann::ordered_json json = to_json(delivered());
    EXPECT_EQ(json["class"], "0.5S");
    EXPECT_EQ(json["pass"], true);
    EXPECT_EQ(json["points"].size(), test_matrix(60.0).size());
    EXPECT_EQ(json["calibration"].size(), 3U);
    for (const auto& point : json["points"]) {
        EXPECT_TRUE(point["limit"].is_number() || point["id"] == "basic/starting") << point;
    }
}

}  // namespace
}  // namespace typetest
