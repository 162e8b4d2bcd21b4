#include "core/registers/bank.h"

#include <gmock/gmock.h>

#include <vector>

#include "core/registers/table.h"
#include "tests/core/registers/recording_meter.h"

namespace meter {
namespace {

using modbus::Exception;
using testing::ElementsAre;
using Words = std::vector<std::uint16_t>;

constexpr std::uint16_t wire(int number) { return static_cast<std::uint16_t>(number - 1); }

Exception read(const RecordingMeter& m, int number, std::size_t count, Words* out = nullptr) {
    Words words(count, 0xBEEF);
    const Exception error = m.bank.read(wire(number), words);
    if (out != nullptr) *out = words;
    return error;
}

bool in_map(int number) {
    return (number >= 1 && number <= 52) || (number >= 129 && number <= 154) ||
           (number >= 257 && number <= 346) || number == 7001 || number == 7002;
}

TEST(Bank, EveryRegisterAndEveryHole) {
    RecordingMeter m;
    for (int number = 1; number <= 0x1'0000; ++number) {
        EXPECT_EQ(read(m, number, 1), in_map(number) ? Exception::none : Exception::illegal_address)
            << number;
    }
}

struct BlockCase {
    int number;
    std::size_t count;
    bool exists;
};

// Blocks that public drivers ask for (clients.md), and blocks over the borders of the map.
TEST(Bank, Blocks) {
    constexpr BlockCase cases[] = {
        {257, 6, true},   {257, 18, true},      {257, 48, true},      {257, 54, true},
        {259, 52, true},  {263, 2, true},       {1, 52, true},        {130, 25, true},
        {305, 42, true},  {257, 44, true},      {257, 90, true},      {1, 53, false},
        {52, 2, false},   {128, 2, false},      {129, 26, true},      {129, 27, false},
        {256, 1, false},  {257, 91, false},     {7001, 2, true},      {7000, 2, false},
        {7002, 2, false}, {0x1'0000, 1, false}, {0xFFFF, 125, false},
    };
    RecordingMeter m;
    for (const BlockCase& c : cases) {
        EXPECT_EQ(read(m, c.number, c.count),
                  c.exists ? Exception::none : Exception::illegal_address)
            << c.number << '+' << c.count;
    }
}

TEST(Bank, ReadsPartsOf32BitValues) {
    RecordingMeter m;
    m.points.energies.real.whole = 0x0001'2345;      // Wh; scale E is -3
    m.points.energies.apparent.whole = 0x00AB'CDEF;  // 27/28
    Words words;
    ASSERT_EQ(read(m, 1, 2, &words), Exception::none);
    EXPECT_THAT(words, ElementsAre(0x0001, 0x2345));
    ASSERT_EQ(read(m, 2, 1, &words), Exception::none);
    EXPECT_THAT(words, ElementsAre(0x2345));
    ASSERT_EQ(read(m, 1, 1, &words), Exception::none);
    EXPECT_THAT(words, ElementsAre(0x0001));
    ASSERT_EQ(read(m, 28, 2, &words), Exception::none);
    EXPECT_THAT(words, ElementsAre(0xCDEF, 0x0000));
}

TEST(Bank, DefaultsOfTheConfigurationBlock) {
    RecordingMeter m;
    Words words;
    ASSERT_EQ(read(m, 129, 26, &words), Exception::none);
    // meter.md 3.3 and 6; 135 is 103.92 kW in hundredths; 132 is QNAN.
    EXPECT_THAT(words, ElementsAre(0, 40, 100, 0x8000, 100, 600, 10392, 0, 1, 0xFFFE, 0xFFFF,
                                   0xFFFE, 0xFFFD, 10, 25, 1000, 500, 0, 0, 0, 1, 900, 0, 0, 0, 0));
}

TEST(Bank, ARefusedReadWritesNothing) {
    RecordingMeter m;
    Words words;
    EXPECT_EQ(read(m, 50, 5, &words), Exception::illegal_address);
    EXPECT_THAT(words, testing::Each(0xBEEF));
}

TEST(Bank, OnlyReadWriteRegistersCanBeWritten) {
    for (int number = 1; number <= 7003; ++number) {
        RecordingMeter m;
        const RegisterRow* row = find_register(static_cast<std::uint16_t>(number));
        const bool writable = (number >= 129 && number <= 134) || number == 137 ||
                              (number >= 142 && number <= 144) || (number >= 149 && number <= 151);
        const Exception error = m.bank.write(wire(number), Words{0xFFFF});
        EXPECT_EQ(error == Exception::illegal_address, !writable) << number;
        EXPECT_EQ(row != nullptr && row->access == Access::read_write, writable) << number;
    }
}

struct WriteCase {
    int number;
    Words values;
    Exception error;
};

const Exception kOk = Exception::none;
const Exception kAddress = Exception::illegal_address;
const Exception kValue = Exception::illegal_value;

TEST(Bank, WritesAndTheirExceptions) {
    const WriteCase cases[] = {
        {130, {31}, kOk},
        {130, {13}, kValue},
        {132, {1}, kValue},
        {151, {1234}, kOk},
        {133, {200, 1'320}, kOk},  // 134 is judged against the new 133
        {133, {200, 1'321}, kValue},
        {133, {200, 163}, kValue},
        {133, {1'000, 6'600, 104}, kAddress},  // 135 is read-only
        {133, {0, 0, 0}, kAddress},            // addresses come before values
        {134, {1'320}, kValue},                // against the old 133
        {129, {30'078, 40}, kOk},
        {129, {30'077, 40}, kValue},
        {129, {30'078, 41}, kValue},
        {142, {99, 99, 100}, kOk},
        {142, {99, 100, 100}, kValue},
        {149, {6, 0, 7}, kOk},
        {154, {0}, kAddress},
        {151, {0, 0}, kAddress},
        {128, {0, 0}, kAddress},
        {1, {7}, kAddress},
        {2, {7}, kAddress},
        {257, {0, 0}, kAddress},
        {0x1'0000, {0, 0}, kAddress},
    };
    for (const WriteCase& c : cases) {
        RecordingMeter m;
        EXPECT_EQ(m.bank.write(wire(c.number), c.values), c.error)
            << c.number << ' ' << c.values[0];
        if (c.error == kOk) continue;
        EXPECT_EQ(m.points.config, Config{}) << c.number;
        EXPECT_EQ(m.applied, 0) << c.number;
        EXPECT_TRUE(m.commands.empty()) << c.number;
    }
}

TEST(Bank, AMultipleWriteIsAppliedOnce) {
    RecordingMeter m;
    ASSERT_EQ(m.bank.write(wire(130), Words{31, 400}), kOk);
    EXPECT_EQ(m.applied, 1);
    EXPECT_EQ(m.points.config.system_type, 31);
    EXPECT_EQ(m.points.config.ct_primary, 400);
    ASSERT_EQ(m.bank.write(wire(130), Words{31, 400}), kOk);
    EXPECT_EQ(m.applied, 1) << "nothing changed";
}

TEST(Bank, ReadsBackWhatWasWritten) {
    RecordingMeter m;
    ASSERT_EQ(m.bank.write(wire(131), Words{400}), kOk);
    Words words;
    ASSERT_EQ(read(m, 131, 1, &words), kOk);
    EXPECT_THAT(words, ElementsAre(400));
    ASSERT_EQ(read(m, 138, 1, &words), kOk);
    EXPECT_THAT(words, ElementsAre(0xFFFF));  // 480 A fits 4800 counts of 0.1
    ASSERT_EQ(m.bank.write(wire(151), Words{77}), kOk);
    ASSERT_EQ(read(m, 151, 1, &words), kOk);
    EXPECT_THAT(words, ElementsAre(0));
}

TEST(Bank, Commands) {
    struct Case {
        std::uint16_t value;
        Command command;
    };
    constexpr Case cases[] = {
        {30'078, Command::clear_energies},
        {21'211, Command::begin_subinterval},
        {21'212, Command::restart_maxima},
        {16'498, Command::clear_pulse_counts},
    };
    for (const Case& c : cases) {
        RecordingMeter m;
        EXPECT_EQ(m.bank.write(wire(129), Words{c.value}), kOk);
        EXPECT_THAT(m.commands, ElementsAre(c.command));
        EXPECT_EQ(m.applied, 0);
        Words words;
        EXPECT_EQ(read(m, 129, 1, &words), kOk);
        EXPECT_THAT(words, ElementsAre(0));
    }
    for (const int value : {0, 1, 16'640, 21'210, 21'213, 30'077, 30'079, 0xFFFF}) {
        RecordingMeter m;
        EXPECT_EQ(m.bank.write(wire(129), Words{static_cast<std::uint16_t>(value)}), kValue)
            << value;
        EXPECT_TRUE(m.commands.empty());
    }
}

TEST(Bank, LookingChangesNothing) {
    RecordingMeter m;
    Words first;
    Words second;
    ASSERT_EQ(read(m, 257, 90, &first), kOk);
    ASSERT_EQ(read(m, 257, 90, &second), kOk);
    EXPECT_EQ(first, second);
    EXPECT_EQ(m.applied, 0);
}

}  // namespace
}  // namespace meter
