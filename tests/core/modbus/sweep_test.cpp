// Requests of every shape to a whole meter, each held against the oracle of the line: holes, blocks
// over borders, quantities, byte counts and lengths, one thing wrong or several at once.
#include <gtest/gtest.h>

#include <array>

#include "core/modbus/pdu.h"
#include "tests/core/support/line_master.h"
#include "tests/core/support/meter_rig.h"
#include "tests/core/support/spec_meter.h"

namespace meter {
namespace {

using modbus::Bytes;
using test::read_request;
using test::words;
using test::write_request;

class Sweep : public testing::Test {
 protected:
    Sweep() { rig.run_seconds(2.5); }

    Bytes answer(const Bytes& pdu) {
        std::array<std::uint8_t, modbus::kMaxPdu> out{};
        const std::size_t size = rig.meter.request(pdu, out);
        return {out.begin(), out.begin() + static_cast<long>(size)};
    }
    // As the oracle says, and nothing moved where the oracle says so.
    void hold(const Bytes& pdu) {
        ASSERT_EQ(answer(pdu), spec().answer(pdu)) << testing::PrintToString(pdu);
        if (spec().has_changed()) spec().look(rig.meter.points());
    }
    spec::SpecMeter& spec() {
        if (!spec_) spec_.emplace(rig.meter.points());
        return *spec_;
    }

    test::MeterRig rig{test::wye(), Config{}};

