// Scope sweep, dials and event log: plain logic behind the docks.
#include <gtest/gtest.h>
#include <algorithm>

#include <cmath>

#include "app/desktop/dials.h"
#include "app/desktop/event_log.h"
#include "app/desktop/scope_sweep.h"
#include "app/desktop/wiring.h"
#include "signals/timeline/course.h"

namespace desktop {
namespace {

using bench::ScopeChannel;
using widgets::ScopeSettings;

constexpr double kRate = signals::kFrameRate;

// 60 Hz on VA for `frames` frames.
void feed(bench::ScopeRecorder& recorder, std::int64_t first, std::int64_t frames,
          double amplitude) {
    for (std::int64_t f = first; f < first + frames; f += signals::kBlockFrames) {
        signals::TerminalBlock block;
        block.first_frame = f;
        block.frames =
            static_cast<int>(std::min<std::int64_t>(signals::kBlockFrames, first + frames - f));
        bench::ProbeTaps taps;
        taps.preamp.fill(1);
        for (int n = 0; n < block.frames; ++n) {
            const double t = (static_cast<double>(f + n) + 2.0 / 13) / kRate;
            block.voltage[0][static_cast<std::size_t>(n)] = amplitude * std::sin(2 * M_PI * 60 * t);
        }
        recorder.block(block, taps);
    }
}

class ScopeSweepTest : public testing::Test {
 protected:
    void run(std::int64_t frames, double amplitude = 390) {
        feed(recorder, end, frames, amplitude);
        end += frames;
        sweep.advance(recorder, settings, ScopeChannel::va);
    }
    bench::ScopeRecorder recorder;
    ScopeSweep sweep;
    ScopeSettings settings;
    std::int64_t end = 0;
};

TEST_F(ScopeSweepTest, HoldsThePictureStillAtTheTrigger) {
    for (int i = 0; i < 20; ++i) {
        run(257 + i);
        ASSERT_TRUE(sweep.trigger());
        const double cycles = *sweep.trigger() * 60;
        EXPECT_NEAR(cycles, std::round(cycles), 1e-3) << "a rising zero of VA";
        EXPECT_NEAR(sweep.window().start + kTriggerAt * sweep.window().span, *sweep.trigger(),
                    1e-9);
        EXPECT_LE(sweep.window().end() * kRate, static_cast<double>(end)) << "the picture is full";
    }
}

TEST_F(ScopeSweepTest, AutoRunsOnWithoutASignalNormalWaits) {
    run(1'000);
    const widgets::TimeWindow before = sweep.window();
    settings.mode = ScopeSettings::normal;
    run(5'000, 0.0);
    EXPECT_GE(sweep.window().start, before.start);
    const widgets::TimeWindow waiting = sweep.window();
    run(5'000, 0.0);
    EXPECT_EQ(sweep.window(), waiting);
    settings.mode = ScopeSettings::automatic;
    run(500, 0.0);
    EXPECT_FALSE(sweep.trigger());
    EXPECT_NEAR(sweep.window().end() * kRate, static_cast<double>(end), 1e-6);
}

TEST_F(ScopeSweepTest, SingleStopsAndRunsAgain) {
    settings.mode = ScopeSettings::single;
    run(500);
    EXPECT_FALSE(sweep.running());
    const widgets::TimeWindow held = sweep.window();
    run(5'000);
    EXPECT_EQ(sweep.window(), held);
    sweep.run();
    run(100);
    EXPECT_GT(sweep.window().start, held.start);
}

TEST_F(ScopeSweepTest, LongSpansRoll) {
    sweep.set_span(10.0);
    run(3'000);
    EXPECT_FALSE(sweep.trigger());
    EXPECT_NEAR(sweep.window().end() * kRate, static_cast<double>(end), 1e-6);
}

TEST_F(ScopeSweepTest, PanningHolds) {
    run(1'000);
    sweep.pan(-0.5);
    EXPECT_FALSE(sweep.running());
    const widgets::TimeWindow held = sweep.window();
    run(1'000);
    EXPECT_EQ(sweep.window(), held);
    sweep.zoom(0.5, 0.5);
    EXPECT_NEAR(sweep.window().span, held.span / 2, 1e-12);
}

TEST(Dials, CurrentsLagTheirVoltages) {
    const widgets::Dial dial = dial_of({}, 40);
    EXPECT_EQ(dial.voltage[1].degrees, -120);
    EXPECT_EQ(dial.current[1].degrees, -150);
    EXPECT_EQ(dial.current[2].degrees, 90);
    EXPECT_FALSE(dial_of({}, 10).current[1].shown);
    EXPECT_TRUE(dial_of({}, 11).voltage[1].shown);
}

TEST(Dials, TurningAVoltageTakesItsCurrentAlong) {
    widgets::InstallationSettings settings{60,           {277, 277, 277}, {120, 120, 120},
                                           {30, 30, 30}, {0, -120, 120},  {}};
    settings = turned(settings, {widgets::Quantity::voltage, 1}, 240, -100);
    EXPECT_EQ(settings.voltage[1], 240);
    EXPECT_EQ(settings.voltage_angle[1], -100);
    EXPECT_EQ(settings.angle[1], 30);
    settings = turned(settings, {widgets::Quantity::current, 1}, 60, 170);
    EXPECT_EQ(settings.current[1], 60);
    EXPECT_EQ(settings.angle[1], 90) << "-100 - 170 is 90 degrees of lag";
}

// The event that the diagram sends, run through a course, is what the diagram shows again.
TEST(Dials, AWiringComesBackFromTheCourseAsItWasDrawn) {
    using widgets::Lead, widgets::LeadKind;
    const widgets::WiringPicture correct = widgets::correct_wiring(40);
    const std::array pictures{
        correct,
        swapped(correct, {LeadKind::voltage, 0}, widgets::kLineB),
        swapped(correct, {LeadKind::rope, 2}, widgets::kLineA),
        turned_round(correct, 1),
        connected(correct, {LeadKind::voltage, 2}, widgets::kOpen),
        connected(correct, {LeadKind::rope, 1}, widgets::kOpen),
        turned_round(connected(correct, {LeadKind::rope, 1}, widgets::kLineC), 1)};
    signals::Course course{{}, {}, signals::wiring_of(40)};
    std::int64_t frame = 0;
    for (const widgets::WiringPicture& picture : pictures) {
        course.begin(wiring_event(picture), frame += 100);
        EXPECT_EQ(course.wiring_at(frame), matrices_of(picture));
        EXPECT_EQ(picture_of(course.wiring_at(frame), 40), picture)
            << wiring_faults(picture).join(' ').toStdString();
    }
    EXPECT_EQ(course.wiring_at(0), signals::wiring_of(40)) << "the past stays as it was";
}

TEST(Dials, TheMetersCurrentIsTurnedByItsOwnPower) {
    bench::View view;
    view.points.readings.sequence = 1;
    view.points.readings.current_ua[0] = 120'000'000;
    view.points.readings.voltage_ln_uv[0] = 277'000'000;
    view.points.readings.power[0] = {1'000'000, 1'000'000, 1'414'214, 707'106'781};
    const widgets::Dial dial = measured_dial(view, true_dial(view));
    EXPECT_NEAR(dial.current[0].degrees, -45, 1e-9);
    EXPECT_NEAR(dial.current[0].rms, 120, 1e-9);
    EXPECT_NEAR(measured_powers(view, 0)->reactive, 1.0, 1e-12);
    view.points.config.system_type = 10;
    EXPECT_FALSE(measured_powers(view, 1));
    view.points.readings.sequence = 0;
    EXPECT_FALSE(measured_powers(view, 0));
}

TEST(EventLog, FindsWhatChangedBetweenViews) {
    bench::View before, after;
    after.simulated_seconds = 12.5;
    after.points.config.ct_primary = 400;
    after.points.alerts = 1U << 9;
    after.contacts.alarm = false;
    after.installation.voltage = {230, 230, 230};
    EventLog log;
    log.compare(before, after);
    std::vector<std::string> texts;
    for (const Event& event : log.events()) {
        EXPECT_EQ(event.seconds, 12.5);
        texts.push_back(event.text.toStdString());
    }
    EXPECT_EQ(texts, (std::vector<std::string>{"ct_primary (131): 100 to 400 A", "phase loss B: on",
                                               "alarm contact open", "V 230 V"}));
    log.compare(after, after);
    EXPECT_EQ(log.events().size(), 4U) << "nothing happened";
}

TEST(EventLog, ForgetsTheOldest) {
    EventLog log;
    for (std::size_t i = 0; i < EventLog::kMost + 5; ++i)
        log.add(static_cast<double>(i), EventKind::run, {});
    EXPECT_EQ(log.events().size(), EventLog::kMost);
    EXPECT_EQ(log.forgotten(), 5);
    EXPECT_EQ(log.events().front().seconds, 5);
}

}  // namespace
}  // namespace desktop
