// Answers of functions 11 and 2B/0E, whole and cut short.
#include "app/poll/identity.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polling {
namespace {

std::vector<std::uint8_t> bytes(const std::string& hex) {
    std::vector<std::uint8_t> out;
    for (std::size_t i = 0; i < hex.size(); i += 3)
        out.push_back(static_cast<std::uint8_t>(std::stoi(hex.substr(i, 2), nullptr, 16)));
    return out;
}

TEST(Identity, ReportId) {
    EXPECT_EQ(parse_report_id(bytes("F7 FF 41 42")), (ReportId{0xF7, true, "AB"}));
    EXPECT_EQ(parse_report_id(bytes("F7 00 41 00")), (ReportId{0xF7, false, "A\\x00"}));
    EXPECT_FALSE(parse_report_id(bytes("F7")));
}

TEST(Identity, DeviceIdentification) {
    const auto pdu = bytes("2B 0E 01 01 00 00 02 00 03 41 42 43 02 01 56");
    EXPECT_EQ(identification_length(pdu), pdu.size());
    EXPECT_EQ(parse_identification(pdu), (DeviceIdentification{1, {{0, "ABC"}, {2, "V"}}}));
    for (std::size_t cut = 0; cut < pdu.size(); ++cut) {
        const auto part = std::span(pdu).first(cut);
        EXPECT_FALSE(parse_identification(part)) << cut;
        EXPECT_NE(identification_length(part), cut) << cut;
    }
    EXPECT_EQ(identification_length(bytes("AB 01")), 2U);
    EXPECT_FALSE(parse_identification(bytes("AB 01")));
    EXPECT_EQ(object_name(0), "VendorName");
    EXPECT_EQ(object_name(0x80), "object 80");
}

}  // namespace
}  // namespace polling
