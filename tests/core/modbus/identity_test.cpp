// Functions 11 and 2B/0E against the strings of meter.md 1.4 and the rules of metrology.md 4.2.
#include "core/modbus/identity.h"

#include <gtest/gtest.h>

#include <array>
#include <string_view>

#include "tests/core/modbus/frames.h"
#include "tests/core/registers/recording_meter.h"

namespace meter::modbus {
namespace {

Bytes answer(RecordingMeter& m, const Bytes& request) {
    std::array<std::uint8_t, kMaxPdu> out{};
    const std::size_t size = execute(m.bank, request, false, out);
    return {out.begin(), out.begin() + static_cast<long>(size)};
}

Bytes object(std::uint8_t id, std::string_view value) {
    return Bytes{id, static_cast<std::uint8_t>(value.size())} + text(value);
}

const Bytes kVendor = object(0, "Leviton");
const Bytes kProduct = object(1, "Series 4000");
const Bytes kRevision = object(2, "V1.037");
const Bytes kAll = kVendor + kProduct + kRevision;

TEST(Identity, OperatingSystem) {
    RecordingMeter m;
    const Bytes out = answer(m, {0x11});
    EXPECT_EQ(out, (Bytes{0x11, 48, 0xF7, 0xFF}) +
                       text("Leviton Series 4000R Power Meter Full Data Set"));
    EXPECT_EQ(out.size(), 4U + 46U);
}

TEST(Identity, ResetSystem) {
    RecordingMeter m;
    m.points.reset_system = true;
    m.points.rs_version = 2'007;
    const Bytes name =
        text("Leviton Series 4000R Power Meter - RESET SYSTEM RUNNING RS Version 2.007");
    ASSERT_EQ(name.size(), 72U);
    EXPECT_EQ(answer(m, {0x11}), (Bytes{0x11, 74, 0xF7, 0x00}) + name);
}

struct Case {
    const char* what;
    Bytes request;
    Bytes answer;
};

const Case kCases[] = {
    {"basic", {0x2B, 0x0E, 1, 0}, Bytes{0x2B, 0x0E, 1, 1, 0, 0, 3} + kAll},
    {"basic from 1", {0x2B, 0x0E, 1, 1}, Bytes{0x2B, 0x0E, 1, 1, 0, 0, 2} + kProduct + kRevision},
    {"basic from 2", {0x2B, 0x0E, 1, 2}, Bytes{0x2B, 0x0E, 1, 1, 0, 0, 1} + kRevision},
    {"basic from an unknown id", {0x2B, 0x0E, 1, 3}, Bytes{0x2B, 0x0E, 1, 1, 0, 0, 3} + kAll},
    {"basic from the last id", {0x2B, 0x0E, 1, 255}, Bytes{0x2B, 0x0E, 1, 1, 0, 0, 3} + kAll},
    {"regular is more than it has", {0x2B, 0x0E, 2, 0}, Bytes{0x2B, 0x0E, 2, 1, 0, 0, 3} + kAll},
    {"extended too", {0x2B, 0x0E, 3, 0x80}, Bytes{0x2B, 0x0E, 3, 1, 0, 0, 3} + kAll},
    {"one object", {0x2B, 0x0E, 4, 0}, Bytes{0x2B, 0x0E, 4, 1, 0, 0, 1} + kVendor},
    {"another one", {0x2B, 0x0E, 4, 2}, Bytes{0x2B, 0x0E, 4, 1, 0, 0, 1} + kRevision},
    {"an object it has not", {0x2B, 0x0E, 4, 3}, {0xAB, 0x02}},
    {"code 0", {0x2B, 0x0E, 0, 0}, {0xAB, 0x03}},
    {"code 5", {0x2B, 0x0E, 5, 0}, {0xAB, 0x03}},
    {"code 5, unknown object", {0x2B, 0x0E, 5, 9}, {0xAB, 0x03}},
    {"another MEI", {0x2B, 0x0D, 1, 0}, {0xAB, 0x01}},
    {"another MEI, any length", {0x2B, 0x0D, 1, 0, 7, 7, 7}, {0xAB, 0x01}},
    {"no MEI", {0x2B}, {0xAB, 0x03}},
    {"too short", {0x2B, 0x0E, 1}, {0xAB, 0x03}},
    {"too long", {0x2B, 0x0E, 1, 0, 0}, {0xAB, 0x03}},
    {"report id, too long", {0x11, 0x00}, {0x91, 0x03}},
};

TEST(Identity, DeviceIdentification) {
    for (const Case& c : kCases) {
        RecordingMeter m;
        EXPECT_EQ(answer(m, c.request), c.answer) << c.what;
    }
}

struct Version {
    std::uint16_t register_7001;
    const char* text;
};

TEST(Identity, RevisionIsRegister7001) {
    for (const Version& v : {Version{12'345, "V12.345"},
                             {1'037, "V1.037"},
                             {10'000, "V10.000"},
                             {999, "V0.999"},
                             {0, "V0.000"},
                             {65'535, "V65.535"}}) {
        RecordingMeter m;
        m.points.os_version = v.register_7001;
        EXPECT_EQ(answer(m, {0x2B, 0x0E, 4, 2}),
                  (Bytes{0x2B, 0x0E, 4, 1, 0, 0, 1}) + object(2, v.text));
    }
}

// Inferred: no guide tells what else the reset system answers.
TEST(Identity, ResetSystemAnswersNothingElse) {
    const Case cases[] = {
        {"identification", {0x2B, 0x0E, 4, 0}, Bytes{0x2B, 0x0E, 4, 1, 0, 0, 1} + kVendor},
        {"read", {0x03, 0x00, 0x81, 0x00, 0x01}, {0x83, 0x04}},
        {"read in a hole", {0x04, 0x00, 0x34, 0x00, 0x01}, {0x84, 0x04}},
        {"write", {0x06, 0x00, 0x82, 0x01, 0x90}, {0x86, 0x04}},
        {"write many", {0x10, 0x00, 0x82, 0x00, 0x01, 0x02, 0x01, 0x90}, {0x90, 0x04}},
        {"read too short", {0x03, 0x00, 0x00, 0x00}, {0x83, 0x03}},
        {"unknown function", {0x07}, {0x87, 0x01}},
    };
    for (const Case& c : cases) {
        RecordingMeter m;
        m.points.reset_system = true;
        EXPECT_EQ(answer(m, c.request), c.answer) << c.what;
        EXPECT_EQ(m.applied, 0) << c.what;
    }
}

}  // namespace
}  // namespace meter::modbus
