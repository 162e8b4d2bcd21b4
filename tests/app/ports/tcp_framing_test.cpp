// Requests in a TCP stream, however it is cut: expected bytes by the Modbus/TCP guide and meter.md.
#include "app/ports/tcp_framing.h"

#include <gtest/gtest.h>

#include "tests/app/modbus_frame.h"

namespace ports {
namespace {

using test::Bytes;
using test::with_crc;
using Pdus = std::vector<Bytes>;

// Answers 03 with the two bytes of its address, 06 with an echo, anything else by exception 01;
// of any unit, but for 18, which is nobody.
class EchoDevice final : public Device {
 public:
    void serve(const Request& request, Reply& reply) override {
        const auto pdu = request.pdu;
        requests.emplace_back(pdu.begin(), pdu.end());
        if (request.unit == 18) return;
        Bytes out{static_cast<std::uint8_t>(pdu[0] | 0x80), 1};
        if (pdu[0] == 3) out = {3, 2, pdu[1], pdu[2]};
        if (pdu[0] == 6) out.assign(pdu.begin(), pdu.end());
        frame_answer(request, out, reply.now);
    }

    Pdus requests;
};

struct Stream {
    explicit Stream(Protocol protocol) : framing(make_framing(protocol)) {}

    // The answers to a piece that comes `after` the one before.
    Bytes put(const Bytes& piece, std::chrono::milliseconds after = {}) {
        Reply out;
        sound = framing->take(piece, now += after, client, device, out);
        return out.now;
    }

