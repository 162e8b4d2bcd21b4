// Time at the panel: power-up, repeating keys, time-out, annunciators. Times are those of panel.md.
#include "core/panel/panel.h"

#include <gtest/gtest.h>

#include <vector>

#include "core/state.h"
#include "tests/core/panel/fixture.h"

namespace meter {
namespace {

using test::some_points;
using test::text_of;

constexpr std::int64_t kSecond = 32'768;

class PanelTest : public testing::Test {
 protected:
    void run_to(std::int64_t ticks) {
        while (panel.deadline().ticks <= ticks) panel.tick(panel.deadline(), points, meter);
        now = {ticks};
    }
    void run(std::int64_t ticks) { run_to(now.ticks + ticks); }
    void down(Key key) { panel.key(key, true, now, points, meter); }
    void up(Key key) { panel.key(key, false, now, points, meter); }
    [[nodiscard]] int row() const { return static_cast<int>(panel.cursor().row); }

    Points points = some_points();
    test::PanelOwner meter{points};
    Panel panel;
    Instant now{};
};

TEST_F(PanelTest, PowersUpWithLampTestThenVersionThenEnergy) {
    EXPECT_EQ(text_of(panel.lcd()),
              "ABC wrench heart pulse lock|<3fff><3fff><3fff><3fff><3fff>|-8.8.8.8.8.8|"
              "k M W VA VAR h V A Hz PF L-L L-N MAX D %");
    run_to(2 * kSecond - 1);
    EXPECT_TRUE(panel.lcd().lit(Annunciator::lock)) << "all segments for 2 s";
    panel.refresh(points);
    EXPECT_TRUE(panel.lcd().lit(Annunciator::lock)) << "a reading does not end the lamp test";
    run_to(2 * kSecond);
    EXPECT_EQ(text_of(panel.lcd()), "... |OS   |  1.037|");
    run_to(3 * kSecond - 1);
    EXPECT_EQ(text_of(panel.lcd()), "... |OS   |  1.037|");
    run_to(3 * kSecond);
    EXPECT_EQ(text_of(panel.lcd()), "ABC |KWH  |1234.56|k W h");
}

TEST_F(PanelTest, OneLateTickCatchesUp) {
    panel.tick({10 * kSecond}, points, meter);
    EXPECT_EQ(text_of(panel.lcd()), "ABC |KWH  |1234.56|k W h");
}

TEST_F(PanelTest, IgnoresKeysDuringPowerUp) {
    run_to(kSecond);
    down(Key::plus);
    run_to(5 * kSecond);
    EXPECT_EQ(row(), 0);
    up(Key::plus);
    down(Key::plus);
    EXPECT_EQ(row(), 1) << "and hears the next press";
}

TEST_F(PanelTest, RepeatsPlusAfterHalfASecondAtEightHertz) {
    run_to(4 * kSecond);
    down(Key::plus);
    EXPECT_EQ(row(), 1);
    run(kSecond / 2 - 1);
    EXPECT_EQ(row(), 1);
    run(1);
    EXPECT_EQ(row(), 2);
    run(kSecond / 8 - 1);
    EXPECT_EQ(row(), 2);
    run(1);
    EXPECT_EQ(row(), 3);
    run(kSecond / 2);
    EXPECT_EQ(row(), 7);
    up(Key::plus);
    run(kSecond);
    EXPECT_EQ(row(), 7) << "ends with the release";
}

TEST_F(PanelTest, ArrowsDoNotRepeat) {
    run_to(4 * kSecond);
    down(Key::next);
    run(2 * kSecond);
    EXPECT_EQ(panel.cursor().detail, 1);
}

TEST_F(PanelTest, SecondKeyIsIgnored) {
    run_to(4 * kSecond);
    down(Key::next);
    down(Key::plus);
    EXPECT_EQ(panel.cursor(), (Cursor{Row::totals, 1}));
    up(Key::next);
    run(kSecond);
    EXPECT_EQ(panel.cursor(), (Cursor{Row::totals, 1}))
        << "it stays ignored when the first goes up";
    up(Key::plus);
    down(Key::plus);
    EXPECT_EQ(panel.cursor(), (Cursor{Row::power, 0}));
    down(Key::plus);
    EXPECT_EQ(panel.cursor(), (Cursor{Row::power, 0})) << "no edge, no press";
}

TEST_F(PanelTest, GoesBackAfterFiveMinutesWithoutAKey) {
    run_to(4 * kSecond);
    down(Key::plus);
    run(kSecond / 4);
    up(Key::plus);
    run(300 * kSecond - 1);
    EXPECT_EQ(row(), 1);
    down(Key::next);
    up(Key::next);
    run(300 * kSecond - 1);
    EXPECT_EQ(panel.cursor(), (Cursor{Row::power, 1})) << "a key starts the time again";
    run(1);
    EXPECT_EQ(panel.cursor(), Cursor{});
    EXPECT_EQ(text_of(panel.lcd()), "ABC |KWH  |1234.56|k W h");
}

TEST_F(PanelTest, AnnunciatorsFollowTheMeter) {
    run_to(4 * kSecond);
    EXPECT_FALSE(panel.lcd().lit(Annunciator::heart));
    points.readings.sequence = 3;
    panel.refresh(points);
    EXPECT_TRUE(panel.lcd().lit(Annunciator::heart));
    points.readings.sequence = 4;
    points.alerts = 0x0800;
    panel.refresh(points);
    EXPECT_FALSE(panel.lcd().lit(Annunciator::heart));
    EXPECT_TRUE(panel.lcd().lit(Annunciator::wrench));
    panel.energy_contact(true);
    EXPECT_TRUE(panel.lcd().lit(Annunciator::pulse));
    down(Key::plus);
    EXPECT_TRUE(panel.lcd().lit(Annunciator::pulse)) << "drawing keeps it";
    panel.energy_contact(false);
    EXPECT_FALSE(panel.lcd().lit(Annunciator::pulse));
}

TEST_F(PanelTest, ShowsTheLastAlertWhenTheOneOnTheGlassClears) {
    points.alerts = 0x0101;
    run_to(4 * kSecond);
    for (int i = 0; i < 7; ++i) {
        down(Key::plus);
        up(Key::plus);
    }
    for (int i = 0; i < 2; ++i) {
        down(Key::next);
        up(Key::next);
    }
    EXPECT_EQ(text_of(panel.lcd()), "A.. wrench|PLOSS|      |");
    points.alerts = 0x0004;
    panel.refresh(points);
    EXPECT_EQ(text_of(panel.lcd()), "..C wrench|V OVR|      |");
    points.alerts = 0;
    panel.refresh(points);
    EXPECT_EQ(text_of(panel.lcd()), "... |NONE |      |");
    down(Key::back);
    EXPECT_EQ(text_of(panel.lcd()), "... |ALERT|      |");
}

TEST_F(PanelTest, SnapshotCarriesEverything) {
    run_to(4 * kSecond);
    down(Key::plus);
    run(kSecond);
    std::vector<std::uint8_t> bytes(snapshot_size(panel));
    SnapshotWriter writer{bytes};
    walk_state(panel, writer);
    ASSERT_TRUE(writer.ok());
    Panel other;
    SnapshotReader reader{bytes};
    walk_state(other, reader);
    ASSERT_TRUE(reader.ok());
    for (int i = 0; i < 20; ++i) {
        ASSERT_EQ(other.deadline(), panel.deadline());
        const Instant due = panel.deadline();
        panel.tick(due, points, meter);
        other.tick(due, points, meter);
        ASSERT_EQ(text_of(other.lcd()), text_of(panel.lcd()));
        ASSERT_EQ(digest_of(other), digest_of(panel));
    }
}

}  // namespace
}  // namespace meter
