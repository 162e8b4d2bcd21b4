// Every kind of event against its closed form, and the contract of a source: any frames in any
// blocks and order are the same bits.
#include "signals/timeline/course.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <random>

#include "signals/scenario/scenario_file.h"
#include "signals/synth/synthesizer.h"
#include "signals/truth/installation_truth.h"

namespace signals {
namespace {

Scenario scenario(const std::string& events) {
    return parse_scenario(
        "[installation]\nvoltage = 277.0\ncurrent = 100.0\nangle = 30.0\n" + events, "test.toml");
}

Course course_of(const std::string& events) {
    const Scenario s = scenario(events);
    return Course(s.installation, s.timeline, wiring_of(s.meter.system_type));
}

std::int64_t at(double seconds) { return frame_of(seconds); }

struct Row {
    const char* name;
    const char* event;
    double seconds;  // when it is looked at
    double (*value)(const Levels&);
    double expected;
    double tolerance;
};

double magnitude(const Levels& l, int order) {
    for (const OrderPhasors& row : orders_of(l)) {
        if (row.order == order) return std::abs(row.current[0]);
    }
    return 0.0;
}

// clang-format off
const Row kRows[] = {
    {"before a step",  "[[event]]\nkind='step'\nat=5\nvoltage=200", 4.99, [](const Levels& l) { return l.voltage[0]; }, 277.0, 0.0},
    {"after a step",   "[[event]]\nkind='step'\nat=5\nvoltage=200", 5.01, [](const Levels& l) { return l.voltage[0]; }, 200.0, 0.0},
    {"one phase only", "[[event]]\nkind='step'\nat=5\nphase='B'\nvoltage=200", 6, [](const Levels& l) { return l.voltage[0] + l.voltage[1]; }, 477.0, 0.0},
    {"half a ramp",    "[[event]]\nkind='ramp'\nat=5\nduration=10\ncurrent=200", 10, [](const Levels& l) { return l.current[2]; }, 150.0, 0.1},
    {"angle ramp",     "[[event]]\nkind='ramp'\nat=5\nduration=10\nangle=[40,30,30]", 15.1, [](const Levels& l) { return l.angle[0]; }, 40.0, 0.0},
    {"frequency ramp", "[[event]]\nkind='ramp'\nat=0\nduration=10\nfrequency=50", 5, [](const Levels& l) { return l.frequency; }, 55.0, 0.01},
    {"sag",            "[[event]]\nkind='sag'\nat=5\nduration=1\nremaining=40", 5.5, [](const Levels& l) { return l.voltage[1]; }, 110.8, 1e-9},
    {"after the sag",  "[[event]]\nkind='sag'\nat=5\nduration=1\nremaining=40", 6.01, [](const Levels& l) { return l.voltage[1]; }, 277.0, 0.0},
    {"swell",          "[[event]]\nkind='swell'\nat=5\nlevel=[120,100,100]", 1e6, [](const Levels& l) { return l.voltage[0]; }, 332.4, 1e-9},
    {"interruption",   "[[event]]\nkind='interruption'\nat=5", 6, [](const Levels& l) { return l.voltage[0] + l.current[2]; }, 0.0, 0.0},
    {"phase loss",     "[[event]]\nkind='phase_loss'\nat=5\nphase='C'", 6, [](const Levels& l) { return l.voltage[2] + l.current[2] + l.voltage[0]; }, 277.0, 0.0},
    {"repeated",       "[[event]]\nkind='sag'\nat=5\nevery=10\ncount=3\nduration=1\nremaining=50", 25.5, [](const Levels& l) { return l.voltage[0]; }, 138.5, 1e-9},
    {"not a 4th time", "[[event]]\nkind='sag'\nat=5\nevery=10\ncount=3\nduration=1\nremaining=50", 35.5, [](const Levels& l) { return l.voltage[0]; }, 277.0, 0.0},
    {"wander",         "[[event]]\nkind='frequency_wander'\nat=0\nduration=100\nby=0.5\nperiod=10", 2.5, [](const Levels& l) { return l.frequency; }, 60.5, 0.001},
    {"harmonic of B",  "[[event]]\nkind='harmonic'\nat=1\nphase='B'\norder=5\ncurrent=40", 2, [](const Levels& l) { return l.harmonics[0].current_percent[1] - l.harmonics[0].current_percent[0]; }, 40.0, 0.0},
    {"inrush decays",  "[[event]]\nkind='inrush'\nat=0\ncurrent=500\ndecay=0.2\nsecond=50", 0.4, [](const Levels& l) { return magnitude(l, 2); }, 250.0 * 0.1353352832, 0.5},
    {"motor at first", "[[event]]\nkind='motor_start'\nat=1\ncurrent=10\nmultiple=6\ndecay=5", 1.0005, [](const Levels& l) { return std::abs(l.added[0].current[0]); }, 60.0, 0.2},
    {"motor runs",     "[[event]]\nkind='motor_start'\nat=1\ncurrent=10\nmultiple=6\ndecay=1", 60, [](const Levels& l) { return std::abs(l.added[0].current[0]); }, 10.0, 1e-9},
    // 1/2 of the power, and of the fundamental in phase; its quadrature part is 1/pi.
    {"phase-fired",    "[[event]]\nkind='phase_fired'\nat=1\ncurrent=10\nfiring=90", 2, [](const Levels& l) { return std::abs(l.added[0].current[0]); }, 10.0 * std::hypot(0.5, 1.0 / std::numbers::pi), 1e-9},
    {"six pulse",      "[[event]]\nkind='rectifier'\nat=1\ncurrent=10", 2, [](const Levels& l) { return magnitude(l, 7); }, 10.0 / 7.0, 1e-9},
    {"twelve pulse",   "[[event]]\nkind='rectifier'\nat=1\ncurrent=10\ntype='twelve_pulse'", 2, [](const Levels& l) { return magnitude(l, 7) + magnitude(l, 13); }, 10.0 / 13.0, 1e-9},
    {"flicker high",   "[[event]]\nkind='flicker'\nat=1\ndepth=10\nfrequency=5", 1.05, [](const Levels& l) { return l.voltage[0]; }, 277.0 * 1.05, 1e-9},
    {"flicker low",    "[[event]]\nkind='flicker'\nat=1\ndepth=10\nfrequency=5", 1.15, [](const Levels& l) { return l.voltage[0]; }, 277.0 * 0.95, 1e-9},
    {"tone",           "[[event]]\nkind='tone'\nat=1\nfrequency=87\ncurrent=3", 2, [](const Levels& l) { return std::abs(l.tones[0].current[1]); }, 3.0, 1e-9},
    {"burst on",       "[[event]]\nkind='burst'\nat=0\non=2\noff=2", 0.025, [](const Levels& l) { return l.current[0]; }, 100.0, 0.0},
    {"burst off",      "[[event]]\nkind='burst'\nat=0\non=2\noff=2", 0.05, [](const Levels& l) { return l.current[0]; }, 0.0, 0.0},
    {"dc",             "[[event]]\nkind='step'\nat=1\ndc_voltage=[5,0,0]", 2, [](const Levels& l) { return l.dc_voltage[0]; }, 5.0, 0.0},
    {"reversed CT",    "[wiring]\nreverse_ct='B'", 2, [](const Levels& l) { return terminal_waves(l).orders[0].current[1].imag() / orders_of(l)[0].current[1].imag(); }, -1.0, 1e-12},
    {"swapped leads",  "[wiring]\nswap_voltage='AC'", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].voltage[0] - orders_of(l)[0].voltage[2]); }, 0.0, 1e-12},
    {"wrong phase",    "[wiring]\nswap_ct='AB'", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].current[0] - orders_of(l)[0].current[1]); }, 0.0, 1e-12},
    {"lead on B",      "[wiring]\nvoltage_on=[2,2,0]", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].voltage[0] - orders_of(l)[0].voltage[1]) + std::abs(terminal_waves(l).orders[0].voltage[2]); }, 0.0, 1e-12},
    {"CT on C, turned","[wiring]\nct_on=[3,2,1]\nreverse_ct='A'", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].current[0] + orders_of(l)[0].current[2]); }, 0.0, 1e-12},
    {"open CT",        "[wiring]\nopen_ct='C'", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].current[2]); }, 0.0, 0.0},
    {"open neutral",   "[wiring]\nopen_neutral=true\n[[event]]\nkind='step'\nphase='A'\nvoltage=0", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].voltage[0]); }, 277.0 / 3.0, 1e-9},
    {"PT ratio",       "[transformers]\npt_ratio_error=1", 2, [](const Levels& l) { return std::abs(terminal_waves(l).orders[0].voltage[0]); }, 279.77, 1e-9},
    {"CT phase",       "[transformers]\nct_phase_error=30", 2, [](const Levels& l) { return std::arg(terminal_waves(l).orders[0].current[0]); }, 0.0, 1e-12},
};
// clang-format on

