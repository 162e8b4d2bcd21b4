// What the line decides for the meter as a whole: the reset system, and requests of a gateway.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>

#include "core/meter.h"
#include "core/modbus/pdu.h"
#include "core/panel/lcd.h"
#include "tests/core/modbus/frames.h"

namespace meter {
namespace {

using modbus::Bytes;
using modbus::operator+;

class MemoryBoard final : public Board {
 public:
    void line_transmit(std::span<const std::uint8_t> frame) override {
        sent.assign(frame.begin(), frame.end());
    }
    void line_configure(const LineConfig&) override {}
    void set_current_preamp(std::uint8_t) override {}
    std::uint32_t nv_size() const override { return static_cast<std::uint32_t>(nv.size()); }
    void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const override {
        std::copy_n(nv.begin() + offset, out.size(), out.begin());
    }
    void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) override {
        std::copy(bytes.begin(), bytes.end(), nv.begin() + offset);
    }

    Bytes sent;
    Bytes nv = Bytes(32'768, 0xFF);
};

struct Fixture {
    Fixture() : meter(board) {}
    void frames(int n) {
        for (; n > 0; --n) meter.frame({});
    }
    Bytes request(const Bytes& pdu) {
        std::array<std::uint8_t, modbus::kMaxPdu> answer{};
        const std::size_t size = meter.request(pdu, answer);
        return {answer.begin(), answer.begin() + static_cast<long>(size)};
    }
    Bytes on_the_line(const Bytes& frame) {
        board.sent.clear();
        line = line + seconds(1);
        for (const std::uint8_t byte : frame) meter.line_byte(byte, line);
        while (const auto at = meter.line_deadline()) meter.line_advance(line = *at);
        return board.sent;
    }

    MemoryBoard board;
    Meter meter;
    Instant line{};
};

const Bytes kReadType{0x03, 0x00, 0x81, 0x00, 0x01};
const Bytes kType40{0x03, 0x02, 0x00, 40};
const Bytes kFailure{0x83, 0x04};
constexpr int kTwoWindows = 6'000;  // frames; a window is 2720 at most

TEST(Gateway, IsAnsweredLikeTheLine) {
    Fixture f;
    const Bytes requests[] = {kReadType,
                              {0x04, 0x01, 0x00, 0x00, 54},
                              {0x06, 0x00, 0x82, 0x01, 0x90},
                              {0x03, 0x00, 0x34, 0x00, 0x01},
                              {0x07},
                              {0x11},
                              {0x2B, 0x0E, 0x01, 0x00}};
    for (const Bytes& pdu : requests) {
        const Bytes answer = f.request(pdu);
        ASSERT_FALSE(answer.empty());
        EXPECT_EQ(f.on_the_line(modbus::with_crc(Bytes{1} + pdu)),
                  modbus::with_crc(Bytes{1} + answer));
    }
}

TEST(Gateway, WritesAreKept) {
    Fixture f;
    EXPECT_EQ(f.request({0x06, 0x00, 0x82, 0x01, 0x90}), (Bytes{0x06, 0x00, 0x82, 0x01, 0x90}));
    EXPECT_EQ(f.meter.points().config.ct_primary, 400);
    EXPECT_EQ(Meter{f.board}.points().config.ct_primary, 400);
}

TEST(Gateway, NoAnswer) {
    Fixture f;
    EXPECT_EQ(f.request({}), Bytes{});
    EXPECT_EQ(f.request(Bytes(254, 0x03)), Bytes{});
    EXPECT_EQ(f.request(Bytes(253, 0x03)), (Bytes{0x83, 0x03}));
    f.meter.control_power(false);
    EXPECT_EQ(f.request(kReadType), kType40) << "the supply rides through 100 ms";
    f.frames(300);
    EXPECT_EQ(f.request(kReadType), Bytes{});
}

TEST(ResetSystem, HasAnIdentityAndNothingElse) {
    Fixture f;
    f.frames(kTwoWindows);
    ASSERT_GT(f.meter.points().readings.sequence, 0U);
    f.meter.set_reset_system(true);
    EXPECT_EQ(f.request(kReadType), kFailure);
    EXPECT_EQ(f.request({0x11})[3], 0x00);
    EXPECT_EQ(f.on_the_line({0x01, 0x11, 0xC0, 0x2C})[4], 0x00);
    f.meter.key(Key::next, true);
    f.frames(kTwoWindows);
    EXPECT_EQ(f.meter.points().readings.sequence, 0U) << "it measures";
    EXPECT_EQ(f.meter.lcd(), Lcd{});
    EXPECT_FALSE(f.meter.contacts().energy);
    EXPECT_TRUE(f.meter.contacts().alarm);
    EXPECT_EQ(f.meter.now(), Instant{} + frames(2 * kTwoWindows));
}

TEST(ResetSystem, GivesWayToTheOperatingSystem) {
    Fixture f;
    f.meter.set_reset_system(true);
    f.frames(10);
    f.meter.set_reset_system(false);
    EXPECT_EQ(f.request(kReadType), kType40);
    EXPECT_EQ(f.request({0x11})[3], 0xFF);
    EXPECT_NE(f.meter.lcd(), Lcd{});
    f.frames(kTwoWindows);
    EXPECT_GT(f.meter.points().readings.sequence, 0U);
}

TEST(ResetSystem, OutlivesControlPowerAndSnapshots) {
    Fixture f;
    f.meter.set_reset_system(true);
    f.meter.control_power(false);
    f.frames(300);
    EXPECT_FALSE(f.meter.running());
    f.meter.control_power(true);
    EXPECT_TRUE(f.meter.running());
    EXPECT_EQ(f.request(kReadType), kFailure);
    Bytes snapshot(f.meter.snapshot_size());
    ASSERT_TRUE(f.meter.snapshot(snapshot));
    Fixture other;
    ASSERT_TRUE(other.meter.restore(snapshot));
    EXPECT_EQ(other.request(kReadType), kFailure);
    EXPECT_EQ(other.meter.digest(), f.meter.digest());
}

TEST(ResetSystem, SwitchedWhilePowerIsAway) {
    Fixture f;
    f.meter.control_power(false);
    f.meter.set_reset_system(true);
    EXPECT_EQ(f.request(kReadType), kFailure) << "the supply rides through";
    f.frames(300);
    EXPECT_FALSE(f.meter.running());
    f.meter.set_reset_system(false);
    EXPECT_FALSE(f.meter.running()) << "there is no power to start with";
    f.meter.control_power(true);
    EXPECT_EQ(f.request(kReadType), kType40);
}

TEST(ResetSystem, TheSameAgainIsNothing) {
    Fixture f;
    f.frames(100);
    const std::uint64_t before = f.meter.digest();
    f.meter.set_reset_system(false);
    EXPECT_EQ(f.meter.digest(), before);
}

}  // namespace
}  // namespace meter
