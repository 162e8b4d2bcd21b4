// What is written is read back the same; somebody else's capture is cut into frames; nothing that a
// file says is believed. tests/e2e/line_log_test.py has tshark judge the files.
#include "app/line/log_pcapng.h"

#include <gmock/gmock.h>

#include <sstream>

#include "app/line/log_pcapng_reader.h"
#include "tests/app/line/conversation.h"

namespace line {
namespace {

using namespace test;
using test::Frame;

Conversation every_kind() {
    Conversation talk;
    const Frame ask = rtu({7, 3, 1, 4, 0, 2});
    talk.at(1).ask(ask).answer(rtu({7, 3, 4, 0x42, 0xAC, 0xB8, 0x36}));
    talk.at(2).ask(ask).answer({7, 3, 4}).ask(ask).answer(rtu({7, 0x83, 4})).ask(ask).collide(ask);
    talk.ask(rtu({9, 3, 1, 4, 0, 2})).ask(rtu({9, 3, 4, 0, 0, 0, 0})).ask({1}).ask({});
    for (const std::uint32_t client : {1U, 2U, 70'000U}) {
        talk.by({"127.0.0.1:1502", client}, Framing::mbap);
        talk.ask(mbap(1, {7, 17})).answer(mbap(1, {7, 17, 4, 0xF7, 0xFF, 'O', 'K'}));
    }
    talk.at(100'000).by({"other", 0}).ask(ask);
    return talk;
}

std::string written(const Conversation& talk, std::int64_t unix_start = 0) {
    std::ostringstream out;
    PcapngWriter writer(out, unix_start);
    for (const Record& record : talk.records) writer.add(record);
    return out.str();
}

std::vector<Traffic> read_back(const std::string& file) {
    std::vector<Traffic> heard;
    std::istringstream in(file);
    read_pcapng(in, "f.pcapng", [&](const Traffic& t) { heard.push_back(t); });
    return heard;
}

bool same(const Traffic& a, const Traffic& b) {
    return a.begin == b.begin && a.end == b.end && a.client == b.client &&
           a.direction == b.direction && a.framing == b.framing && a.bytes == b.bytes &&
           a.collided == b.collided;
}

TEST(Pcapng, ReadsBackWhatItWrites) {
    const Conversation talk = every_kind();
    for (const std::int64_t start : {std::int64_t{0}, std::int64_t{1'790'000'000}}) {
        const std::vector<Traffic> heard = read_back(written(talk, start));
        ASSERT_EQ(heard.size(), talk.traffic.size());
        for (std::size_t i = 0; i < heard.size(); ++i)
            EXPECT_TRUE(same(heard[i], talk.traffic[i])) << i;
    }
}

TEST(Pcapng, FilesThatEndEarlyGiveWhatIsBefore) {
    const std::string file = written(every_kind());
    const std::size_t all = read_back(file).size();
    std::vector<Traffic> heard;
    std::istringstream in(file.substr(0, file.size() - 5));
    try {
        read_pcapng(in, "f.pcapng", [&](const Traffic& t) { heard.push_back(t); });
        ADD_FAILURE();
    } catch (const CaptureError& error) {
        EXPECT_THAT(error.what(), testing::StartsWith("f.pcapng: byte "));
        EXPECT_THAT(error.what(), testing::HasSubstr("the file ends inside a block"));
    }
    EXPECT_EQ(heard.size(), all - 1);
}

TEST(Pcapng, OtherFilesAreRefused) {
    for (const char* text : {"", "nonsense, but long enough", "short"}) {
        std::istringstream in{std::string(text)};
        EXPECT_THROW(read_pcapng(in, "f", [](const Traffic&) {}), CaptureError) << text;
    }
}

TEST(Pcapng, DamageIsSurvived) {
    const std::string file = written(every_kind());
    std::uint64_t noise = 7;
    for (int i = 0; i < 500; ++i) {
        std::string damaged = file;
        for (int k = 0; k < 3; ++k) {
            noise = noise * 6364136223846793005U + 1442695040888963407U;
            damaged[(noise >> 20) % damaged.size()] = static_cast<char>(noise >> 56);
        }
        std::istringstream in(damaged);
        try {
            read_pcapng(in, "f", [](const Traffic&) {});
        } catch (const CaptureError&) {
        }
    }
}

// ---- somebody else's capture: big-endian, microseconds, no comments
// -------------------------------

void be(std::string& out, std::uint64_t value, int size) {
    for (int i = size; i-- > 0;) out += static_cast<char>(value >> (8 * i) & 0xFF);
}

std::string block(std::uint32_t type, std::string body) {
    body.resize((body.size() + 3) / 4 * 4);
    std::string out;
    be(out, type, 4);
    be(out, body.size() + 12, 4);
    out += body;
    be(out, body.size() + 12, 4);
    return out;
}

std::string packet_block(std::uint64_t us, const std::vector<std::uint8_t>& packet) {
    std::string body;
    be(body, 0, 4);
    be(body, us >> 32, 4);
    be(body, us & 0xFFFF'FFFF, 4);
    be(body, packet.size(), 4);
    be(body, packet.size(), 4);
    body.append(packet.begin(), packet.end());
    return block(6, body);
}

TEST(Pcapng, CutsTheStreamsOfAForeignCapture) {
    std::string section;
    be(section, 0x1A2B'3C4D, 4);
    be(section, 0x0001'0000, 4);
    be(section, ~std::uint64_t{0}, 8);
    std::string interface;
    be(interface, 1, 2);
    be(interface, 0, 6);
    const Endpoint server{0xC000'0207, 502};
    const Endpoint client{0xC000'0209, 40'000};
    const Frame one = mbap(1, {7, 3, 1, 4, 0, 2});
    const Frame two = mbap(2, {7, 3, 0, 25, 0, 1});
    const Frame said = mbap(1, {7, 3, 4, 0x42, 0xAC, 0xB8, 0x36});
    PacketBuilder network;
    const auto glued = network.build(client, server, Framing::mbap, one + two);
    const auto first = network.build(server, client, Framing::mbap, cut(said, 0, 5));
    const auto second = network.build(server, client, Framing::mbap, cut(said, 5, said.size()));
    const std::uint64_t start = 1'700'000'000'000'000;
    const std::string file = block(0x0A0D'0D0A, section) + block(1, interface) +
                             packet_block(start, glued) + packet_block(start, glued) +
                             packet_block(start + 500'000, first) +
                             packet_block(start + 1'000'000, second);
    const std::vector<Traffic> heard = read_back(file);
    ASSERT_EQ(heard.size(), 3U);
    EXPECT_EQ(heard[0].bytes, one);
    EXPECT_EQ(heard[1].bytes, two);
    EXPECT_EQ(heard[2].bytes, said);
    EXPECT_EQ(heard[0].client, (Client{"192.0.2.7:502", 1}));
    EXPECT_EQ(heard[2].client, (Client{"192.0.2.7:502", 1}));
    EXPECT_EQ(heard[0].direction, Direction::request);
    EXPECT_EQ(heard[2].direction, Direction::answer);
    EXPECT_EQ(heard[0].begin.ticks, 0);
    EXPECT_EQ(heard[2].begin.ticks, 32'768);
}

}  // namespace
}  // namespace line
