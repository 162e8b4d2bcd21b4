// Runs of more and of fewer meters take each other's place; ports and clients stay.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <future>
#include <stdexcept>

#include "app/bench/history/history.h"
#include "app/bench/runner.h"
#include "tests/app/bench/pty_client.h"

namespace bench {
namespace {

// Returns when everything asked for before has happened.
void sync(Runner& runner) {
    std::promise<void> done;
    runner.post([&](Rig&) { done.set_value(); });
    done.get_future().wait();
}

struct Counter final : line::Tap {
    void heard(const line::Traffic& traffic) override {
        if (traffic.direction == line::Direction::request) ++requests;
    }
    std::atomic<int> requests = 0;
};

class AnotherNumberOfMeters : public testing::Test {
 protected:
    void SetUp() override {
        runner.keep_history();
        runner.pause();
        runner.start();
    }
    // Addresses 1, 2, ..., at frame 1000 times that number.
    static Tree a_tree(int meters) {
        std::vector<std::unique_ptr<Rig>> rigs;
        for (int i = 1; i <= meters; ++i) {
            rigs.push_back(std::make_unique<Rig>(signals::Scenario{}));
            meter::Config config = rigs.back()->meter().points().config;
            config.line.address = static_cast<std::uint8_t>(i);
            EXPECT_EQ(rigs.back()->configure(config), meter::ConfigError::none);
        }
        for (const auto& rig : rigs) rig->advance(1'000 * meters);
        return History{rigs}.tree();
    }
    std::string open(Tree tree, MakeInput make_input = {}) {
        std::promise<std::string> opened;
        runner.open(std::move(tree), std::move(make_input),
                    [&](const std::string& error) { opened.set_value(error); });
        return opened.get_future().get();
    }
    std::int64_t frame() {
        std::int64_t out = -1;
        runner.post([&](Rig& rig) { out = rig.frame(); });
        sync(runner);
        return out;
    }
    static test::Bytes ask(int address) {
        return test::with_crc({address, 3, 0x00, 0x81, 0x00, 0x01});
    }
    static test::Bytes answer(int address) { return test::with_crc({address, 3, 2, 0x00, 0x28}); }

    Runner runner{std::make_unique<Rig>(signals::Scenario{})};
    test::PtyClient client{runner.open_pty()};
};

TEST_F(AnotherNumberOfMeters, IsServedByTheSamePorts) {
    const auto counter = std::make_shared<Counter>();
    runner.add_tap(counter);
    EXPECT_EQ(client.ask(ask(1), 7), answer(1));
    for (const int meters : {3, 1, 63, 2, 2, 1}) {
        SCOPED_TRACE(meters);
        EXPECT_EQ(open(a_tree(meters)), "");
        EXPECT_EQ(runner.meters(), static_cast<std::size_t>(meters));
        EXPECT_EQ(runner.view()->meters, static_cast<std::size_t>(meters));
        EXPECT_EQ(runner.view()->frame, 1'000 * meters);
        EXPECT_EQ(client.ask(ask(meters), 7), answer(meters)) << "the last one of them";
        runner.step(100);
        EXPECT_EQ(frame(), 1'000 * meters + 100);
        runner.look_at(0, 1'000 * meters + 50);
        sync(runner);
    }
    EXPECT_EQ(client.ask(ask(1), 7), answer(1));
    EXPECT_GE(counter->requests, 7) << "the tap has stayed too; the last is told a little later";
}

TEST_F(AnotherNumberOfMeters, ShowsOneThatIsThere) {
    EXPECT_EQ(open(a_tree(3)), "");
    runner.watch(2);
    sync(runner);
    EXPECT_EQ(runner.view()->meter, 2U);
    EXPECT_EQ(open(a_tree(3)), "");
    EXPECT_EQ(runner.view()->meter, 2U) << "it is there still";
    EXPECT_EQ(open(a_tree(2)), "");
    EXPECT_EQ(runner.view()->meter, 0U);
    EXPECT_EQ(runner.view(2), nullptr);
    const std::uint64_t digest = runner.view(1)->digest;
    runner.key(2, meter::Key::next, true);
    runner.watch(2);
    sync(runner);
    EXPECT_EQ(runner.view()->meter, 0U) << "nobody's key, nobody's view";
    EXPECT_EQ(runner.view()->time.doings, 0);
    EXPECT_EQ(runner.view(1)->digest, digest);
}

TEST_F(AnotherNumberOfMeters, ThatCannotBeOpenedChangesNothing) {
    Tree broken = a_tree(3);
    broken.branches.front().stretches.back().meters[1].snapshot =
        std::make_shared<const PackedSnapshot>(std::vector<std::uint8_t>(100));
    EXPECT_NE(open(broken), "");
    EXPECT_THAT(open(a_tree(64)), testing::HasSubstr("it is of 64 meters, a line has 63 at most"));
    EXPECT_NE(open(a_tree(2),
                   [](std::size_t) -> std::unique_ptr<Input> {
                       throw std::invalid_argument("no such file");
                   }),
              "");
    EXPECT_EQ(runner.meters(), 1U);
    EXPECT_EQ(client.ask(ask(1), 7), answer(1));
    runner.step(10);
    EXPECT_EQ(frame(), 10);
}

}  // namespace
}  // namespace bench
