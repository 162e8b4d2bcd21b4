// Whom a request through a gateway reaches, and what it is told. Expected: the Modbus/TCP guide,
// exception codes by metrology.md 4.2.
#include "app/bench/gateway.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/line/bus.h"
#include "tests/app/modbus_frame.h"

namespace bench {
namespace {

using line::Framing;
using ::test::Bytes;
using ::test::with_crc;
using testing::IsEmpty;

struct Heard final : line::Tap {
    void heard(const line::Traffic& one) override { traffic.push_back(one); }
    std::vector<line::Traffic> traffic;
};

class Meters {
 public:
    explicit Meters(std::initializer_list<std::uint8_t> addresses) {
        for (const std::uint8_t address : addresses) {
            rigs.push_back(std::make_unique<Rig>(signals::Scenario{}));
            meter::Config config = rigs.back()->meter().points().config;
            config.line.address = address;
            EXPECT_EQ(rigs.back()->configure(config), meter::ConfigError::none);
        }
        line.emplace(io, rigs);
        gateway.emplace(rigs, *line);
    }
    // What comes back to Modbus/TCP: unit and PDU.
    Bytes mbap(std::uint8_t unit, const Bytes& pdu) {
        Bytes frame{0, 7, 0, 0, 0, static_cast<std::uint8_t>(pdu.size() + 1), unit};
        frame.insert(frame.end(), pdu.begin(), pdu.end());
        Bytes back = serve({client, Framing::mbap, unit, frame, std::span(frame).subspan(7)});
        if (back.size() > 6) back.erase(back.begin(), back.begin() + 6);
        return back;
    }
    Bytes rtu(const Bytes& frame) {
        return serve(
            {client, Framing::rtu, frame[0], frame, std::span(frame).subspan(1, frame.size() - 3)});
    }
    Bytes serve(const ports::Request& request) {
        reply = {};
        gateway->serve(request, reply);
        return reply.now;
    }

