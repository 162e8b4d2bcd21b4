#include "core/modbus/slave.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <vector>

#include "core/state.h"
#include "tests/core/modbus/frames.h"
#include "tests/core/registers/recording_meter.h"

namespace meter::modbus {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::int64_t kEnd = 66;         // t3.5 at 19200, ticks
constexpr std::int64_t kTurnaround = 66;  // 2 ms, rounded up

class LineBoard final : public Board {
 public:
    void line_transmit(std::span<const std::uint8_t> frame) override {
        sent.emplace_back(frame.begin(), frame.end());
    }
    void line_configure(const LineConfig&) override {}
    void set_current_preamp(std::uint8_t) override {}
    std::uint32_t nv_size() const override { return 0; }
    void nv_read(std::uint32_t, std::span<std::uint8_t>) const override {}
    void nv_write(std::uint32_t, std::span<const std::uint8_t>) override {}

    std::vector<Bytes> sent;
};

struct Line {
    explicit Line(LineTolerance tolerance = LineTolerance::lenient)
        : slave(meter.bank, board, tolerance) {}

    void put(const Bytes& bytes, std::int64_t at) {
        for (const std::uint8_t byte : bytes) slave.receive(byte, {at});
    }
    // Serves every deadline, as a board does, until the line is idle.
    void settle() {
        while (const auto at = slave.deadline()) slave.advance(*at);
    }
    std::vector<Bytes> exchange(const Bytes& request, std::int64_t at = 1'000) {
        board.sent.clear();
        put(request, at);
        settle();
        return board.sent;
    }

