// The panel on a whole meter: what is set at the keys is what the line, the board and memory have.
#include <gtest/gtest.h>

#include <cstdint>
#include <vector>

#include "core/meter.h"
#include "tests/core/panel/fixture.h"
#include "tests/core/support/board.h"

namespace meter {
namespace {

using Bytes = std::vector<std::uint8_t>;

// Read register 131; the answer has its value at the end before the CRC. CRCs are from
// the standard's bitwise calculation.
const Bytes kAskOne{1, 3, 0, 130, 0, 1, 0x24, 0x22};
const Bytes kAskTwelve{12, 3, 0, 130, 0, 1, 0x25, 0x3F};

class SetupTest : public testing::Test {
 protected:
    SetupTest() { frames(8'000); }

    void frames(int n) {
        for (int i = 0; i < n; ++i) meter.frame({});
    }
    void press(const std::string& keys) {
        const std::string names = "<-+>";
        for (const char c : keys) {
            const Key key = static_cast<Key>(names.find(c));
            meter.key(key, true);
            frames(100);
            meter.key(key, false);
            frames(100);
        }
    }
    // Sends a request at `at`; true when it is answered.
    bool ask(const Bytes& request) {
        board.sent.clear();
        send(request);
        while (const auto deadline = meter.line_deadline()) meter.line_advance(*deadline);
        return !board.sent.empty();
    }
    void send(const Bytes& request) {
        line = line + seconds(1);
        for (const std::uint8_t byte : request) {
            meter.line_byte(byte, line);
            line = line + Ticks{10};
        }
    }

    test::MemoryBoard board;
    Meter meter{board};
    Instant line{};
};

constexpr const char* kToSetup = "->>>>>>";
constexpr const char* kCt400 = ">>+++>>>";
constexpr const char* kAddress12Baud9600Even = "+>>+>+>->+>";

TEST_F(SetupTest, FourHundredAmperesAddressTwelve9600Even) {
    ASSERT_TRUE(ask(kAskOne));
    EXPECT_EQ(board.sent[4], 100);
    press(kToSetup);
    press(kCt400);
    EXPECT_TRUE(ask(kAskOne));
    EXPECT_EQ(board.sent[3] * 256 + board.sent[4], 400) << "acts when accepted";
    press(kAddress12Baud9600Even);
    EXPECT_TRUE(ask(kAskOne)) << "the line changes when S COM is left";
    EXPECT_EQ(board.line, LineConfig{});
    press("<");
    EXPECT_FALSE(ask(kAskOne));
    EXPECT_TRUE(ask(kAskTwelve));
    EXPECT_EQ(board.sent[3] * 256 + board.sent[4], 400);
    EXPECT_EQ(board.line, (LineConfig{12, 9'600, Parity::even}));

    Meter next{board};
    EXPECT_EQ(next.points().config.line, (LineConfig{12, 9'600, Parity::even})) << "kept";
    EXPECT_EQ(next.points().config.ct_primary, 400);
}

TEST_F(SetupTest, AnAnswerInFlightLeavesAtTheOldSettings) {
    press(kToSetup);
    press(kAddress12Baud9600Even);
    send(kAskOne);
    const Instant silence = *meter.line_deadline();
    meter.line_advance(silence);
    ASSERT_TRUE(meter.line_deadline().has_value()) << "the answer waits";
    press("<");
    EXPECT_EQ(meter.points().config.line.address, 12);
    EXPECT_EQ(board.line, LineConfig{}) << "not yet";
    std::vector<std::uint8_t> snapshot(meter.snapshot_size());
    ASSERT_TRUE(meter.snapshot(snapshot));
    ASSERT_TRUE(meter.restore(snapshot));
    EXPECT_EQ(board.line, LineConfig{}) << "nor by a restore";
    board.sent.clear();
    while (const auto deadline = meter.line_deadline()) meter.line_advance(*deadline);
    ASSERT_FALSE(board.sent.empty());
    EXPECT_EQ(board.sent[0], 1);
    EXPECT_EQ(board.line, (LineConfig{12, 9'600, Parity::even}));
    EXPECT_TRUE(ask(kAskTwelve));
}

TEST_F(SetupTest, ClearingAtThePanelCountsAsCommand30078) {
    press("-->>>>>>+>");
    EXPECT_EQ(meter.points().energies.reset_count, 1);
    press(">>");
    EXPECT_EQ(test::label_of(meter.lcd()), "RESET");
    EXPECT_EQ(meter.points().energies.reset_count, 1);
}

TEST_F(SetupTest, AcceptedLineChangesAreLostWithControlPower) {
    press(kToSetup);
    press(kAddress12Baud9600Even);
    meter.control_power(false);
    frames(20'000);
    meter.control_power(true);
    frames(8'000);
    EXPECT_EQ(meter.points().config.line, LineConfig{});
    EXPECT_EQ(test::label_of(meter.lcd()), "KWH  ");
}

}  // namespace
}  // namespace meter
