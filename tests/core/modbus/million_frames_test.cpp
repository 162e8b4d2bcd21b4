// A million frames of all kinds at the line of a measuring meter, in simulated time: no wrong
// answer by the oracle of the line, and a meter that is right afterwards, to the bit, beside a twin
// that got nothing but the writes that were accepted.
#include <gtest/gtest.h>

#include <array>
#include <map>

#include "core/modbus/pdu.h"
#include "tests/core/support/line_master.h"
#include "tests/core/support/meter_rig.h"
#include "tests/core/support/random.h"
#include "tests/core/support/spec_meter.h"

namespace meter {
namespace {

using modbus::Bytes;
using modbus::with_crc;
using test::Random;

constexpr int kFrames = 1'000'000;
constexpr int kFramesPerTurn = 2'000;  // between two advances of the metering clock
constexpr int kMeterFrames = 300;      // of the metering clock in an advance

bool is_frame(const Bytes& bytes) {
    return bytes.size() >= 4 && bytes.size() <= 256 &&
           with_crc({bytes.begin(), bytes.end() - 2}) == bytes;
}

// Begins with a whole request and goes on: a lenient line takes it for two glued together
// (slave.h), which slave_test.cpp looks at.
bool is_glued(const Bytes& bytes) {
    if (bytes.size() < 5) return false;
    const std::size_t counted = bytes.size() > 6 ? bytes[6] : 0;
    const std::map<std::uint8_t, std::size_t> sizes{
        {3, 8}, {4, 8}, {6, 8}, {0x10, 9 + counted}, {0x11, 4}, {0x2B, 7}};
    const auto size = sizes.find(bytes[1]);
    if (size == sizes.end() || bytes.size() <= size->second) return false;
    return is_frame({bytes.begin(), bytes.begin() + static_cast<long>(size->second)});
}

class Traffic {
 public:
    explicit Traffic(std::uint64_t seed) : random_(seed) {}

    // 40 % right, 25 % right but for one byte before the CRC, 15 % anything under a right CRC,
    // 10 % with a byte off behind the CRC, 10 % noise.
    Bytes next() {
        const std::uint64_t kind = random_.below(100);
        if (kind >= 90) return random_.bytes(1 + random_.below(kind == 99 ? 300 : 12));
        Bytes bytes{address()};
        bytes = modbus::operator+(bytes, kind >= 65 && kind < 80 ? anything() : request());
        if (kind >= 40 && kind < 65) change_one(bytes);
        bytes = with_crc(bytes);
        if (kind >= 80) change_one(bytes);
        return bytes;
    }

 private:
    std::uint8_t address() {
        const std::uint64_t n = random_.below(20);
        return n == 0 ? 0 : n == 1 ? random_.byte() : 1;
    }
    void change_one(Bytes& bytes) { bytes[random_.below(bytes.size())] ^= random_.byte(); }
    Bytes anything() {
        Bytes pdu = random_.bytes(1 + random_.below(20));
        constexpr std::array<std::uint8_t, 8> known{3, 4, 6, 0x10, 0x11, 0x2B, 8, 0x17};
        pdu[0] = known[random_.below(known.size())];
        return pdu;
    }
    int number() {
        constexpr std::array blocks{1, 52, 129, 154, 257, 346, 7001, 7002};
        const std::size_t block = 2 * random_.below(4);
        return static_cast<int>(random_.between(blocks[block], blocks[block + 1] + 2));
    }
    // In one case of two something that `number` takes, as far as it alone is concerned.
    int value(int number) {
        static const std::map<int, std::vector<int>> good{{129, {30078, 21211, 21212, 16498}},
                                                          {130, {10, 11, 12, 31, 40}},
                                                          {131, {5, 100, 400, 5000}},
                                                          {133, {1, 100, 1000, 32000}},
                                                          {134, {82, 480, 600, 4800, 32000}},
                                                          {137, {0, 1}},
                                                          {142, {1, 10, 99}},
                                                          {143, {1, 25, 99}},
                                                          {144, {10, 100, 1000, 10000}},
                                                          {149, {1, 3, 6}},
                                                          {150, {0, 10, 900, 32767}},
                                                          {151, {0, 1, 0x8000}}};
        const auto found = good.find(number);
        if (found == good.end() || random_.below(2) == 0)
            return static_cast<int>(random_.of_any_width(16));
        return found->second[random_.below(found->second.size())];
    }
    Bytes write() {
        constexpr std::array starts{129, 130, 131, 133, 134, 137, 142, 143, 144, 149, 150, 151};
        const bool known = random_.below(4) != 0;
        const int first = known ? starts[random_.below(starts.size())] : number();
        if (random_.below(2) == 0) return test::write_request(first, value(first));
        std::vector<int> values(1 + random_.below(3));
        for (std::size_t i = 0; i < values.size(); ++i)
            values[i] = value(first + static_cast<int>(i));
        return test::write_request(first, values);
    }
    Bytes request() {
        const auto which = random_.below(16);
        if (which == 0) return {0x11};
        if (which == 1) return {0x2B, 0x0E, static_cast<std::uint8_t>(1 + random_.below(4)), 0};
        if (which < 9) return write();
        const int count = static_cast<int>(1 + random_.below(random_.below(4) == 0 ? 125 : 6));
        return test::read_request(number(), count, which % 2 == 0 ? 3 : 4);
    }

