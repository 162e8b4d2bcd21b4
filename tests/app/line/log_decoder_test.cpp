// What every function, answer and accident reads like. Frames are written out from the protocol;
// values from the definition of IEEE 754 and the map (meter.md 3).
#include "app/line/log_decoder.h"

#include <gmock/gmock.h>

#include "app/line/decode_text.h"
#include "tests/app/line/conversation.h"

namespace line {
namespace {

using namespace test;
using test::Frame;

struct Row {
    const char* name;
    Frame request;                    // after address, without CRC
    Frame answer;                     // likewise; empty: none
    const char* asked;                // words of the request
    const char* said;                 // of the answer
    Trouble trouble = Trouble::none;  // of the answer
};

void PrintTo(const Row& row, std::ostream* out) { *out << row.name; }

class EveryFunction : public testing::TestWithParam<Row> {
 protected:
    static void expect(const Conversation& talk) {
        EXPECT_EQ(describe(talk.records[0]), GetParam().asked);
        EXPECT_EQ(talk.records[0].decoded.trouble, Trouble::none);
        if (GetParam().answer.empty()) return;
        EXPECT_EQ(describe(talk.records[1]), GetParam().said);
        EXPECT_EQ(talk.records[1].decoded.trouble, GetParam().trouble);
        EXPECT_EQ(talk.records[1].decoded.request, 1U);
        EXPECT_EQ(talk.records[1].decoded.round_trip, meter::Ticks{50});
    }
};

TEST_P(EveryFunction, Rtu) {
    Conversation talk;
    talk.ask(rtu(Frame{7} + GetParam().request));
    if (!GetParam().answer.empty()) talk.answer(rtu(Frame{7} + GetParam().answer));
    expect(talk);
}

TEST_P(EveryFunction, Mbap) {
    Conversation talk({"127.0.0.1:1502", 2}, Framing::mbap);
    talk.ask(mbap(9, Frame{7} + GetParam().request));
    if (!GetParam().answer.empty()) talk.answer(mbap(9, Frame{7} + GetParam().answer));
    expect(talk);
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Functions, EveryFunction, testing::Values(
    Row{"03_float", {3, 1, 4, 0, 2}, {3, 4, 0x42, 0xAC, 0xB8, 0x36}, "read f_kw_total (261-262)", "f_kw_total 86.35979 kW"},
    Row{"04_float", {4, 1, 4, 0, 2}, {4, 4, 0x7F, 0xC0, 0, 0}, "read f_kw_total (261-262)", "f_kw_total not valid"},
    Row{"03_fixed_scale", {3, 0, 25, 0, 1}, {3, 2, 0x17, 0x6E}, "read frequency (26)", "frequency 59.98 Hz"},
    Row{"03_scale_unknown", {3, 0, 2, 0, 2}, {3, 4, 0x03, 0x5F, 0x80, 0}, "read kw_total, kvar_total (3-4)", "kw_total 863 x 10^W kW; kvar_total not valid"},
    Row{"03_long", {3, 0, 42, 0, 2}, {3, 4, 0, 1, 0, 2}, "read pulse_counter_1 (43-44)", "pulse_counter_1 65538 pulses"},
    Row{"03_high_half", {3, 1, 4, 0, 1}, {3, 2, 0x42, 0xAC}, "read f_kw_total (high word) (261)", "f_kw_total (high word) 0x42AC"},
    Row{"03_low_half", {3, 1, 5, 0, 1}, {3, 2, 0xB8, 0x36}, "read f_kw_total (low word) (262)", "f_kw_total (low word) 0xB836"},
    Row{"03_many", {3, 0, 129, 0, 5}, {3, 10, 0, 40, 1, 0x90, 0x80, 0, 0, 100, 1, 0xE0}, "read 5 points from system_type to system_voltage (130-134)",
        "system_type 40; ct_primary 400 A; ct_secondary not valid; pt_ratio 1 x0.01; system_voltage 480 V"},
    Row{"03_hole", {3, 0, 52, 0, 1}, {0x83, 2}, "read register 53 (none) (53)", "exception 02 illegal data address", Trouble::exception},
    Row{"06", {6, 0, 130, 1, 0x90}, {6, 0, 130, 1, 0x90}, "write ct_primary = 400 A (131)", "written ct_primary"},
    Row{"06_refused", {6, 0, 0, 0, 1}, {0x86, 2}, "write real_energy_kwh (high word) = 0x0001 (1)", "exception 02 illegal data address", Trouble::exception},
    Row{"10", {16, 0, 132, 0, 2, 4, 0, 200, 2, 0x58}, {16, 0, 132, 0, 2}, "write pt_ratio = 2 x0.01; system_voltage = 600 V (133-134)", "written pt_ratio, system_voltage"},
    Row{"11", {17}, {17, 4, 0xF7, 0xFF, 'O', 'K'}, "report server id", "id F7, on, \"OK\""},
    Row{"11_reset", {17}, {17, 3, 0xF7, 0, 'R'}, "report server id", "id F7, off, \"R\""},
    Row{"2B", {0x2B, 0x0E, 1, 0}, {0x2B, 0x0E, 1, 1, 0, 0, 2, 0, 2, 'L', 'e', 1, 1, '4'}, "read device identification, basic, from VendorName", "VendorName \"Le\"; ProductCode \"4\""},
    Row{"2B_refused", {0x2B, 0x0E, 5, 0}, {0xAB, 3}, "read device identification, unknown code, from VendorName", "exception 03 illegal data value", Trouble::exception},
    Row{"01", {1, 0, 0, 0, 1}, {0x81, 1}, "read coils", "exception 01 illegal function", Trouble::exception},
    Row{"63", {99, 1}, {0xE3, 1}, "function 63", "exception 01 illegal function", Trouble::exception},
    Row{"busy", {3, 1, 4, 0, 2}, {0x83, 6}, "read f_kw_total (261-262)", "exception 06 server device busy", Trouble::exception},
    Row{"too_few", {3, 1, 4, 0, 2}, {3, 2, 0x42, 0xAC}, "read f_kw_total (261-262)", "", Trouble::mismatch},
    Row{"other_function", {3, 1, 4, 0, 2}, {4, 4, 0x42, 0xAC, 0xB8, 0x36}, "read f_kw_total (261-262)", "", Trouble::mismatch}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

const Frame kAsk = rtu({7, 3, 1, 4, 0, 2});
const Frame kSaid = rtu({7, 3, 4, 0x42, 0xAC, 0xB8, 0x36});

Frame damaged(Frame frame, std::size_t at) {
    frame[at] ^= 0x01;
    return frame;
}

std::string trouble_after(const Frame& answer) {
    Conversation talk;
    talk.ask(kAsk).answer(answer);
    return trouble_text(talk.records[1]);
}

TEST(Accidents, AreToldInWords) {
    const Frame bad = damaged(kSaid, 8);
    char expected[64];
    std::snprintf(expected, sizeof expected, "bad CRC: expected %02X%02X, found %02X%02X", kSaid[8],
                  kSaid[7], bad[8], bad[7]);
    EXPECT_EQ(trouble_after(kSaid), "");
    EXPECT_EQ(trouble_after(bad), expected);
    EXPECT_EQ(trouble_after(cut(kSaid, 0, 5)), "truncated: 5 of 9 bytes");
    EXPECT_EQ(trouble_after(cut(kSaid, 0, 1)), "truncated: 1 of 9 bytes");
    EXPECT_EQ(trouble_after(Frame{0x55, 0xAA} + kSaid), "2 bytes of junk around the answer");
    EXPECT_EQ(trouble_after(kSaid + Frame{1, 2, 3}), "3 bytes of junk around the answer");
    EXPECT_EQ(trouble_after(kAsk), "echo of the request");
    EXPECT_EQ(trouble_after(rtu({8, 3, 4, 0x42, 0xAC, 0xB8, 0x36})),
              "wrong address: 7 was asked, 8 answers");
    EXPECT_EQ(trouble_after(rtu({7, 3, 2, 0, 0})), "does not fit the request");
}

TEST(Accidents, Collision) {
    Conversation talk;
    talk.ask(kAsk).collide(kSaid);
    EXPECT_EQ(trouble_text(talk.records[1]), "collision: two senders at once");
    EXPECT_EQ(describe(talk.records[1]), "");
}

TEST(Accidents, AnswersThatNobodyWaitsFor) {
    Conversation talk;
    talk.answer(kSaid).ask(kAsk).answer(kSaid).answer(kSaid);
    EXPECT_EQ(talk.records[0].decoded.trouble, Trouble::unexpected);
    EXPECT_EQ(talk.records[2].decoded.trouble, Trouble::none);
    EXPECT_EQ(talk.records[3].decoded.trouble, Trouble::unexpected);
}

TEST(Accidents, UnansweredRequestsAndRetries) {
    Conversation talk;
    const Frame other = rtu({7, 3, 1, 6, 0, 2});
    talk.ask(kAsk).ask(kAsk).ask(other).answer(rtu({7, 3, 4, 0, 0, 0, 0})).ask(kAsk);
    EXPECT_EQ(trouble_text(talk.records[1]), "request 1 got no answer; this is a retry");
    EXPECT_EQ(trouble_text(talk.records[2]), "request 2 got no answer");
    EXPECT_EQ(trouble_text(talk.records[4]), "");
}

TEST(Accidents, BroadcastsWaitForNothing) {
    Conversation talk;
    talk.ask(rtu({0, 6, 0, 130, 1, 0x90})).ask(kAsk);
    EXPECT_EQ(describe(talk.records[0]), "broadcast: write ct_primary = 400 A (131)");
    EXPECT_EQ(talk.records[1].decoded.trouble, Trouble::none);
}

// A language with another order of words, of which only some texts are known.
std::string other_way_round(const char* context, const char* text) {
    const std::string key = std::string{context} + ": " + text;
    if (key == "Log: read {} ({})") return "{1}, {0}: lesen";
    if (key == "Log: broadcast: {}") return "an alle: {}";
    if (key == "Registers: kVAR") return "kvar";
    if (key == "Modbus: illegal data address") return "keine solche Adresse";
    return text;
}

TEST(Words, InTheLanguageOfTheReader) {
    Conversation talk;
    talk.ask(rtu({0, 3, 0, 3, 0, 1})).ask(rtu({7, 6, 0, 130, 1, 0x90}));
    EXPECT_EQ(describe(talk.records[0], other_way_round), "an alle: 4, kvar_total: lesen");
    EXPECT_EQ(describe(talk.records[1], other_way_round), "write ct_primary = 400 A (131)");
    Conversation refused;
    refused.ask(kAsk).answer(rtu({7, 0x83, 2}));
    EXPECT_EQ(trouble_text(refused.records[1], other_way_round),
              "exception 02 keine solche Adresse");
    Conversation answered;
    answered.ask(rtu({7, 3, 0, 3, 0, 1})).answer(rtu({7, 3, 2, 0, 12}));
    EXPECT_EQ(describe(answered.records[1], other_way_round), "kvar_total 12 x 10^W kvar");
}

TEST(Accidents, AnotherSlaveAnswersOnTheSameLine) {
    Conversation talk;
    talk.ask(rtu({9, 3, 1, 4, 0, 2}))
        .ask(rtu({9, 3, 4, 0x42, 0xAC, 0xB8, 0x36}))
        .ask(kAsk)
        .answer(kSaid);
    EXPECT_TRUE(talk.records[1].decoded.foreign);
    EXPECT_FALSE(talk.records[1].is_request());
    EXPECT_EQ(describe(talk.records[1]), "another slave's answer: f_kw_total 86.35979 kW");
    EXPECT_EQ(talk.records[1].decoded.request, 1U);
    EXPECT_EQ(talk.records[2].decoded.trouble, Trouble::none);
    EXPECT_EQ(talk.records[3].decoded.trouble, Trouble::none);
}

TEST(Pairing, ModbusTcpByTransaction) {
    Conversation talk({"127.0.0.1:1502", 1}, Framing::mbap);
    talk.ask(mbap(1, {7, 3, 1, 4, 0, 2})).ask(mbap(2, {7, 3, 0, 25, 0, 1}));
    talk.answer(mbap(2, {7, 3, 2, 0x17, 0x70})).answer(mbap(1, {7, 3, 4, 0, 0, 0, 0}));
    talk.answer(mbap(3, {7, 3, 2, 0, 0}));
    EXPECT_EQ(talk.records[2].decoded.request, 2U);
    EXPECT_EQ(describe(talk.records[2]), "frequency 60 Hz");
    EXPECT_EQ(talk.records[3].decoded.request, 1U);
    EXPECT_EQ(talk.records[4].decoded.trouble, Trouble::mismatch);
    EXPECT_EQ(talk.records[1].decoded.trouble, Trouble::none);
}

TEST(Pairing, ClientsDoNotMix) {
    Conversation talk;
    talk.by({"127.0.0.1:1502", 1}, Framing::mbap).ask(mbap(1, {7, 3, 1, 4, 0, 2}));
    talk.by({"127.0.0.1:1502", 2}, Framing::mbap).ask(mbap(1, {7, 3, 0, 25, 0, 1}));
    talk.answer(mbap(1, {7, 3, 2, 0x17, 0x70}));
    talk.by({"127.0.0.1:1502", 1}, Framing::mbap).answer(mbap(1, {7, 3, 4, 0, 0, 0, 0}));
    EXPECT_EQ(talk.records[2].decoded.request, 2U);
    EXPECT_EQ(talk.records[3].decoded.request, 1U);
}

// Scales 138..141 as the client has read them: I 10^-2, V 10^-1, W 10^-2, E 10^-3.
TEST(Scales, AreLearntFromTheTrafficAndForgottenWithTheSettings) {
    Conversation talk;
    const Frame ask = rtu({7, 3, 0, 2, 0, 1});
    const Frame said = rtu({7, 3, 2, 0x21, 0xB7});  // 8631
    talk.ask(ask).answer(said);
    talk.ask(rtu({7, 3, 0, 137, 0, 4}));
    talk.answer(rtu({7, 3, 8, 0xFF, 0xFE, 0xFF, 0xFF, 0xFF, 0xFE, 0xFF, 0xFD}));
    talk.ask(ask).answer(said);
    talk.ask(rtu({7, 6, 0, 130, 1, 0x90})).answer(rtu({7, 6, 0, 130, 1, 0x90}));
    talk.ask(ask).answer(said);
    EXPECT_EQ(describe(talk.records[1]), "kw_total 8631 x 10^W kW");
    EXPECT_EQ(describe(talk.records[5]), "kw_total 86.31 kW");
    EXPECT_EQ(describe(talk.records[9]), "kw_total 8631 x 10^W kW");
}

TEST(Scales, AreTakenFromWhoKnowsThem) {
    LogDecoder decoder([](std::uint8_t address) -> std::optional<meter::Derived> {
        if (address != 7) return std::nullopt;
        return meter::Derived{.scale_i = 0, .scale_v = 0, .scale_w = 1, .scale_e = 0};
    });
    decoder.decode(traffic_of(Direction::request, Framing::rtu, rtu({7, 3, 0, 2, 0, 1})));
    const Record said =
        decoder.decode(traffic_of(Direction::answer, Framing::rtu, rtu({7, 3, 2, 0, 12})));
    EXPECT_EQ(describe(said), "kw_total 120 kW");
}

// Any bytes at all, in any order: no crash, and every record can be told.
TEST(Decoder, TakesAnything) {
    std::uint64_t noise = 1;
    const auto random = [&noise] {
        noise = noise * 6364136223846793005U + 1442695040888963407U;
        return static_cast<std::uint8_t>(noise >> 56);
    };
    LogDecoder decoder;
    for (int i = 0; i < 20'000; ++i) {
        Frame bytes(random() % 20);
        for (std::uint8_t& byte : bytes) byte = random() % 4 == 0 ? random() : random() % 20;
        const Framing framing = random() % 2 == 0 ? Framing::rtu : Framing::mbap;
        if (framing == Framing::rtu && random() % 2 == 0) bytes = rtu(bytes);
        if (framing == Framing::mbap && random() % 2 == 0) bytes = mbap(random() % 4, bytes);
        Traffic traffic = traffic_of(random() % 2 == 0 ? Direction::request : Direction::answer,
                                     framing, bytes, {"x", random() % 3U}, i);
        traffic.collided = random() % 50 == 0;
        const Record record = decoder.decode(std::move(traffic));
        EXPECT_EQ(record.is_error(), !trouble_text(record).empty());
        (void)describe(record);
    }
}

}  // namespace
}  // namespace line