TEST(Course, EveryKindIsItsClosedForm) {
    for (const Row& row : kRows) {
        const Levels levels = course_of(row.event).levels_at(at(row.seconds));
        EXPECT_NEAR(row.value(levels), row.expected, row.tolerance) << row.name;
    }
}

constexpr const char* kEverything = R"(
seed = 3
[transformers]
pt_ratio_error = 0.5
ct_phase_error = [0.2, 0, -0.1]
[[installation.harmonic]]
order = 5
voltage = 3
current = 20
[[event]]
kind = "ramp"
at = 0.3
duration = 0.4
frequency = 58.7
voltage = [200, 250, 300]
[[event]]
kind = "sag"
rate_per_hour = 20000
until = 2
duration = { uniform = [0.01, 0.1] }
remaining = { normal = [60, 20] }
[[event]]
kind = "flicker"
at = 0.1
duration = 1
depth = 5
shape = "sine"
of = "both"
[[event]]
kind = "inrush"
at = 0.5
current = 300
decay = 0.05
[[event]]
kind = "motor_start"
at = 0.6
current = 30
decay = 0.2
[[event]]
kind = "rectifier"
at = 0.7
duration = 0.4
current = 20
type = "single_phase"
[[event]]
kind = "phase_fired"
at = 0.75
duration = 0.2
current = 20
firing = 60
[[event]]
kind = "tone"
at = 0.2
duration = 1
frequency = 95.5
voltage = 4
current = 2
[[event]]
kind = "burst"
at = 0.9
duration = 0.5
on = 2
off = 1
[[event]]
kind = "step"
at = 1.0
noise_voltage = 0.3
noise_current = 0.2
dc_voltage = [1, -2, 3]
[[event]]
kind = "wiring"
at = 1.1
duration = 0.1
swap_ct = "AB"
[[event]]
kind = "interruption"
at = 1.3
duration = 0.05
)";