    RecordingMeter meter;
    LineBoard board;
    Slave slave;
};

const Bytes kRead = with_crc({0x01, 0x03, 0x00, 0x81, 0x00, 0x02});
const Bytes kReadAnswer = with_crc({0x01, 0x03, 0x04, 0x00, 40, 0x00, 100});
const Bytes kWrite = with_crc({0x01, 0x06, 0x00, 0x82, 0x01, 0x90});

// meter.md 7.
const Bytes kIdAnswer = with_crc(Bytes{0x01, 0x11, 0x30, 0xF7, 0xFF} +
                                 text("Leviton Series 4000R Power Meter Full Data Set"));

TEST(Slave, AnswersAfterSilenceAndTurnaround) {
    Line line;
    EXPECT_EQ(line.slave.deadline(), std::nullopt);
    line.put(kRead, 1'000);
    EXPECT_EQ(line.slave.deadline(), Instant{1'000 + kEnd});
    line.slave.advance({1'000 + kEnd});
    EXPECT_THAT(line.board.sent, IsEmpty());
    EXPECT_EQ(line.slave.deadline(), Instant{1'000 + kEnd + kTurnaround});
    line.slave.advance({1'000 + kEnd + kTurnaround - 1});
    EXPECT_THAT(line.board.sent, IsEmpty());
    line.slave.advance({1'000 + kEnd + kTurnaround});
    EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer));
    EXPECT_EQ(line.slave.deadline(), std::nullopt);
}

TEST(Slave, LateAdvanceAnswersAtOnce) {
    Line line;
    line.put(kRead, 1'000);
    line.slave.advance({500'000});
    EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer));
}

struct Case {
    const char* what;
    Bytes request;
    std::vector<Bytes> answers;
};

const Case kCases[] = {
    {"own address", kRead, {kReadAnswer}},
    {"write, echoed", kWrite, {kWrite}},
    {"exception", with_crc({0x01, 0x03, 0x00, 0x34, 0x00, 0x01}), {with_crc({0x01, 0x83, 0x02})}},
    {"unknown function", with_crc({0x01, 0x07}), {with_crc({0x01, 0x87, 0x01})}},
    {"report id", {0x01, 0x11, 0xC0, 0x2C}, {kIdAnswer}},
    {"broadcast report id", with_crc({0x00, 0x11}), {}},
    {"broadcast identification", with_crc({0x00, 0x2B, 0x0E, 0x01, 0x00}), {}},
    {"another address", with_crc({0x02, 0x03, 0x00, 0x81, 0x00, 0x02}), {}},
    {"another address, unknown function", with_crc({0x02, 0x55}), {}},
    {"reserved address", with_crc({0xFF, 0x03, 0x00, 0x81, 0x00, 0x02}), {}},
    {"broadcast read", with_crc({0x00, 0x03, 0x00, 0x81, 0x00, 0x02}), {}},
    {"broadcast unknown function", with_crc({0x00, 0x55}), {}},
    {"broadcast write of a bad value", with_crc({0x00, 0x06, 0x00, 0x81, 0x00, 0x0D}), {}},
    {"wrong CRC", {0x01, 0x03, 0x00, 0x81, 0x00, 0x02, 0x00, 0x00}, {}},
    {"address and CRC only", with_crc({0x01}), {}},
};

TEST(Slave, Answers) {
    for (const LineTolerance tolerance : {LineTolerance::strict, LineTolerance::lenient}) {
        for (const Case& c : kCases) {
            Line line{tolerance};
            EXPECT_EQ(line.exchange(c.request), c.answers) << c.what;
        }
    }
}

TEST(Slave, BroadcastWritesAreExecuted) {
    Line line;
    EXPECT_THAT(line.exchange(with_crc({0x00, 0x06, 0x00, 0x82, 0x01, 0x90})), IsEmpty());
    EXPECT_EQ(line.meter.points.config.ct_primary, 400);
    EXPECT_EQ(line.slave.deadline(), std::nullopt);
}

TEST(Slave, AddressIsConfigured) {
    Line line;
    line.slave.configure({247, 38'400, Parity::even});
    EXPECT_THAT(line.exchange(kRead), IsEmpty());
    EXPECT_EQ(line.exchange(with_crc({247, 0x06, 0x00, 0x82, 0x01, 0x90})).size(), 1U);
    line.put(with_crc({247, 0x03, 0x00, 0x00, 0x00, 0x01}), 10'000);
    EXPECT_EQ(line.slave.deadline(), Instant{10'000 + 58});  // 1750 us
}

TEST(Slave, AnAnswerInFlightSurvivesAChangeOfTheLine) {
    Line line;
    line.put(kRead, 1'000);
    line.slave.advance({1'000 + kEnd});
    line.slave.configure({9, 9'600, Parity::odd});
    line.settle();
    EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer));
}

TEST(Slave, SettingTheSameLineAgainChangesNothing) {
    Line line;
    line.put(kRead, 1'000);
    line.slave.configure(LineConfig{});
    line.settle();
    EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer));
}

TEST(Slave, AFrameThatDoesNotWaitIsDropped) {
    Line line;
    line.put(kRead, 1'000);
    line.slave.advance({1'000 + kEnd});
    line.put(kWrite, 1'000 + kEnd + 1);
    line.settle();
    EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer));
    EXPECT_EQ(line.meter.points.config.ct_primary, 100);
    EXPECT_THAT(line.exchange(kWrite, 5'000), ElementsAre(kWrite));
}

TEST(Slave, GluedRequests) {
    // As an operating system may deliver them after a time-out: the first is answered.
    Line lenient;
    EXPECT_THAT(lenient.exchange(kRead + kRead), ElementsAre(kReadAnswer));
    EXPECT_THAT(lenient.exchange(kRead, 9'000), ElementsAre(kReadAnswer));
    // A broadcast has no answer to wait for.
    Line both;
    const Bytes broadcast = with_crc({0x00, 0x06, 0x00, 0x82, 0x01, 0x90});
    const Bytes answer = with_crc({0x01, 0x03, 0x04, 0x00, 40, 0x01, 0x90});
    EXPECT_THAT(both.exchange(broadcast + kRead), ElementsAre(answer));
    // On copper that is one broken frame.
    Line strict{LineTolerance::strict};
    EXPECT_THAT(strict.exchange(kRead + kRead), IsEmpty());
    EXPECT_THAT(strict.exchange(kRead, 9'000), ElementsAre(kReadAnswer));
}

TEST(Slave, RequestsInPieces) {
    for (std::size_t cut = 1; cut < kRead.size(); ++cut) {
        for (const std::int64_t gap : {0, 40, 70, 300, 3'000}) {
            Line line;
            const auto middle = kRead.begin() + static_cast<long>(cut);
            line.put({kRead.begin(), middle}, 1'000);
            for (std::int64_t t = 1'000; t < 1'000 + gap; t += 10) line.slave.advance({t});
            line.put({middle, kRead.end()}, 1'000 + gap);
            line.settle();
            EXPECT_THAT(line.board.sent, ElementsAre(kReadAnswer)) << cut << ' ' << gap;
        }
    }
}

TEST(Slave, TwoHundredRequestsInARow) {
    Line line;
    std::int64_t now = 1'000;
    for (int i = 0; i < 200; ++i, now += 200)
        ASSERT_THAT(line.exchange(kRead, now), ElementsAre(kReadAnswer));
}

TEST(Slave, IdleHasNoMemory) {
    Line fresh;
    Line used;
    EXPECT_EQ(used.exchange(kRead).size(), 1U);
    used.exchange({0x55, 0xAA}, 9'000);
    used.exchange(with_crc({0x00, 0x03, 0x00, 0x81, 0x00, 0x02}), 50'000);
    EXPECT_EQ(digest_of(used.slave), digest_of(fresh.slave));
}

void carry_over(Line& from, Line& to) {
    std::vector<std::uint8_t> bytes(snapshot_size(from.slave));
    SnapshotWriter writer{bytes};
    walk_state(from.slave, writer);
    ASSERT_TRUE(writer.ok());
    SnapshotReader reader{bytes};
    walk_state(to.slave, reader);
    ASSERT_TRUE(reader.ok());
    EXPECT_EQ(to.slave.deadline(), from.slave.deadline());
}

// Stopped at every byte and in every phase of an exchange, noise before it included; carried
// over into a fresh slave and run on.
TEST(Slave, SnapshotInTheMiddle) {
    const Bytes noise{0x55, 0xAA};
    const Bytes request = with_crc({7, 0x03, 0x00, 0x81, 0x00, 0x02});
    const Bytes answer = with_crc({7, 0x03, 0x04, 0x00, 40, 0x00, 100});
    for (std::size_t cut = 0; cut <= request.size() + 1; ++cut) {
        Line first;
        Line second;
        first.slave.configure({7, 9'600, Parity::even});
        first.put(noise, 1'000);
        first.slave.advance({1'200});
        const auto middle = request.begin() + static_cast<long>(std::min(cut, request.size()));
        first.put({request.begin(), middle}, 1'300);
        if (cut > request.size()) first.slave.advance(*first.slave.deadline());
        carry_over(first, second);
        second.put({middle, request.end()}, 1'340);
        second.settle();
        EXPECT_THAT(second.board.sent, ElementsAre(answer)) << cut;
    }
}

}  // namespace
}  // namespace meter::modbus
