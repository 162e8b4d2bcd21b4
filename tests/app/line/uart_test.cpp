// Characters on a wire: how long they take, and what receivers with other settings make of them.
// Expected values: closed forms of the bit rate, and bit patterns written out by hand.
#include "app/line/uart.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <numeric>

namespace line {
namespace {

using Bytes = std::vector<std::uint8_t>;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr std::uint32_t kRates[] = {1'200, 2'400, 4'800, 9'600, 19'200, 38'400};
constexpr UartParity kParities[] = {UartParity::none, UartParity::odd, UartParity::even,
                                    UartParity::mark, UartParity::space};

UartFormat at(std::uint32_t baud, UartParity parity = UartParity::none,
              std::uint8_t stop_half_bits = 2, std::uint8_t data_bits = 8) {
    return {baud, data_bits, parity, stop_half_bits};
}

Run run_of(const Bytes& bytes, const UartFormat& format, std::int64_t begin = 1'000'000) {
    return {{begin}, format, bytes};
}

std::vector<HeardCharacter> hear(const Bytes& bytes, const UartFormat& sender,
                                 const UartFormat& receiver) {
    const Run run = run_of(bytes, sender);
    return listen({&run, 1}, receiver);
}

Bytes clean(const std::vector<HeardCharacter>& heard) {
    Bytes bytes;
    for (const HeardCharacter& one : heard)
        if (!one.damaged) bytes.push_back(one.byte);
    return bytes;
}

Bytes every_byte() {
    Bytes bytes(256);
    std::iota(bytes.begin(), bytes.end(), std::uint8_t{0});
    return bytes;
}

TEST(WireTime, CharactersTakeTheirBits) {
    for (const std::uint32_t baud : kRates) {
        for (const std::int64_t n : {1, 8, 25, 256}) {
            const double bit = 1.0 / baud;
            EXPECT_DOUBLE_EQ(in_seconds(characters(n, at(baud))), 10.0 * bit * double(n));
            EXPECT_DOUBLE_EQ(in_seconds(characters(n, at(baud, UartParity::even))),
                             11.0 * bit * double(n));
            EXPECT_DOUBLE_EQ(in_seconds(characters(n, at(baud, UartParity::none, 4))),
                             11.0 * bit * double(n));
            EXPECT_DOUBLE_EQ(in_seconds(characters(n, at(baud, UartParity::none, 3))),
                             10.5 * bit * double(n));
        }
        EXPECT_EQ(kWireHz % (2 * baud), 0) << "half a bit is a whole number";
    }
    EXPECT_EQ(wire(meter::seconds(1)).count, kWireHz);
    EXPECT_EQ(tick_rounded_up({225 * 7 + 1}).ticks, 8);
    EXPECT_EQ(tick_rounded_up({225 * 7}).ticks, 7);
    EXPECT_EQ(tick_rounded_down({225 * 8 - 1}).ticks, 7);
}

TEST(WireTime, NothingAddsUpAtOddRates) {
    const UartFormat odd = at(31'250);
    const WireSpan whole = characters(1'000, odd);
    EXPECT_NEAR(in_seconds(whole), 1'000 * 10 / 31'250.0, 1.0 / kWireHz);
}

TEST(Uart, LevelsOfACharacter) {
    // 0x53 = 0101 0011, least significant bit first, four ones: start, 1100 1010, parity, stop.
    const char* even =
        "0110010100"
        "1";
    const char* odd =
        "0110010101"
        "1";
    const std::int64_t bit = kWireHz / 9'600;
    for (int place = 0; place < 11; ++place) {
        const WireInstant middle{1'000'000 + place * bit + bit / 2};
        EXPECT_EQ(level(run_of({0x53}, at(9'600, UartParity::even)), middle), even[place] == '1');
        EXPECT_EQ(level(run_of({0x53}, at(9'600, UartParity::odd)), middle), odd[place] == '1');
    }
    const auto run = run_of({0x00}, at(9'600));
    EXPECT_TRUE(level(run, {999'999}));
    EXPECT_TRUE(level(run, run.end()));
}

TEST(Uart, EveryByteInEveryFormatIsHeardAsItIs) {
    for (const std::uint32_t baud : kRates) {
        for (const UartParity parity : kParities) {
            for (const std::uint8_t stop : Bytes{2, 3, 4}) {
                const UartFormat format = at(baud, parity, stop);
                const auto heard = hear(every_byte(), format, at(baud, parity));
                ASSERT_EQ(clean(heard), every_byte()) << to_text(format);
                ASSERT_EQ(heard.size(), 256U);
            }
        }
    }
}

TEST(Uart, EndsAreThoseOfTheStopBits) {
    const auto heard = hear({1, 2, 3}, at(9'600), at(9'600));
    ASSERT_EQ(heard.size(), 3U);
    for (std::int64_t n = 0; n < 3; ++n) {
        const std::int64_t exact = 1'000'000 + (n + 1) * 10 * kWireHz / 9'600;
        EXPECT_NEAR(double(heard[std::size_t(n)].end.count), double(exact), kWireHz / 9'600 / 16);
    }
}

// Each rate heard at each rate: only the diagonal is understood.
TEST(Uart, EveryRateAtEveryRate) {
    const Bytes request{0x01, 0x03, 0x00, 0x81, 0x00, 0x01, 0xD4, 0x22};
    for (const std::uint32_t sender : kRates) {
        for (const std::uint32_t receiver : kRates) {
            const Bytes heard = clean(hear(request, at(sender), at(receiver)));
            EXPECT_EQ(heard == request, sender == receiver) << sender << " at " << receiver;
            EXPECT_EQ(heard, clean(hear(request, at(sender), at(receiver)))) << "repeatable";
        }
    }
}

TEST(Uart, TwiceTheRateByHand) {
    // 0x0F at 9600 is s 1111 0000 S; each bit is two at 19200: 00 11111111 00000000 11. Heard:
    // start 0, data 0 1111111 (LSB first: 0xFE), stop: the 8th one of 1s; then 00000000 is a start
    // bit, eight zeros with the next... the ones end it.
    const auto heard = hear({0x0F}, at(9'600), at(19'200));
    ASSERT_FALSE(heard.empty());
    EXPECT_EQ(heard[0].byte, 0xFE);
    EXPECT_FALSE(heard[0].damaged);
}

struct ParityCase {
    const char* what;
    UartFormat sender;
    UartFormat receiver;
    std::uint8_t byte;
    Bytes clean;
};

TEST(Uart, Parity) {
    using P = UartParity;
    // One character by itself: what follows it is mark.
    const ParityCase cases[] = {
        {"8E1 heard as 8N1, parity bit 1: a stop bit", at(9'600, P::even), at(9'600), 0x01, {0x01}},
        {"8E1 heard as 8N1, parity bit 0: no stop bit", at(9'600, P::even), at(9'600), 0x03, {}},
        {"8N1 heard as 8E1, odd ones: the stop bit is right",
         at(9'600),
         at(9'600, P::even),
         0x01,
         {0x01}},
        {"8N1 heard as 8E1, even ones: wrong parity", at(9'600), at(9'600, P::even), 0x03, {}},
        {"8N2 heard as 8E1, odd ones", at(9'600, P::none, 4), at(9'600, P::even), 0x07, {0x07}},
        {"8E1 heard as 8O1", at(9'600, P::even), at(9'600, P::odd), 0x55, {}},
        {"8M1 heard as 8N2 is heard", at(9'600, P::mark), at(9'600, P::none), 0xA5, {0xA5}},
        {"8S1 heard as 8N1 has no stop bit", at(9'600, P::space), at(9'600), 0xA5, {}},
        {"7E1 heard as 8N1 has its parity for bit 7",
         at(9'600, P::even, 2, 7),
         at(9'600),
         0x43,
         {0xC3}},
        {"7N2 heard as 8N1 has a stop bit for bit 7",
         at(9'600, P::none, 4, 7),
         at(9'600),
         0x43,
         {0xC3}},
    };
    for (const ParityCase& c : cases)
        EXPECT_EQ(clean(hear({c.byte}, c.sender, c.receiver)), c.clean) << c.what;
}

TEST(Uart, WrongParitySpoilsAFrame) {
    const Bytes request{0x01, 0x03, 0x00, 0x81, 0x00, 0x01, 0xD4, 0x22};
    for (const UartParity sender : kParities) {
        for (const UartParity receiver : kParities) {
            if (sender == receiver) continue;
            // A mark is a second stop bit for those who know no parity.
            if (sender == UartParity::mark && receiver == UartParity::none) continue;
            EXPECT_NE(clean(hear(request, at(9'600, sender), at(9'600, receiver))), request)
                << int(sender) << int(receiver);
        }
    }
}

TEST(Uart, TwoAtOnceAreAndedWhereTheyOverlap) {
    // In step, bit for bit.
    const auto a = run_of({0xF0}, at(9'600));
    const auto b = run_of({0xCC}, at(9'600));
    const std::vector<line::Run> both{a, b};
    const auto heard = listen(both, at(9'600));
    EXPECT_EQ(clean(heard), Bytes{0xF0 & 0xCC});
    EXPECT_THAT(listen({}, at(9'600)), IsEmpty());
    // Half a character apart nothing of either is left as it was.
    const std::vector<line::Run> shifted{
        a, run_of({0xCC}, at(9'600), 1'000'000 + 9 * kWireHz / 19'200)};
    EXPECT_THAT(clean(listen(shifted, at(9'600))),
                testing::Not(testing::AnyOf(testing::Contains(0xF0), testing::Contains(0xCC))));
}

TEST(Uart, ABreakIsOneDamagedCharacter) {
    // 0x00 at 1200 is a space of 7.5 ms: longer than a character at 9600.
    const auto heard = hear({0x00}, at(1'200), at(9'600));
    ASSERT_EQ(heard.size(), 1U);
    EXPECT_TRUE(heard[0].damaged);
    EXPECT_EQ(heard[0].byte, 0);
}

TEST(Uart, FormatsHaveNames) {
    EXPECT_EQ(to_text(at(19'200)), "19200 8N1");
    EXPECT_EQ(to_text(at(9'600, UartParity::even)), "9600 8E1");
    EXPECT_EQ(to_text(at(38'400, UartParity::odd, 4, 7)), "38400 7O2");
    EXPECT_EQ(to_text(at(300, UartParity::mark, 3)), "300 8M1.5");
}

}  // namespace
}  // namespace line
