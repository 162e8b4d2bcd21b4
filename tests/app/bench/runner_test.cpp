// The runner decides when frames happen, never what is in them.
#include "app/bench/runner.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <limits>
#include <stdexcept>
#include <thread>

#include "tests/app/bench/pty_client.h"
#include "tests/app/modbus_frame.h"

namespace bench {
namespace {

constexpr double kMax = std::numeric_limits<double>::infinity();

std::unique_ptr<Rig> a_rig() { return std::make_unique<Rig>(signals::Scenario{}); }

// Returns when everything asked for before has happened.
void sync(Runner& runner) {
    std::promise<void> done;
    runner.post([&](Rig&) { done.set_value(); });
    done.get_future().wait();
}

signals::Installation other() {
    signals::Installation installation;
    installation.current = {50.0, 60.0, 70.0};
    return installation;
}

constexpr std::int64_t kKey = 1'001;
constexpr std::int64_t kEdit = 1'777;
constexpr std::int64_t kEnd = 2'900;  // one reading window is over

std::uint64_t reference() {
    const auto rig = a_rig();
    rig->advance(kKey);
    rig->key(meter::Key::next, true);
    rig->advance(kEdit - kKey);
    rig->set_installation(other());
    rig->advance(kEnd - kEdit);
    return rig->meter().digest();
}

// How the run gets from one frame of the script to the next.
using Run = void (*)(Runner& runner, std::int64_t from, std::int64_t to);

void straight(Runner& runner, std::int64_t, std::int64_t to) {
    runner.run_until(to);
    runner.wait();
}

// In pieces of changing speed. The pause falls wherever the run has come to by then; what goes on
// after it ends at the same frame, so nothing here depends on how fast the machine is.
void with_pauses(Runner& runner, std::int64_t from, std::int64_t to) {
    constexpr std::int64_t kPieces = 6;
    for (std::int64_t piece = 1; piece <= kPieces; ++piece) {
        const std::int64_t target = from + (to - from) * piece / kPieces;
        runner.run_until(target);
        runner.pause();
        runner.set_speed(piece % 3 == 0 ? 1.0 : 20.0);
        straight(runner, from, target);
    }
}

std::uint64_t run_script(Runner& runner, Run run) {
    runner.pause();
    runner.start();
    run(runner, 0, kKey);
    runner.key(meter::Key::next, true);
    run(runner, kKey, kEdit);
    runner.set_installation(other());
    run(runner, kEdit, kEnd);
    EXPECT_EQ(runner.view()->frame, kEnd);
    EXPECT_TRUE(runner.view()->paused);
    return runner.view()->digest;
}

TEST(Runner, DigestIsTheSameAtAnySpeed) {
    for (const double speed : {1.0, 7.5, 60.0, kMax}) {
        Runner runner{a_rig()};
        runner.set_speed(speed);
        EXPECT_EQ(run_script(runner, straight), reference()) << speed;
    }
}

TEST(Runner, DigestIsTheSameWithPausesAndChangesOfSpeed) {
    Runner runner{a_rig()};
    std::atomic<int> views = 0;
    runner.on_view([&] { ++views; });
    EXPECT_EQ(run_script(runner, with_pauses), reference());
    EXPECT_GE(views, 3);
    runner.stop();
}

TEST(Runner, StepsExactly) {
    Runner runner{a_rig()};
    runner.pause();
    runner.start();
    sync(runner);
    EXPECT_EQ(runner.view()->frame, 0);
    std::vector<std::int64_t> seen;
    for (const std::int64_t frames : {1, 37, 5'000}) {
        runner.step(frames);
        runner.post([&](Rig& rig) { seen.push_back(rig.frame()); });
    }
    sync(runner);
    EXPECT_THAT(seen, testing::ElementsAre(1, 38, 5'038));
    runner.stop();
    EXPECT_EQ(runner.view()->frame, 5'038);
    EXPECT_TRUE(runner.view()->paused);
}

TEST(Runner, PassedFrameIsReachedAtOnce) {
    Runner runner{a_rig()};
    runner.start();
    runner.step(100);
    runner.run_until(50);
    runner.wait();
    EXPECT_EQ(runner.view()->frame, 100);
}

TEST(Runner, WaitForComesBackInTime) {
    Runner runner{a_rig()};
    runner.pause();
    runner.start();
    EXPECT_FALSE(runner.wait_for(std::chrono::milliseconds(1)));
    runner.stop();
    EXPECT_TRUE(runner.wait_for(std::chrono::milliseconds(1)));
}

TEST(Runner, StopAndStartGoOn) {
    Runner runner{a_rig()};
    runner.set_speed(kMax);
    runner.start();
    sync(runner);
    runner.stop();
    const std::int64_t frame = runner.view()->frame;
    runner.run_until(frame + 300'000);
    runner.start();
    runner.wait();
    EXPECT_EQ(runner.view()->frame, frame + 300'000);
}

TEST(Runner, RefusesImpossibleSpeeds) {
    Runner runner{a_rig()};
    for (const double speed : {0.0, -1.0, 0.0999, std::numeric_limits<double>::quiet_NaN()})
        EXPECT_THROW(runner.set_speed(speed), std::invalid_argument) << speed;
}

TEST(Runner, TellsWhyItGaveUp) {
    Runner runner{a_rig()};
    runner.start();
    runner.post([](Rig&) { throw std::runtime_error("the cable is cut"); });
    EXPECT_THROW(runner.wait(), std::runtime_error);
    EXPECT_EQ(runner.view()->failure, "the cable is cut");
}

TEST(Runner, FirstViewIsThereBeforeTheStart) {
    const Runner runner{a_rig()};
    ASSERT_NE(runner.view(), nullptr);
    EXPECT_EQ(runner.view()->frame, 0);
    EXPECT_DOUBLE_EQ(runner.view()->installation.voltage[0], 277.0);
}

TEST(Runner, LineIsServedAtAnySpeedAndWhilePaused) {
    for (const double speed : {0.1, 1.0, 60.0, kMax, 0.0}) {
        SCOPED_TRACE(speed);
        Runner runner{a_rig()};
        speed > 0.0 ? runner.set_speed(speed) : runner.pause();
        test::PtyClient client{runner.open_pty()};
        runner.start();
        for (int i = 0; i < 20; ++i)
            ASSERT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type()) << i;
    }
}

TEST(Runner, RestoredMeterIsOlderThanTheLineClock) {
    auto rig = a_rig();
    rig->line_advance({1'000'000'000});  // months on the line
    Runner runner{std::move(rig)};
    test::PtyClient client{runner.open_pty()};
    runner.start();
    EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type());
    runner.post([](Rig& r) { r.line_advance({2'000'000'000}); });
    sync(runner);
    EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type());
}

TEST(Runner, OwnsTheMetersOfABus) {
    std::vector<std::unique_ptr<Rig>> rigs;
    for (int i = 0; i < 3; ++i) {
        rigs.push_back(a_rig());
        meter::Config config = rigs.back()->meter().points().config;
        config.line.address = static_cast<std::uint8_t>(i + 1);
        ASSERT_EQ(rigs.back()->configure(config), meter::ConfigError::none);
    }
    Runner runner{std::move(rigs)};
    ASSERT_EQ(runner.meters(), 3U);
    test::PtyClient client{runner.open_pty()};
    runner.pause();
    runner.start();
    runner.set_installation(1, other());
    runner.run_until(kEnd);
    runner.wait();
    EXPECT_EQ(runner.view(0)->points.readings.total.real_uw,
              runner.view(2)->points.readings.total.real_uw);
    EXPECT_NE(runner.view(0)->installation, runner.view(1)->installation);
    for (std::size_t i = 0; i < 3; ++i) {
        EXPECT_EQ(runner.view(i)->frame, kEnd);
        EXPECT_EQ(runner.view(i)->meter, i);
    }
    const test::Bytes ask = test::with_crc({3, 3, 0x00, 0x81, 0x00, 0x01});
    EXPECT_EQ(client.ask(ask, 7), test::with_crc({3, 3, 2, 0x00, 0x28}));
    EXPECT_EQ(runner.view()->meter, 0U);
    runner.watch(2);
    sync(runner);
    EXPECT_EQ(runner.view()->meter, 2U);
}

TEST(Runner, RefusesWhatIsNoBus) {
    EXPECT_THROW(Runner{std::vector<std::unique_ptr<Rig>>{}}, std::invalid_argument);
    std::vector<std::unique_ptr<Rig>> uneven;
    uneven.push_back(a_rig());
    uneven.push_back(a_rig());
    uneven.back()->advance(1);
    EXPECT_THROW(Runner{std::move(uneven)}, std::invalid_argument);
}

struct Counter final : line::Tap, line::AnswerFilter {
    void heard(const line::Traffic& traffic) override {
        ++(traffic.direction == line::Direction::request ? requests : answers);
    }
    line::AnswerPlan plan(const line::Exchange& e) override {
        return {{{{}, {e.answer.begin(), e.answer.end()}}}, {}, {}, {}};
    }
    std::optional<std::uint8_t> refuse(const line::Exchange&) override { return 6; }
    std::atomic<int> requests = 0;
    std::atomic<int> answers = 0;
};

TEST(Runner, TapsAndFiltersComeAndGo) {
    Runner runner{a_rig()};
    test::PtyClient client{runner.open_pty()};
    const auto counter = std::make_shared<Counter>();
    runner.add_tap(counter);
    runner.start();
    EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type());
    runner.set_answer_filter(counter);
    EXPECT_EQ(client.ask(test::ask_system_type(), 5), test::with_crc({1, 0x83, 6}));
    runner.set_answer_filter(nullptr);
    EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type());
    runner.stop();
    EXPECT_EQ(counter->requests, 3);
    EXPECT_GE(counter->answers, 2) << "the last is told when the line is free";
}

TEST(Runner, PortsAreClosedWhileItRuns) {
    Runner runner{a_rig()};
    runner.start();
    const auto close = [&runner](const std::string& address) {
        std::promise<bool> closed;
        runner.close_port(address, [&closed](bool done) { closed.set_value(done); });
        return closed.get_future().get();
    };
    for (int round = 0; round < 3; ++round) {
        const std::string tcp = runner.open_tcp(ports::Protocol::mbap, "0");
        const std::string rfc = runner.open_rfc2217("0");
        const std::string pty = runner.open_pty();
        {
            test::PtyClient client{pty};
            EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type());
        }
        EXPECT_TRUE(close(tcp));
        EXPECT_TRUE(close(rfc));
        EXPECT_TRUE(close(pty));
        EXPECT_FALSE(close(pty)) << "it is closed already";
        EXPECT_EQ(runner.open_tcp(ports::Protocol::rtu, tcp), tcp) << "the address is free";
        EXPECT_TRUE(close(tcp));
    }
    const std::string last = runner.open_pty();
    test::PtyClient client{last};
    EXPECT_EQ(client.ask(test::ask_system_type(), 7), test::answer_system_type())
        << "the line goes on without them";
}

}  // namespace
}  // namespace bench
