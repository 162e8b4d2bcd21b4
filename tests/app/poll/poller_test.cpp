// The master against our own meter on a pty and over TCP, and against nobody: what a window uses.
#include "app/poll/poller.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <mutex>

#include "app/bench/runner.h"

namespace polling {
namespace {

using namespace std::chrono_literals;

constexpr auto kPatience = 20'000ms;  // used up by failures only

class PollerTest : public testing::Test {
 protected:
    PollerTest() : runner(std::make_unique<bench::Rig>(signals::Scenario{})) {
        targets = {parse_url(runner.open_pty()),
                   parse_url("tcp://" + runner.open_tcp(ports::Protocol::mbap, "0")),
                   parse_url("rtutcp://" + runner.open_tcp(ports::Protocol::rtu, "0"))};
        runner.start();
    }
    bench::Runner runner;
    std::vector<Target> targets;  // one of each transport, of one meter
};

LinkSettings patient(const Target& target) { return {target, kPatience, 0, 3}; }

PollSettings polls(const LinkSettings& link, const std::vector<std::string>& words, int count) {
    return {link, select(words), 1ms, count};
}

TEST_F(PollerTest, EveryTransportSaysTheSame) {
    for (const Target& target : targets) {
        Link link(patient(target));
        const Sweep result = sweep(link, plan_of(select(std::array<std::string, 1>{"config"})));
        EXPECT_TRUE(result.whole()) << describe(target).in_english();
        ASSERT_EQ(result.readings.size(), 26U);
        EXPECT_EQ(text_of(result.readings[1]), "40");
        EXPECT_EQ(text_of(result.readings[2]), "400");
        EXPECT_EQ(text_of(result.readings[3]), "not valid");
        EXPECT_EQ(text_of(result.readings[4]), "1.00");
        EXPECT_EQ(link.statistics().requests, 1);
        EXPECT_EQ(link.report_id().text, "Leviton Series 4000R Power Meter Full Data Set");
        const DeviceIdentification id = link.identification();
        EXPECT_EQ(id.objects.at(0), "Leviton");
        EXPECT_EQ(id.objects.at(2), "V1.037");
        link.write(131, 200);
        EXPECT_EQ(link.read({131, 1})[0], 200);
        link.write(131, 400);
    }
}

TEST_F(PollerTest, RefusalsAreAnswers) {
    for (const Target& target : targets) {
        Link link({target, kPatience, 3, 4});
        for (const auto& [first, code] :
             {std::pair{std::uint16_t{53}, 2}, {std::uint16_t{7'003}, 2}}) {
            try {
                (void)link.read({first, 1});
                ADD_FAILURE();
            } catch (const Failure& failure) {
                EXPECT_EQ(failure.exception, code);
                EXPECT_THAT(failure.what(), testing::HasSubstr("illegal data address"));
                EXPECT_THAT(failure.what(), testing::HasSubstr(std::to_string(first)));
            }
        }
        EXPECT_THROW(link.write(130, 41), Failure);
        EXPECT_EQ(link.statistics().retries, 0);
        EXPECT_EQ(link.statistics().answers, 3);
        EXPECT_EQ(link.read({130, 1})[0], 40);  // and all goes on
    }
}

TEST_F(PollerTest, CountsAndCallsBack) {
    std::atomic<int> swept = 0;
    std::atomic<int> counted = 0;
    Poller poller(polls(patient(targets[1]), {"integers", "floats"}, 25),
                  {[&](const Sweep& s) { swept += s.whole() && s.readings.size() == 89U ? 1 : 0; },
                   [&](const Statistics&) { ++counted; },
                   {}});
    poller.start();
    ASSERT_TRUE(poller.wait_for(kPatience));
    poller.stop();
    EXPECT_EQ(swept, 25);
    EXPECT_EQ(counted, 25);
    const Statistics s = poller.statistics();
    EXPECT_EQ(s.polls, 25);
    EXPECT_EQ(s.requests, 75);  // 1 to 52, the scales, 257 to 346
    EXPECT_EQ(s.answers, 75);
    EXPECT_EQ(s.registers, 25 * (52 + 4 + 90));
    EXPECT_EQ(s.round_trip_ms.count(), 75);
    EXPECT_EQ(s.period_ms.count(), 24);
}

TEST_F(PollerTest, StopsAtOnceBetweenPolls) {
    std::atomic<int> swept = 0;
    PollSettings settings = polls(patient(targets[0]), {"131"}, 1);
    settings.period = 24h;
    settings.polls.reset();
    Poller poller(settings, {[&](const Sweep&) { ++swept; }, {}, {}});
    poller.start();
    while (poller.statistics().polls == 0) (void)poller.wait_for(1ms);
    poller.stop();
    poller.stop();
    EXPECT_EQ(swept, 1);
    EXPECT_TRUE(poller.wait_for(0ms));
}

TEST_F(PollerTest, WhatAListenerThrowsIsTold) {
    std::string why;
    Poller poller(polls(patient(targets[1]), {"131"}, 3),
                  {[](const Sweep&) { throw std::runtime_error("disk full"); },
                   {},
                   [&](const std::string& what) { why = what; }});
    poller.start();
    ASSERT_TRUE(poller.wait_for(kPatience));
    poller.stop();
    EXPECT_EQ(why, "disk full");
}

TEST(PollNobody, EachWayToFail) {
    Link nothing(patient(parse_url("/nonexistent/tty")));
    Sweep result = sweep(nothing, plan_of(select(std::array<std::string, 1>{"all"})));
    ASSERT_EQ(result.errors.size(), 1U);  // the rest is not tried
    EXPECT_EQ(
        result.errors[0].in_english(),
        "cannot connect to /nonexistent/tty (19200 8N1, address 1): No such file or directory");
    EXPECT_EQ(nothing.statistics().failures.at(static_cast<std::size_t>(Trouble::connect)), 1);

    bench::Runner runner(std::make_unique<bench::Rig>(signals::Scenario{}));
    runner.start();
    Link silent({parse_url(runner.open_pty() + "?address=9"), 20ms, 2, 3});
    result = sweep(silent, plan_of(select(std::array<std::string, 1>{"131"})));
    ASSERT_EQ(result.errors.size(), 1U);
    EXPECT_EQ(result.errors[0].in_english(), "no answer within 20 ms (reading register 131)");
    EXPECT_FALSE(result.readings[0].read);
    EXPECT_EQ(silent.statistics().requests, 3);
    EXPECT_EQ(silent.statistics().retries, 2);
}

}  // namespace
}  // namespace polling