 private:
    std::optional<spec::SpecMeter> spec_;
};

// Just before and behind every block of the map (meter.md 3), by number.
constexpr std::array kBorders{1, 52, 129, 134, 137, 142, 144, 149, 151, 154, 257, 346, 7001, 7002};

bool in_map(int number) {
    return (number >= 1 && number <= 52) || (number >= 129 && number <= 154) ||
           (number >= 257 && number <= 346) || number == 7001 || number == 7002;
}

TEST_F(Sweep, EveryHoleIsRefusedByEveryFunction) {
    const std::uint64_t before = rig.meter.digest();
    for (int number = 1; number <= 0x1'0000; ++number) {
        if (in_map(number)) continue;
        ASSERT_EQ(answer(read_request(number, 1, 3)), (Bytes{0x83, 2})) << number;
        ASSERT_EQ(answer(read_request(number, 1, 4)), (Bytes{0x84, 2})) << number;
        ASSERT_EQ(answer(write_request(number, 0)), (Bytes{0x86, 2})) << number;
        ASSERT_EQ(answer(write_request(number, std::vector{0})), (Bytes{0x90, 2})) << number;
    }
    EXPECT_EQ(rig.meter.digest(), before);
}

// Every register by itself, so both halves of every 32-bit pair.
TEST_F(Sweep, EveryRegisterAlone) {
    for (int number = 1; number <= 7100; ++number) {
        hold(read_request(number, 1, 3));
        hold(read_request(number, 1, 4));
    }
}

TEST_F(Sweep, BlocksOverEveryBorder) {
    for (const int border : kBorders) {
        for (int start = std::max(1, border - 127); start <= border + 3; ++start) {
            for (const int count : {1, 2, 3, 25, 26, 27, 44, 52, 53, 89, 90, 91, 124, 125})
                hold(read_request(start, count));
        }
    }
    for (int back = 0; back < 130; ++back) hold(read_request(0x1'0000 - back, 125));
}

TEST_F(Sweep, EveryQuantityOfRead) {
    for (int count = 0; count <= 0xFFFF; ++count) {
        if (count > 300 && count % 251 != 0) continue;
        for (const int start : {1, 53, 257, 5000, 0xFFFF}) hold(read_request(start, count, 4));
    }
}

// Quantity, byte count and length of data, every right one among the wrong ones.
TEST_F(Sweep, EveryQuantityOfWrite) {
    for (const int start : {130, 133, 149, 2, 53}) {
        for (int count = 0; count <= 130; ++count) {
            for (const int bytes : {0, 1, 2 * count - 1, 2 * count, 2 * count + 2, 246, 248, 255}) {
                for (const int data : {bytes - 1, bytes, bytes + 1}) {
                    Bytes pdu = words(0x10, {start - 1, count});
                    pdu.push_back(static_cast<std::uint8_t>(bytes));
                    pdu.resize(6 + static_cast<std::size_t>(std::clamp(data, 0, 247)));
                    hold(pdu);
                }
            }
        }
    }
}

// A request of every function, cut short and drawn out; 01 comes first for unknown ones.
TEST_F(Sweep, EveryFunctionAtEveryLength) {
    for (int function = 0; function <= 0xFF; ++function) {
        for (std::size_t size = 1; size <= 12; ++size) {
            Bytes pdu{static_cast<std::uint8_t>(function), 0x00, 0x82, 0x00, 0x01};
            pdu.resize(size);
            hold(pdu);
        }
    }
}

TEST_F(Sweep, EveryIdentification) {
    for (int type = 0; type <= 0xFF; ++type) hold(words(0x2B, {type << 8 | 1, 0}));
    for (int code = 0; code <= 0xFF; ++code) {
        for (const int object : {0, 1, 2, 3, 0x7F, 0x80, 0xFF}) {
            hold({0x2B, 0x0E, static_cast<std::uint8_t>(code), static_cast<std::uint8_t>(object)});
        }
    }
}

// Every value there is, in every writable register, single and as a block of one. The registers
// that follow from it (135, 138..141, 145, QNANs) have to be the oracle's as well.
TEST_F(Sweep, EveryValueOfEverySetting) {
    for (const int number : {130, 131, 132, 133, 134, 137, 142, 143, 144, 149, 150, 151}) {
        for (int value = 0; value <= 0xFFFF; ++value) {
            if (value > 700 && value % 97 != 0 && value % 1000 > 1) continue;
            hold(write_request(number, value));
            if (value % 16 == 0) {
                hold(read_request(129, 26));
                hold(read_request(1, 52));
                hold(write_request(number, std::vector{value}));
            }
        }
    }
}

// Blocks over 129..134, 142..144 and 149..151, judged one after the other against what the ones
// before would leave, and applied all or not at all.
TEST_F(Sweep, BlocksOfSettings) {
    test::Random random{7};
    const auto pick = [&random](const auto& from) { return from[random.below(from.size())]; };
    const std::array<std::vector<int>, 6> system{{{30078, 21211, 21212, 16498, 0},
                                                  {10, 11, 12, 31, 40, 41},
                                                  {5, 400, 5000, 4},
                                                  {0x8000, 1},
                                                  {1, 100, 1000, 32000, 0},
                                                  {82, 480, 660, 4800, 32000, 81}}};
    for (int i = 0; i < 20'000; ++i) {
        const std::size_t first = random.below(6);
        const std::size_t count = 1 + random.below(6 - first);
        std::vector<int> values;
        for (std::size_t k = first; k < first + count; ++k) values.push_back(pick(system[k]));
        hold(write_request(129 + static_cast<int>(first), values));
        hold(read_request(129, 26));
        hold(write_request(142, {pick(std::array{1, 99, 100}), pick(std::array{1, 99, 0}),
                                 pick(std::array{10, 100, 1000, 10000, 11})}));
        hold(write_request(149, {pick(std::array{1, 6, 7}), pick(std::array{0, 10, 9, 32767}),
                                 pick(std::array{0, 1})}));
    }
}

// Passcodes guard the panel only (meter.md 1.4): the line needs none and shows none.
TEST(Passcodes, AreNoBusinessOfTheLine) {
    Config config;
    config.setup_passcode = 54'321;
    config.reset_passcode = 12'345;
    test::MeterRig rig{test::wye(), config};
    test::LineMaster master{rig.meter, rig.board};
    for (const Bytes& write :
         {write_request(131, 400), write_request(129, 30078), write_request(130, 31)})
        EXPECT_EQ(master.ask(write), write);
    EXPECT_EQ(rig.meter.points().config.setup_passcode, 54'321U);
    for (const auto& [first, count] : {std::pair{1, 52}, {129, 26}, {257, 90}, {7001, 2}}) {
        const Bytes seen = master.ask(read_request(first, count));
        for (std::size_t at = 2; at + 1 < seen.size(); at += 2) {
            EXPECT_NE(seen[at] << 8 | seen[at + 1], 54'321);
            EXPECT_NE(seen[at] << 8 | seen[at + 1], 12'345);
        }
    }
}

// Wrong requests of every kind, addressed to all: nothing is said, and right writes are done.
TEST(Broadcast, IsNeverAnswered) {
    test::MeterRig rig{test::wye(), Config{}};
    test::LineMaster master{rig.meter, rig.board};
    for (int function = 0; function <= 0xFF; ++function) {
        for (std::size_t size = 1; size <= 8; ++size) {
            Bytes pdu{static_cast<std::uint8_t>(function), 0xFF, 0xFF, 0, 0};
            pdu.resize(size);
            ASSERT_EQ(master.ask(pdu, 0), Bytes{});
            ASSERT_TRUE(rig.board.sent.empty());
        }
    }
    EXPECT_EQ(rig.meter.points().config, Config{});
    EXPECT_EQ(master.ask(write_request(133, {1000, 4800}), 0), Bytes{});
    EXPECT_EQ(master.ask(read_request(133, 2)), (Bytes{3, 4, 1000 >> 8, 1000 & 0xFF, 18, 192}));
    EXPECT_EQ(master.ask(write_request(129, 30078), 0), Bytes{});
    EXPECT_EQ(rig.meter.points().energies.reset_count, 1);
}

// In the reset system every whole request but those of identity is answered by 04.
TEST(ResetSystem, HasNoRegisterAtAll) {
    test::MeterRig rig{test::wye(), Config{}};
    rig.meter.set_reset_system(true);
    test::LineMaster master{rig.meter, rig.board};
    for (int number = 1; number <= 7003; ++number) {
        for (const std::uint8_t function : {std::uint8_t{3}, std::uint8_t{4}}) {
            const auto flagged = static_cast<std::uint8_t>(function | 0x80);
            ASSERT_EQ(master.ask(read_request(number, 1, function)), (Bytes{flagged, 4}));
        }
        ASSERT_EQ(master.ask(write_request(number, 40)), (Bytes{0x86, 4})) << number;
    }
}

}  // namespace
}  // namespace meter