    asio::io_context io;
    std::vector<std::unique_ptr<Rig>> rigs;
    std::optional<LineServer> line;
    std::optional<Gateway> gateway;
    line::Client client{"here:1502", 3};
    ports::Reply reply;
};

const Bytes kReadType{3, 0x00, 0x81, 0x00, 0x01};
const Bytes kWriteCt{6, 0x00, 0x82, 0x01, 0xF4};  // 500 A

Bytes type_of(std::uint8_t unit) { return {unit, 3, 2, 0, 40}; }
Bytes nobody(std::uint8_t unit) { return {unit, 0x83, 0x0B}; }

TEST(Gateway, OneMeterIsTheDeviceItself) {
    Meters one{17};
    for (const std::uint8_t unit : Bytes{0, 17, 255})
        EXPECT_EQ(one.mbap(unit, kReadType), type_of(unit));
    for (const std::uint8_t unit : Bytes{1, 16, 18, 247, 248})
        EXPECT_EQ(one.mbap(unit, kReadType), nobody(unit)) << +unit;
}

TEST(Gateway, UnitsNameTheMetersOfABus) {
    Meters bus{1, 17, 247};
    bus.mbap(17, kWriteCt);
    EXPECT_EQ(bus.rigs[0]->meter().points().config.ct_primary, 400);
    EXPECT_EQ(bus.rigs[1]->meter().points().config.ct_primary, 500);
    for (const std::uint8_t unit : Bytes{1, 17, 247})
        EXPECT_EQ(bus.mbap(unit, kReadType), type_of(unit));
    for (const std::uint8_t unit : Bytes{0, 255, 2, 248})
        EXPECT_EQ(bus.mbap(unit, kReadType), nobody(unit)) << +unit;
}

TEST(Gateway, RtuOverTcpIsAsTheLine) {
    Meters bus{1, 17};
    EXPECT_EQ(bus.rtu(with_crc({17, 3, 0, 0x81, 0, 1})), with_crc({17, 3, 2, 0, 40}));
    EXPECT_THAT(bus.rtu(with_crc({18, 3, 0, 0x81, 0, 1})), IsEmpty());
    EXPECT_THAT(bus.rtu(with_crc({0, 6, 0, 0x82, 0x01, 0xF4})), IsEmpty());
    for (const auto& rig : bus.rigs) EXPECT_EQ(rig->meter().points().config.ct_primary, 500);
    EXPECT_THAT(bus.rtu(with_crc({255, 3, 0, 0x81, 0, 1})), IsEmpty());
}

TEST(Gateway, TwoWithOneAddressSpoilEachOther) {
    Meters bus{5, 5};
    EXPECT_EQ(bus.mbap(5, kReadType), nobody(5));
    EXPECT_THAT(bus.rtu(with_crc({5, 3, 0, 0x81, 0, 1})), IsEmpty());
    bus.mbap(5, kWriteCt);
    for (const auto& rig : bus.rigs)
        EXPECT_EQ(rig->meter().points().config.ct_primary, 500) << "both have executed it";
}

TEST(Gateway, DeadMeter) {
    Meters one{1};
    one.rigs[0]->cut_power();
    EXPECT_EQ(one.mbap(1, kReadType), nobody(1));
    EXPECT_THAT(one.rtu(with_crc({1, 3, 0, 0x81, 0, 1})), IsEmpty());
    one.rigs[0]->control_power(true);
    EXPECT_EQ(one.mbap(1, kReadType), type_of(1));
}

TEST(Gateway, TellsTheTaps) {
    Meters bus{1, 17};
    const auto tap = std::make_shared<Heard>();
    bus.gateway->add_tap(tap);
    bus.mbap(17, kReadType);
    ASSERT_EQ(tap->traffic.size(), 2U);
    EXPECT_EQ(tap->traffic[0].direction, line::Direction::request);
    EXPECT_EQ(tap->traffic[0].bytes, (Bytes{0, 7, 0, 0, 0, 6, 17, 3, 0, 0x81, 0, 1}));
    EXPECT_EQ(tap->traffic[0].meter, std::nullopt);
    EXPECT_EQ(tap->traffic[1].direction, line::Direction::answer);
    EXPECT_EQ(tap->traffic[1].bytes, (Bytes{0, 7, 0, 0, 0, 5, 17, 3, 2, 0, 40}));
    EXPECT_EQ(tap->traffic[1].meter, 1U);
    for (const line::Traffic& t : tap->traffic) {
        EXPECT_EQ(t.client, bus.client);
        EXPECT_EQ(t.framing, Framing::mbap);
        EXPECT_GE(t.begin.ticks, 0);
    }
}

// Splits every answer after its third byte and refuses what is for the second meter.
struct Splitter final : line::AnswerFilter {
    line::AnswerPlan plan(const line::Exchange& e) override {
        line::AnswerPlan plan;
        plan.pieces.push_back({{}, {e.answer.begin(), e.answer.begin() + 3}});
        plan.pieces.push_back({meter::Ticks{500}, {e.answer.begin() + 3, e.answer.end()}});
        plan.power_cut_after = cut;
        plan.power_cut_for = meter::seconds(1);
        return plan;
    }
    std::optional<std::uint8_t> refuse(const line::Exchange& e) override {
        return e.meter == 1 ? std::optional<std::uint8_t>{6} : std::nullopt;
    }
    std::optional<std::size_t> cut;
};

TEST(Gateway, CarriesOutWhatTheFilterPlans) {
    Meters bus{1, 17};
    const auto filter = std::make_shared<Splitter>();
    bus.line->bus().set_filter(filter);
    bus.rtu(with_crc({1, 3, 0, 0x81, 0, 1}));
    EXPECT_EQ(bus.reply.now, (Bytes{1, 3, 2}));
    ASSERT_EQ(bus.reply.later.size(), 1U);
    EXPECT_EQ(bus.reply.later[0].pause, meter::Ticks{500});
    bus.mbap(17, kWriteCt);
    EXPECT_EQ(bus.rigs[1]->meter().points().config.ct_primary, 400);
    EXPECT_EQ(bus.reply.later.at(0).bytes, (Bytes{0, 0, 3, 17, 0x86, 6}));
    filter->cut = 2;
    EXPECT_EQ(bus.rtu(with_crc({1, 3, 0, 0x81, 0, 1})), (Bytes{1, 3}));
    EXPECT_FALSE(bus.rigs[0]->meter().running());
}

}  // namespace
}  // namespace bench