Scenario everything() { return parse_scenario(kEverything, "everything.toml"); }

TEST(Course, SpansSayWhereLevelsAreTheSame) {
    const Scenario s = everything();
    const Course course(s.installation, s.timeline, wiring_of(40));
    for (std::int64_t frame = 0; frame < 4'000;) {
        const Span span = course.span_at(frame);
        ASSERT_LE(span.first, frame);
        ASSERT_GT(span.end, frame);
        if (frame > 0) {
            ASSERT_EQ(span.first, frame) << "a gap or an overlap";
        }
        const std::int64_t last = std::min<std::int64_t>(span.end, 4'000) - 1;
        EXPECT_EQ(course.span_at(last), span);
        const Levels a = course.levels_at(std::max<std::int64_t>(0, span.first));
        const Levels b = course.levels_at(last);
        ASSERT_EQ(a.voltage, b.voltage) << frame;
        ASSERT_EQ(a.current, b.current) << frame;
        ASSERT_EQ(a.dc_current, b.dc_current) << frame;
        ASSERT_EQ(a.tones.size(), b.tones.size());
        ASSERT_EQ(a.added.size(), b.added.size());
        frame = span.end;
    }
}

TEST(Course, AnyBlocksInAnyOrderGiveTheSameBits) {
    const Scenario s = everything();
    const Course course(s.installation, s.timeline, wiring_of(40));
    Synthesizer whole(course);
    Synthesizer parts(course);
    constexpr int kBlocks = 40;
    std::vector<TerminalBlock> expected(kBlocks);
    for (int b = 0; b < kBlocks; ++b) {
        whole.fill(b * kBlockFrames, kBlockFrames, Fill::with_current,
                   expected[static_cast<std::size_t>(b)]);
    }
    std::mt19937 random(1);
    for (int i = 0; i < 600; ++i) {
        const int frames = 1 + static_cast<int>(random() % 60);
        const auto first = static_cast<std::int64_t>(random() % (kBlocks * kBlockFrames - 60));
        TerminalBlock part;
        parts.fill(first, frames, Fill::with_current, part);
        for (int n = 0; n < frames; ++n) {
            const auto to = static_cast<std::size_t>(n);
            const auto& block = expected[static_cast<std::size_t>((first + n) / kBlockFrames)];
            const auto from = static_cast<std::size_t>((first + n) % kBlockFrames);
            for (std::size_t x = 0; x < kConductors; ++x) {
                ASSERT_EQ(part.slope[x][to], block.slope[x][from]) << first + n;
                ASSERT_EQ(part.current[x][to], block.current[x][from]) << first + n;
                if (x < 3) {
                    ASSERT_EQ(part.voltage[x][to], block.voltage[x][from]) << first + n;
                }
            }
        }
    }
}

// Across a jump the slope holds the jump itself, so that its integral is the current: what a rope
// and its integrator see. From 100 A at 30 degrees to 250 A at -40 degrees, both in closed form.
TEST(Course, TheSlopeIntegratesToTheCurrent) {
    constexpr double kDegree = std::numbers::pi / 180.0;
    const Course course = course_of("[[event]]\nkind='step'\nat=0.05\ncurrent=250\nangle=-40\n");
    Synthesizer synthesizer(course, SlotTiming{});
    TerminalBlock block;
    synthesizer.fill(at(0.05), 1, Fill::with_current, block);
    const double omega = 2.0 * std::numbers::pi * 60.0;
    const double theta = omega * static_cast<double>(at(0.05)) / kFrameRate;
    const double before = std::numbers::sqrt2 * 100.0 * std::sin(theta - 30.0 * kDegree);
    const double after = std::numbers::sqrt2 * 250.0 * std::sin(theta + 40.0 * kDegree);
    const double slope = std::numbers::sqrt2 * 250.0 * omega * std::cos(theta + 40.0 * kDegree);
    EXPECT_NEAR(block.current[0][0], after, 1e-6);
    EXPECT_NEAR(block.slope[0][0], slope + (after - before) * kFrameRate, 1e-3);
}

TEST(Course, EditsSetWhatTheyChangeAndNothingElse) {
    Course course = course_of(
        "[[event]]\nkind='step'\nat=10\nvoltage=200\n"
        "[[event]]\nkind='ramp'\nat=4\nduration=4\ncurrent=180\n");
    Installation edited = course.installation_at(at(5));
    edited.voltage[0] = 250.0;
    course.edit(edited, at(5));
    EXPECT_EQ(course.levels_at(at(4.9)).voltage[0], 277.0);
    EXPECT_EQ(course.levels_at(at(5.1)).voltage[0], 250.0);
    EXPECT_EQ(course.levels_at(at(5.1)).voltage[1], 277.0);
    EXPECT_NEAR(course.levels_at(at(7)).current[0], 160.0, 0.2);  // the ramp goes on
    EXPECT_EQ(course.levels_at(at(11)).voltage[0], 200.0);        // the timeline still comes
}

// Levels, what an editor sees, and an edit of it: phase by phase.
TEST(Course, HarmonicsCanBeOfSinglePhases) {
    Course course = course_of(
        "[[installation.harmonic]]\norder=5\ncurrent=20\nphase='AC'\n"
        "[[installation.harmonic]]\norder=5\ncurrent=7\nvoltage=1\nphase='B'\n"
        "[[installation.harmonic]]\norder=3\nvoltage=2\nvoltage_angle=15\nphase='C'\n");
    const Levels levels = course.levels_at(0);
    ASSERT_EQ(levels.harmonics.size(), 2U);
    EXPECT_EQ(levels.harmonics[0].voltage_percent, (PerPhase{0.0, 0.0, 2.0}));
    EXPECT_EQ(levels.harmonics[1].current_percent, (PerPhase{20.0, 7.0, 20.0}));
    Installation seen = course.installation_at(0);
    const std::vector<Harmonic> expected{{3, 2.0, 0.0, 15.0, 0.0, Phases{4}},
                                         {5, 0.0, 20.0, 0.0, 0.0, Phases{5}},
                                         {5, 1.0, 7.0, 0.0, 0.0, Phases{2}}};
    EXPECT_EQ(seen.harmonics, expected);
    seen.harmonics[1].current_percent = 30.0;
    seen.harmonics.erase(seen.harmonics.begin());
    course.edit(seen, 100);
    EXPECT_EQ(course.installation_at(100).harmonics, seen.harmonics);
    EXPECT_EQ(course.installation_at(99).harmonics, expected);
    const Truth truth = course_truth(course_of("[[installation.harmonic]]\norder=5\ncurrent=75\n"
                                               "phase='B'\n"),
                                     5'000, 2'520, 40);
    EXPECT_NEAR(truth.current[0], 100.0, 1e-9);
    EXPECT_NEAR(truth.current[1], 125.0, 1e-9);  // 3, 4, 5
}

// With none of its kind's values.
Event event_of(Kind kind) {
    Event event;
    event.kind = kind;
    return event;
}

TEST(Course, EventsCanBeBegunNow) {
    Course course = course_of("");
    course.begin(parse_event("{kind='sag', remaining=10, duration=1}", "now"), 5'000);
    EXPECT_EQ(course.levels_at(4'999).voltage[0], 277.0);
    EXPECT_NEAR(course.levels_at(5'000).voltage[0], 27.7, 1e-12);
    EXPECT_EQ(course.levels_at(5'000 + at(1)).voltage[0], 277.0);
    EXPECT_THROW(course.begin(event_of(Kind::sag), 6'000), std::invalid_argument);
}

TEST(Course, RandomEventsComeAtTheirRate) {
    const Scenario s =
        scenario("[[event]]\nkind='sag'\nrate_per_hour=100\nuntil='100h'\nremaining=50\n");
    EXPECT_NEAR(static_cast<double>(occurrences_of(s.timeline).size()), 10'000.0,
                300.0);  // 3 sigma
}

TEST(Course, TooManyAreRefused) {
    Timeline timeline;
    timeline.events = {event_of(Kind::interruption)};
    timeline.events[0].every = 0.1;
    timeline.events[0].until = 1e6;
    EXPECT_THROW(occurrences_of(timeline), std::invalid_argument);
}

// Truth across a step in the middle of a cycle, against a sum over many instants.
TEST(CourseTruth, IsTheIntegralAcrossChanges) {
    const Course course = course_of(
        "[[event]]\nkind='step'\nat=1.2345\nvoltage=150\ncurrent=300\n"
        "[[event]]\nkind='ramp'\nat=1.5\nduration=0.3\nangle=70\n");
    const std::int64_t last = at(2.0) - 1;
    constexpr int kFrames = 2'520;
    const Truth truth = course_truth(course, last, kFrames, 40);
    // 60 Hz from frame 0: whole cycles end at multiples of 1/60 s.
    const auto crossing = [](std::int64_t frame) {
        return std::floor(static_cast<double>(frame) / kFrameRate * 60.0) / 60.0;
    };
    const double from = crossing(last + 1 - kFrames);
    const double to = crossing(last + 1);
    constexpr int kPoints = 200'000;
    double vv = 0.0;
    double vi = 0.0;
    for (int k = 0; k < kPoints; ++k) {
        const double t = from + (to - from) * (k + 0.5) / kPoints;
        const Levels l = course.levels_at(static_cast<std::int64_t>(std::floor(t * kFrameRate)));
        const double theta = 2.0 * std::numbers::pi * 60.0 * t;
        const double v = std::numbers::sqrt2 * l.voltage[0] * std::sin(theta);
        const double i = std::numbers::sqrt2 * l.current[0] *
                         std::sin(theta - l.angle[0] * std::numbers::pi / 180.0);
        vv += v * v / kPoints;
        vi += v * i / kPoints;
    }
    EXPECT_NEAR(truth.voltage_ln[0], std::sqrt(vv), 2e-6 * 277.0);
    EXPECT_NEAR(truth.power[0].real_w, vi, 2e-6 * 277.0 * 300.0);
}

TEST(CourseTruth, IsTheSteadyOneWhereNothingChanges) {
    const Scenario s = scenario("");
    const Course course(s.installation, s.timeline);
    const Truth a = course_truth(course, 9'999, 2'530, 40, 2.0);
    const Truth b = installation_truth(s.installation, 40, 2.0);
    EXPECT_EQ(a.total.real_w, b.total.real_w);
    EXPECT_EQ(a.voltage_ll[1], b.voltage_ll[1]);
    EXPECT_EQ(a.frequency, 60.0);
}

}  // namespace
}  // namespace signals