    Random random_;
};

struct Counts {
    int answered = 0, exceptions = 0, silent = 0, writes = 0;
};

class MillionFrames {
 public:
    void run(int frames) {
        for (int i = 0; i < frames && !testing::Test::HasFatalFailure(); ++i) {
            if (i % kFramesPerTurn == 0) advance();
            Bytes frame = traffic_.next();
            while (is_glued(frame)) frame = traffic_.next();
            hold(frame);
        }
    }

    test::MeterRig rig{test::wye(), Config{}};
    test::MeterRig twin{test::wye(), Config{}};
    Counts counts;

 private:
    // The same frames to both; the oracle looks at what has been measured.
    void advance() {
        for (test::MeterRig* r : {&rig, &twin}) r->frames(kMeterFrames);
        spec_.look(rig.meter.points());
    }

    // On a lenient line, in one piece; what follows 250 ms later starts anew.
    Bytes heard(const Bytes& frame) {
        rig.board.sent.clear();
        now_ = now_ + seconds(1);
        for (const std::uint8_t byte : frame) rig.meter.line_byte(byte, now_ = now_ + Ticks{19});
        while (const auto at = rig.meter.line_deadline()) rig.meter.line_advance(now_ = *at);
        return rig.board.sent;
    }

    void hold(const Bytes& frame) {
        const Bytes answer = heard(frame);
        if (!is_frame(frame) || frame[0] > 1) {
            ++counts.silent;
            ASSERT_EQ(answer, Bytes{}) << testing::PrintToString(frame);
            return;
        }
        const Bytes pdu{frame.begin() + 1, frame.end() - 2};
        const Bytes wanted = spec_.answer(pdu);
        if (spec_.has_changed()) accept(pdu);
        if (frame[0] == 0) {
            ++counts.silent;
            ASSERT_EQ(answer, Bytes{}) << "a broadcast";
            return;
        }
        ++(wanted[0] < 0x80 ? counts.answered : counts.exceptions);
        ASSERT_EQ(answer, with_crc(modbus::operator+({1}, wanted)))
            << testing::PrintToString(frame);
    }

    void accept(const Bytes& pdu) {
        ++counts.writes;
        std::array<std::uint8_t, modbus::kMaxPdu> ignored{};
        (void)twin.meter.request(pdu, ignored);
        spec_.look(rig.meter.points());
    }

    Traffic traffic_{2026};
    spec::SpecMeter spec_{rig.meter.points()};
    Instant now_{};
};

TEST(MillionFrames, NoWrongAnswerAndAMeterThatIsStillRight) {
    MillionFrames test;
    test.run(kFrames);
    const Counts& c = test.counts;
    RecordProperty("answered", c.answered);
    RecordProperty("exceptions", c.exceptions);
    RecordProperty("silent", c.silent);
    RecordProperty("writes", c.writes);
    EXPECT_GT(c.answered, kFrames / 10);
    EXPECT_GT(c.exceptions, kFrames / 5);
    EXPECT_GT(c.silent, kFrames / 10);
    EXPECT_GT(c.writes, kFrames / 50);
    EXPECT_EQ(test.rig.meter.digest(), test.twin.meter.digest());
    EXPECT_EQ(test.rig.board.nv, test.twin.board.nv);
    for (test::MeterRig* rig : {&test.rig, &test.twin}) rig->run_seconds(3);
    EXPECT_EQ(test.rig.meter.digest(), test.twin.meter.digest());
}

}  // namespace
}  // namespace meter
