// RFC 2217 byte by byte: Telnet commands by RFC 854 and 855, COM port commands by RFC 2217 itself.
#include "app/ports/com_port.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/ports/telnet.h"

namespace ports {
namespace {

using Bytes = std::vector<std::uint8_t>;
using testing::IsEmpty;

constexpr std::uint8_t kIac = 255, kDont = 254, kDo = 253, kWont = 252, kWill = 251, kSb = 250,
                       kSe = 240;

// A server's end of a connection.
struct Server {
    Bytes put(const Bytes& bytes) {
        Bytes back;
        telnet.take(bytes, data, back);
        back.insert(back.end(), told.begin(), told.end());
        told.clear();
        return back;
    }
    Bytes told;
    ComPort port{line::UartFormat{}, "MeterTwin"};
    Telnet telnet{[this](std::span<const std::uint8_t> command) { port.command(command, told); }};
    Bytes data;
};

Bytes sub(const Bytes& inside) {
    Bytes out{kIac, kSb, 44};
    out.insert(out.end(), inside.begin(), inside.end());
    out.insert(out.end(), {kIac, kSe});
    return out;
}

struct Row {
    const char* what;
    Bytes in;
    Bytes back;
    Bytes data;
};

const Row kTelnet[] = {
    {"data", {1, 2, 13, 10, 0, 254}, {}, {1, 2, 13, 10, 0, 254}},
    {"FF doubled", {1, kIac, kIac, 2}, {}, {1, 255, 2}},
    {"client will COM port", {kIac, kWill, 44}, {kIac, kDo, 44}, {}},
    {"client asks for COM port", {kIac, kDo, 44}, {kIac, kWill, 44}, {}},
    {"binary both ways", {kIac, kWill, 0, kIac, kDo, 0}, {kIac, kDo, 0, kIac, kWill, 0}, {}},
    {"no go-ahead", {kIac, kDo, 3}, {kIac, kWill, 3}, {}},
    {"no echo", {kIac, kDo, 1}, {kIac, kWont, 1}, {}},
    {"no terminal type", {kIac, kWill, 24}, {kIac, kDont, 24}, {}},
    {"asked twice, told once", {kIac, kWill, 44, kIac, kWill, 44}, {kIac, kDo, 44}, {}},
    {"switched off again", {kIac, kWill, 0, kIac, kWont, 0}, {kIac, kDo, 0, kIac, kDont, 0}, {}},
    {"off is off already", {kIac, kWont, 44, kIac, kDont, 0}, {}, {}},
    {"no-operation, break, are-you-there", {kIac, 241, kIac, 243, kIac, 246, 7}, {}, {7}},
    {"a sub-negotiation of another option", {kIac, kSb, 24, 1, kIac, kSe, 7}, {}, {7}},
    {"an empty one", {kIac, kSb, kIac, kSe, 7}, {}, {7}},
    {"one without a command", {kIac, kSb, 44, kIac, kSe, 7}, {}, {7}},
};

TEST(Telnet, Rows) {
    for (const Row& row : kTelnet) {
        Server whole;
        EXPECT_EQ(whole.put(row.in), row.back) << row.what;
        EXPECT_EQ(whole.data, row.data) << row.what;
        Server cut;
        Bytes back;
        for (const std::uint8_t byte : row.in)
            for (const std::uint8_t told : cut.put({byte})) back.push_back(told);
        EXPECT_EQ(back, row.back) << row.what << ", byte by byte";
        EXPECT_EQ(cut.data, row.data) << row.what << ", byte by byte";
    }
}

TEST(Telnet, ComPortIsAgreedOnByEitherSide) {
    Server server;
    EXPECT_FALSE(server.telnet.com_port());
    server.put({kIac, kWill, 44});
    EXPECT_TRUE(server.telnet.com_port());
}

const Row kComPort[] = {
    {"signature asked for", sub({0}), sub({100, 'M', 'e', 't', 'e', 'r', 'T', 'w', 'i', 'n'}), {}},
    {"signature told", sub({0, 'x'}), {}, {}},
    {"baud rate asked for", sub({1, 0, 0, 0, 0}), sub({101, 0, 0, 0x4B, 0x00}), {}},
    {"baud rate 38400", sub({1, 0, 0, 0x96, 0x00}), sub({101, 0, 0, 0x96, 0x00}), {}},
    {"baud rate 255", sub({1, 0, 0, 0, 255, 255}), sub({101, 0, 0, 0, 255, 255}), {}},
    {"impossible baud rate", sub({1, 0, 0, 0, 1}), sub({101, 0, 0, 0x4B, 0x00}), {}},
    {"baud rate cut short", sub({1, 0, 0, 0x96}), {}, {}},
    {"data size asked for", sub({2, 0}), sub({102, 8}), {}},
    {"data size 7", sub({2, 7}), sub({102, 7}), {}},
    {"impossible data size", sub({2, 9}), sub({102, 8}), {}},
    {"parity asked for", sub({3, 0}), sub({103, 1}), {}},
    {"parity odd", sub({3, 2}), sub({103, 2}), {}},
    {"parity even", sub({3, 3}), sub({103, 3}), {}},
    {"parity mark", sub({3, 4}), sub({103, 4}), {}},
    {"parity space", sub({3, 5}), sub({103, 5}), {}},
    {"impossible parity", sub({3, 6}), sub({103, 1}), {}},
    {"stop size asked for", sub({4, 0}), sub({104, 1}), {}},
    {"two stop bits", sub({4, 2}), sub({104, 2}), {}},
    {"one and a half", sub({4, 3}), sub({104, 3}), {}},
    {"flow control asked for", sub({5, 0}), sub({105, 1}), {}},
    {"no flow control", sub({5, 1}), sub({105, 1}), {}},
    {"hardware flow control is not there", sub({5, 3}), sub({105, 1}), {}},
    {"break asked for", sub({5, 4}), sub({105, 6}), {}},
    {"break on", sub({5, 5}), sub({105, 5}), {}},
    {"DTR asked for", sub({5, 7}), sub({105, 8}), {}},
    {"DTR off", sub({5, 9}), sub({105, 9}), {}},
    {"RTS asked for", sub({5, 10}), sub({105, 11}), {}},
    {"RTS off", sub({5, 12}), sub({105, 12}), {}},
    {"inbound flow control asked for", sub({5, 13}), sub({105, 14}), {}},
    {"line state mask", sub({10, 12}), sub({110, 12}), {}},
    {"modem state mask", sub({11, 255, 255}), sub({111, 255, 255}), {}},
    {"purge received", sub({12, 1}), sub({112, 1}), {}},
    {"purge both", sub({12, 3}), sub({112, 3}), {}},
    {"unknown command", sub({99, 1}), {}, {}},
    {"empty value", sub({3}), {}, {}},
};

TEST(ComPort, Rows) {
    for (const Row& row : kComPort) {
        Server server;
        EXPECT_EQ(server.put(row.in), row.back) << row.what;
        EXPECT_THAT(server.data, IsEmpty()) << row.what;
    }
}

TEST(ComPort, IsTheFormatThatTheLineHears) {
    Server server;
    server.put(sub({1, 0, 0, 0x25, 0x80}));
    server.put(sub({2, 7}));
    server.put(sub({3, 3}));
    server.put(sub({4, 2}));
    EXPECT_EQ(server.port.format(), (line::UartFormat{9'600, 7, line::UartParity::even, 4}));
}

TEST(ComPort, SuspendsResumesAndPurges) {
    Server server;
    server.put(sub({8}));
    EXPECT_TRUE(server.port.suspended());
    server.put(sub({9}));
    EXPECT_FALSE(server.port.suspended());
    server.put(sub({12, 1}));
    EXPECT_EQ(server.port.take_purge(), 1);
    EXPECT_EQ(server.port.take_purge(), 0);
}

TEST(ComPort, TellsStatesUnderTheClientsMasks) {
    Server server;
    Bytes told;
    server.port.tell_modem_state(told);
    EXPECT_EQ(told, sub({107, 0xB0}));
    told.clear();
    server.port.tell_line_state(ComPort::kFramingError | ComPort::kParityError, told);
    EXPECT_THAT(told, IsEmpty()) << "nothing until a mask is set";
    server.put(sub({10, 0x08}));
    server.port.tell_line_state(ComPort::kFramingError | ComPort::kParityError, told);
    EXPECT_EQ(told, sub({106, 0x08}));
    told.clear();
    server.put(sub({11, 0x10}));
    server.port.tell_modem_state(told);
    EXPECT_EQ(told, sub({107, 0x10}));
}

TEST(Telnet, LongAndUnfinishedSubnegotiationsCostNothing) {
    Server server;
    Bytes flood{kIac, kSb, 44, 1};
    flood.resize(100'000, 0x11);
    EXPECT_THAT(server.put(flood), IsEmpty());
    EXPECT_THAT(server.put({kIac, kSe}), IsEmpty()) << "too long to mean anything";
    EXPECT_EQ(server.put(sub({2, 0})), sub({102, 8})) << "and over";
    EXPECT_THAT(server.data, IsEmpty());
}

TEST(Telnet, EscapesData) {
    Bytes out;
    Telnet::escape(Bytes{1, 255, 255, 2}, out);
    EXPECT_EQ(out, (Bytes{1, 255, 255, 255, 255, 2}));
}

// Whatever comes, what comes back is Telnet, and a good command is understood afterwards.
TEST(Telnet, AnyBytesAreSurvived) {
    unsigned random = 4'711;
    for (int i = 0; i < 2'000; ++i) {
        Server server;
        Bytes piece(static_cast<std::size_t>(i % 300));
        for (std::uint8_t& byte : piece) {
            random = random * 1'664'525 + 1'013'904'223;
            const unsigned kind = random >> 24;
            byte = static_cast<std::uint8_t>(kind < 100 ? 240 + kind % 16 : random >> 16);
        }
        server.put(piece);
        server.put({kIac, kSe, kIac, kSe, 0, 0});
        EXPECT_THAT(server.put(sub({5, 7})), testing::Contains(105)) << i;
    }
}

}  // namespace
}  // namespace ports
