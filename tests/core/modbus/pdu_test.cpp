#include "core/modbus/pdu.h"

#include <gtest/gtest.h>

#include <array>
#include <vector>

#include "tests/core/modbus/frames.h"
#include "tests/core/registers/recording_meter.h"

namespace meter::modbus {
namespace {

Bytes answer(RecordingMeter& m, const Bytes& request, bool broadcast = false) {
    std::array<std::uint8_t, kMaxPdu> out{};
    const std::size_t size = execute(m.bank, request, broadcast, out);
    return {out.begin(), out.begin() + static_cast<long>(size)};
}

Bytes multiple(std::uint8_t quantity, std::uint8_t byte_count, std::size_t data) {
    return Bytes{0x10, 0x00, 0x81, 0x00, quantity, byte_count} + Bytes(data, 0);
}

struct Case {
    const char* what;
    Bytes request;
    Bytes answer;
};

// On a default meter: 130 = 40, 131 = 100, 132 = QNAN. Wire addresses 0x81, 0x82, 0x83.
const Case kCases[] = {
    {"read 130..132", {0x03, 0x00, 0x81, 0x00, 0x03}, {0x03, 0x06, 0, 40, 0, 100, 0x80, 0x00}},
    {"the same as input registers",
     {0x04, 0x00, 0x81, 0x00, 0x03},
     {0x04, 0x06, 0, 40, 0, 100, 0x80, 0x00}},
    {"read a float",
     {0x03, 0x01, 0x0A, 0x00, 0x02},
     {0x03, 0x04, 0x3F, 0x80, 0x00, 0x00}},  // 267: PF 1.0
    {"write 131", {0x06, 0x00, 0x82, 0x01, 0x90}, {0x06, 0x00, 0x82, 0x01, 0x90}},
    {"write 130 and 131",
     {0x10, 0x00, 0x81, 0x00, 0x02, 0x04, 0, 31, 0x01, 0x90},
     {0x10, 0x00, 0x81, 0x00, 0x02}},
    // 01 comes first, whatever follows.
    {"unknown function", {0x07}, {0x87, 0x01}},
    {"unknown function with a body", {0x16, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF}, {0x96, 0x01}},
    {"function 0", {0x00, 0x00}, {0x80, 0x01}},
    // 03 before 02: quantity, byte count, length.
    {"quantity 0", {0x03, 0x00, 0x00, 0x00, 0x00}, {0x83, 0x03}},
    {"quantity 126 in a hole", {0x03, 0x30, 0x00, 0x00, 126}, {0x83, 0x03}},
    {"quantity 125 over the end", {0x03, 0xFF, 0xFF, 0x00, 125}, {0x83, 0x02}},
    {"quantity 256 + 1", {0x03, 0x00, 0x00, 0x01, 0x01}, {0x83, 0x03}},
    {"read too short", {0x03, 0x00, 0x00, 0x00}, {0x83, 0x03}},
    {"read too long", {0x04, 0x00, 0x00, 0x00, 0x01, 0x00}, {0x84, 0x03}},
    {"write too short", {0x06, 0x00, 0x82, 0x01}, {0x86, 0x03}},
    {"write too long", {0x06, 0x00, 0x82, 0x01, 0x90, 0x00}, {0x86, 0x03}},
    {"nothing after the code", {0x10}, {0x90, 0x03}},
    {"multiple, quantity 0", multiple(0, 0, 0), {0x90, 0x03}},
    {"multiple, quantity 124", multiple(124, 248, 248), {0x90, 0x03}},
    {"multiple, byte count off", multiple(2, 3, 3), {0x90, 0x03}},
    {"multiple, byte count for two, quantity one",
     {0x10, 0x00, 0x82, 0x00, 0x01, 0x04, 0x01, 0x90, 0x00, 0x00},
     {0x90, 0x03}},
    {"multiple, data short", multiple(2, 4, 3), {0x90, 0x03}},
    {"multiple, data long", multiple(2, 4, 5), {0x90, 0x03}},
    {"multiple, 123 registers over a hole", multiple(123, 246, 246), {0x90, 0x02}},
    // 02 before the values.
    {"read in a hole", {0x03, 0x00, 0x34, 0x00, 0x01}, {0x83, 0x02}},
    {"read over a border", {0x03, 0x00, 0x33, 0x00, 0x02}, {0x83, 0x02}},
    {"write read-only", {0x06, 0x00, 0x86, 0x00, 0x68}, {0x86, 0x02}},
    {"write in a hole", {0x06, 0x40, 0x00, 0x00, 0x00}, {0x86, 0x02}},
    {"write a float", {0x10, 0x01, 0x00, 0x00, 0x02, 0x04, 0, 0, 0, 0}, {0x90, 0x02}},
    {"drivers write to 1 and 2", {0x10, 0x00, 0x00, 0x00, 0x02, 0x04, 0, 1, 0, 2}, {0x90, 0x02}},
    {"bad value", {0x06, 0x00, 0x81, 0x00, 0x0D}, {0x86, 0x03}},
    {"bad value in a block", {0x10, 0x00, 0x81, 0x00, 0x02, 0x04, 0, 31, 0, 4}, {0x90, 0x03}},
    {"rope meters refuse 132", {0x06, 0x00, 0x83, 0x00, 0x01}, {0x86, 0x03}},
    {"an unknown command", {0x06, 0x00, 0x80, 0x41, 0x00}, {0x86, 0x03}},
    {"clear energies", {0x06, 0x00, 0x80, 0x75, 0x7E}, {0x06, 0x00, 0x80, 0x75, 0x7E}},
};

TEST(Pdu, RequestsAndAnswers) {
    for (const Case& c : kCases) {
        RecordingMeter m;
        EXPECT_EQ(answer(m, c.request), c.answer) << c.what;
        if (c.answer[0] >= 0x80) {
            EXPECT_EQ(m.points.config, Config{}) << c.what;
            EXPECT_TRUE(m.commands.empty()) << c.what;
        }
    }
}

TEST(Pdu, LongestRead) {
    RecordingMeter m;
    const Bytes out = answer(m, {0x03, 0x01, 0x00, 0x00, 90});
    ASSERT_EQ(out.size(), 182U);
    EXPECT_EQ(out[1], 180);
}

// meter.md 3.8, the block public drivers ask for (clients.md).
TEST(Pdu, FiftyFourRegistersAtWireAddress256) {
    RecordingMeter m;
    m.points.energies.real = {1'500, 0};              // 1.5 kWh: 257 and its repetition at 259
    m.points.readings.total.real_uw = 2'000'000'000;  // 2 kW: 261
    m.points.readings.frequency_uhz = 60'000'000;     // 307..308
    const Bytes out = answer(m, {0x03, 0x01, 0x00, 0x00, 54});
    ASSERT_EQ(out.size(), 2U + 108U);
    EXPECT_EQ(Bytes(out.begin() + 2, out.begin() + 14),
              (Bytes{0x3F, 0xC0, 0, 0, 0x3F, 0xC0, 0, 0, 0x40, 0x00, 0, 0}));
    EXPECT_EQ(Bytes(out.begin() + 2 + 2 * 48, out.begin() + 2 + 2 * 50), (Bytes{0x7F, 0xC0, 0, 0}));
    EXPECT_EQ(Bytes(out.begin() + 2 + 2 * 50, out.begin() + 2 + 2 * 52), (Bytes{0x42, 0x70, 0, 0}));
}

TEST(Pdu, WholeConfigurationInOneWrite) {
    RecordingMeter m;
    ASSERT_EQ(answer(m, {0x10, 0x00, 0x84, 0x00, 0x02, 0x04, 0x00, 200, 0x05, 0x28}),
              (Bytes{0x10, 0x00, 0x84, 0x00, 0x02}));
    EXPECT_EQ(m.points.config.pt_ratio, 200);
    EXPECT_EQ(m.points.config.system_voltage, 1'320);
}

TEST(Pdu, BroadcastsWriteAndAreSilent) {
    RecordingMeter m;
    EXPECT_EQ(answer(m, {0x06, 0x00, 0x82, 0x01, 0x90}, true), Bytes{});
    EXPECT_EQ(m.points.config.ct_primary, 400);
    EXPECT_EQ(answer(m, {0x10, 0x00, 0x81, 0x00, 0x01, 0x02, 0, 31}, true), Bytes{});
    EXPECT_EQ(m.points.config.system_type, 31);
    for (const Case& c : kCases) EXPECT_EQ(answer(m, c.request, true), Bytes{}) << c.what;
}

TEST(Pdu, AnyBytesAreSurvived) {
    RecordingMeter m;
    unsigned random = 12'345;
    for (int i = 0; i < 20'000; ++i) {
        Bytes request(static_cast<std::size_t>(1 + i % 253));
        for (std::uint8_t& byte : request) {
            random = random * 1'664'525 + 1'013'904'223;
            byte = static_cast<std::uint8_t>(random >> 24);
        }
        if (i % 3 != 0)
            request[0] = functions()[static_cast<std::size_t>(i) % functions().size()].code;
        const Bytes out = answer(m, request);
        ASSERT_GE(out.size(), 2U);
        ASSERT_EQ(out[0] | 0x80, request[0] | 0x80);
    }
}

struct SizeCase {
    Bytes pdu;
    std::size_t size;
};

TEST(Pdu, RequestSizes) {
    const SizeCase cases[] = {
        {{}, 0},
        {{0x03}, 0},
        {{0x03, 0, 0, 0}, 0},
        {{0x03, 0, 0, 0, 1}, 5},
        {{0x06, 0, 0, 0, 1, 9, 9}, 5},
        {{0x10, 0, 0, 0, 1}, 0},
        {{0x10, 0, 0, 0, 1, 2}, 8},
        {{0x10, 0, 0, 0, 1, 246, 1, 2}, 252},
        {{0x11}, 1},
        {{0x11, 0xC0, 0x2C}, 1},
        {{0x2B}, 0},
        {{0x2B, 0x0E, 1}, 0},
        {{0x2B, 0x0E, 1, 0, 0, 0}, 4},
        {{0x2B, 0x0D, 1, 0, 0, 0}, 0},
    };
    for (const SizeCase& c : cases) EXPECT_EQ(request_size(c.pdu), c.size);
}

}  // namespace
}  // namespace meter::modbus
