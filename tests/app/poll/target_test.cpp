// URLs as people write them, and what is wrong with those that are not.
#include "app/poll/target.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polling {
namespace {

using meter::Parity;

Target serial(std::string device, std::uint32_t baud, Parity parity, int stop, int unit) {
    return {Transport::rtu, std::move(device), baud, parity, stop, "", 502, unit};
}

Target network(Transport transport, std::string host, std::uint16_t port, int unit) {
    return {transport, "", 19'200, Parity::none, 1, std::move(host), port, unit};
}

struct Good {
    const char* text;
    Target target;
};

const Good kGood[] = {
    {"/dev/ttyUSB0", serial("/dev/ttyUSB0", 19'200, Parity::none, 1, 1)},
    {"meter", serial("meter", 19'200, Parity::none, 1, 1)},
    {"/dev/ttyS1?baud=9600&parity=even&address=12",
     serial("/dev/ttyS1", 9'600, Parity::even, 1, 12)},
    {"rtu:///dev/ttyUSB0?baud=19200&parity=none&address=1",
     serial("/dev/ttyUSB0", 19'200, Parity::none, 1, 1)},
    {"rtu:///dev/x?parity=odd&stop=2&unit=247", serial("/dev/x", 19'200, Parity::odd, 2, 247)},
    {"rtu:///tmp/a%3Fb%20c", serial("/tmp/a?b c", 19'200, Parity::none, 1, 1)},
    {"tcp://192.0.2.7", network(Transport::tcp, "192.0.2.7", 502, 1)},
    {"tcp://meter.example:1502/?unit=255", network(Transport::tcp, "meter.example", 1'502, 255)},
    {"tcp://[::1]:1502?unit=0", network(Transport::tcp, "::1", 1'502, 0)},
    {"tcp://[::1]", network(Transport::tcp, "::1", 502, 1)},
    {"rtutcp://localhost:1503?address=7", network(Transport::rtu_over_tcp, "localhost", 1'503, 7)},
};

TEST(Target, Understood) {
    for (const Good& row : kGood) EXPECT_EQ(parse_url(row.text), row.target) << row.text;
}

TEST(Target, WritesWhatItReads) {
    for (const Good& row : kGood)
        EXPECT_EQ(parse_url(to_url(row.target)), row.target) << to_url(row.target);
}

struct Bad {
    const char* text;
    const char* why;
};

const Bad kBad[] = {
    {"", "the device is missing"},
    {"rtu://?baud=9600", "the device is missing"},
    {"http://x", "\"http\" is no way to a meter; there are rtu, tcp and rtutcp"},
    {"/dev/x?baud=12345", "baud is \"12345\"; allowed are 1200, 2400"},
    {"/dev/x?baud=", "baud is \"\""},
    {"/dev/x?parity=mark", "parity is \"mark\"; allowed are none, even and odd"},
    {"/dev/x?stop=3", "stop is \"3\""},
    {"/dev/x?address=0", "address is \"0\"; allowed are 1 to 247"},
    {"/dev/x?address=248", "address is \"248\""},
    {"/dev/x?unit=1x", "unit is \"1x\""},
    {"/dev/x?colour=red", "there is no \"colour\" here; there are address, baud, parity and stop"},
    {"rtu:///a%0", "\"%0\" is no byte"},
    {"rtu:///a%zz", "\"%zz\" is no byte"},
    {"rtu:///a%00", "\"%00\" is no byte"},
    {"tcp://", "the host is \"\""},
    {"tcp://a:0", "the port is \"0\"; allowed is 1 to 65535"},
    {"tcp://a:65536", "the port is \"65536\""},
    {"tcp://::1", "the host is \":\""},
    {"tcp://a?baud=9600", "there is no \"baud\" here; there are unit and address"},
    {"tcp://a?unit=248", "unit is \"248\""},
    {"rtutcp://a?unit=255", "unit is \"255\""},
};

TEST(Target, RefusedInWords) {
    for (const Bad& row : kBad) {
        try {
            (void)parse_url(row.text);
            ADD_FAILURE() << row.text;
        } catch (const std::invalid_argument& error) {
            EXPECT_THAT(error.what(), testing::StartsWith("\"" + std::string(row.text) + "\": "));
            EXPECT_THAT(error.what(), testing::HasSubstr(row.why)) << row.text;
        }
    }
}

TEST(Target, RefusedInTheLanguageOfTheReader) {
    const auto german = [](const char*, const char* text) -> std::string {
        return std::string_view{text} == "none, even and odd" ? "none, even und odd" : text;
    };
    try {
        (void)parse_url("/dev/x?parity=mark", german);
        ADD_FAILURE();
    } catch (const std::invalid_argument& error) {
        EXPECT_THAT(error.what(), testing::EndsWith("allowed are none, even und odd"));
    }
}

TEST(Target, DescribedForPeople) {
    EXPECT_EQ(describe(parse_url("/dev/x?parity=even&address=9")).in_english(),
              "/dev/x (19200 8E1, address 9)");
    EXPECT_EQ(describe(parse_url("tcp://h?unit=2")).in_english(), "tcp h:502 (unit 2)");
}

}  // namespace
}  // namespace polling