    EchoDevice device;
    line::Client client{"here", 1};
    std::unique_ptr<TcpFraming> framing;
    TcpFraming::Clock::time_point now = TcpFraming::Clock::now();
    bool sound = true;
};

Bytes operator+(Bytes a, const Bytes& b) {
    a.insert(a.end(), b.begin(), b.end());
    return a;
}

Bytes part(const Bytes& bytes, std::size_t from, std::size_t to) {
    return {bytes.begin() + static_cast<std::ptrdiff_t>(from),
            bytes.begin() + static_cast<std::ptrdiff_t>(to)};
}

struct Case {
    const char* what;
    Bytes in;
    Bytes out;
};

struct Streams {
    Protocol protocol;
    Bytes two_requests;
    Bytes two_answers;
};

Streams mbap_pair() {
    return {Protocol::mbap,
            {0xAB, 0xCD, 0, 0, 0, 6, 17, 3, 1, 2, 0, 1, 0xAB, 0xCE, 0, 0, 0, 6, 0, 6, 3, 4, 5, 6},
            {0xAB, 0xCD, 0, 0, 0, 5, 17, 3, 2, 1, 2, 0xAB, 0xCE, 0, 0, 0, 6, 0, 6, 3, 4, 5, 6}};
}

Streams rtu_pair() {
    return {Protocol::rtu, with_crc({17, 3, 1, 2, 0, 1}) + with_crc({17, 6, 3, 4, 5, 6}),
            with_crc({17, 3, 2, 1, 2}) + with_crc({17, 6, 3, 4, 5, 6})};
}

TEST(TcpFraming, PiecesCutAnywhere) {
    for (const Streams& s : {mbap_pair(), rtu_pair()}) {
        for (std::size_t cut = 0; cut <= s.two_requests.size(); ++cut) {
            Stream stream{s.protocol};
            Bytes out = stream.put(part(s.two_requests, 0, cut));
            out = out + stream.put(part(s.two_requests, cut, s.two_requests.size()));
            ASSERT_EQ(out, s.two_answers) << cut;
        }
        Stream stream{s.protocol};
        Bytes out;
        for (const std::uint8_t byte : s.two_requests) out = out + stream.put({byte});
        EXPECT_EQ(out, s.two_answers) << "byte by byte";
        EXPECT_TRUE(stream.sound);
    }
}

TEST(Mbap, Frames) {
    const Case cases[] = {
        {"a unit", {0, 1, 0, 0, 0, 6, 17, 3, 1, 2, 0, 1}, {0, 1, 0, 0, 0, 5, 17, 3, 2, 1, 2}},
        {"unit 0", {0, 1, 0, 0, 0, 6, 0, 3, 1, 2, 0, 1}, {0, 1, 0, 0, 0, 5, 0, 3, 2, 1, 2}},
        {"unit 255", {9, 8, 0, 0, 0, 6, 255, 3, 1, 2, 0, 1}, {9, 8, 0, 0, 0, 5, 255, 3, 2, 1, 2}},
        {"silence", {0, 1, 0, 0, 0, 6, 18, 3, 1, 2, 0, 1}, {}},
        {"exception", {0, 1, 0, 0, 0, 2, 17, 7}, {0, 1, 0, 0, 0, 3, 17, 0x87, 1}},
        {"another protocol", {0, 1, 0, 1, 0, 6, 17, 3, 1, 2, 0, 1}, {}},
        {"another protocol, then ours",
         {0, 1, 7, 0, 0, 3, 17, 3, 1, 0, 2, 0, 0, 0, 2, 17, 7},
         {0, 2, 0, 0, 0, 3, 17, 0x87, 1}},
    };
    for (const Case& c : cases) {
        Stream stream{Protocol::mbap};
        EXPECT_EQ(stream.put(c.in), c.out) << c.what;
        EXPECT_TRUE(stream.sound) << c.what;
    }
}

TEST(Mbap, LongestFrame) {
    Stream stream{Protocol::mbap};
    const Bytes header{0, 1, 0, 0, 0, 254, 17, 0x41};
    EXPECT_EQ(stream.put(header + Bytes(252, 0)), (Bytes{0, 1, 0, 0, 0, 3, 17, 0xC1, 1}));
    EXPECT_EQ(stream.device.requests.at(0).size(), 253U);
}

TEST(Mbap, LengthsThatMakeNoSense) {
    for (const int length : {0, 1, 255, 256, 65'535}) {
        Stream stream{Protocol::mbap};
        stream.put({0, 1, 0, 0, static_cast<std::uint8_t>(length >> 8),
                    static_cast<std::uint8_t>(length), 17, 3});
        EXPECT_FALSE(stream.sound) << length;
        EXPECT_EQ(stream.device.requests, Pdus{}) << length;
    }
}

const Bytes kRead = with_crc({17, 3, 1, 2, 0, 1});
const Bytes kReadAnswer = with_crc({17, 3, 2, 1, 2});

TEST(RtuStream, Frames) {
    const Case cases[] = {
        {"own address", kRead, kReadAnswer},
        {"another address", with_crc({18, 3, 1, 2, 0, 1}), {}},
        {"another's, then ours", with_crc({18, 3, 1, 2, 0, 1}) + kRead, kReadAnswer},
        {"unknown function, any length", with_crc({17, 0x41, 1, 2, 3}), with_crc({17, 0xC1, 1})},
        {"known function, wrong length", with_crc({17, 3, 1, 2}), with_crc({17, 3, 2, 1, 2})},
        {"wrong CRC", {17, 3, 1, 2, 0, 1, 0, 0}, {}},
        {"too short", with_crc({17}), {}},
        {"too long", Bytes(300, 0x55), {}},
    };
    for (const Case& c : cases) {
        Stream stream{Protocol::rtu};
        EXPECT_EQ(stream.put(c.in), c.out) << c.what;
    }
}

TEST(RtuStream, DropsWhatIsNoFrame) {
    const std::chrono::milliseconds soon{10};
    Stream stream{Protocol::rtu};
    EXPECT_EQ(stream.put({17, 3, 1, 2, 0, 1, 0, 0}), Bytes{});
    EXPECT_EQ(stream.put(kRead, soon), kReadAnswer) << "a frame by itself after noise";
    EXPECT_EQ(stream.put({17, 3, 1}, soon), Bytes{});
    const Bytes first = part(kRead, 0, 4);
    const Bytes second = part(kRead, 4, 8);
    EXPECT_EQ(stream.put(first, kRtuPatience + soon), Bytes{});
    EXPECT_EQ(stream.put(second, soon), kReadAnswer) << "in pieces, long after noise";
    EXPECT_EQ(stream.put(first, soon), Bytes{});
    EXPECT_EQ(stream.put(second, kRtuPatience + soon), Bytes{}) << "its rest came too late";
    EXPECT_EQ(stream.put(Bytes(300, 0x55), kRtuPatience + soon), Bytes{});
    EXPECT_EQ(stream.put(kRead, soon), kReadAnswer) << "after what no frame can be";
}

// Whatever comes: no crash, nothing kept without bound, and a good request is answered afterwards.
TEST(TcpFraming, AnyBytesAreSurvived) {
    for (const Protocol protocol : {Protocol::mbap, Protocol::rtu}) {
        unsigned random = 4'711;
        for (int i = 0; i < 20'000; ++i) {
            Stream stream{protocol};
            Bytes piece(static_cast<std::size_t>(i % 600));
            for (std::uint8_t& byte : piece) {
                random = random * 1'664'525 + 1'013'904'223;
                byte = static_cast<std::uint8_t>(random >> 24);
            }
            if (protocol == Protocol::mbap && piece.size() > 6 && i % 2 == 0)
                piece[2] = piece[3] = piece[4] = 0;
            stream.put(piece);
            if (protocol == Protocol::rtu) {
                ASSERT_EQ(stream.put(kRead, kRtuPatience * 2), kReadAnswer) << i;
            }
        }
    }
}

}  // namespace
}  // namespace ports
