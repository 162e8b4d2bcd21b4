#include "app/cli/control/console.h"

#include <gmock/gmock.h>

#include "app/cli/interrupt.h"

namespace cli {
namespace {

using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::unique_ptr<bench::Rig>> rigs_at(const std::vector<int>& addresses) {
    std::vector<std::unique_ptr<bench::Rig>> rigs;
    for (const int address : addresses) {
        rigs.push_back(std::make_unique<bench::Rig>(signals::Scenario{}));
        meter::Config config = rigs.back()->meter().points().config;
        config.line.address = static_cast<std::uint8_t>(address);
        EXPECT_EQ(rigs.back()->configure(config), meter::ConfigError::none);
    }
    return rigs;
}

// Meters at addresses 1 and 7, paused at power-up.
struct Bench {
    Bench() {
        runner.set_answer_filter(faults);
        runner.start();
        EXPECT_TRUE(console.execute("pause").ok);
    }
    std::string ask(const std::string& command) {
        const Reply reply = console.execute(command);
        EXPECT_TRUE(reply.ok) << command << ": " << reply.text;
        return reply.text;
    }
    std::string refused(const std::string& command) {
        const Reply reply = console.execute(command);
        EXPECT_FALSE(reply.ok) << command << ": " << reply.text;
        return reply.text;
    }

    bench::Runner runner{rigs_at({1, 7})};
    std::shared_ptr<line::SharedFaults> faults = std::make_shared<line::SharedFaults>();
    Console console{runner, faults};
};

TEST(Console, StepsAreCountedInFrames) {
    Bench bench;
    EXPECT_EQ(bench.ask("step frame"), "frame 1\n");
    EXPECT_EQ(bench.ask("step 2 cycle"), "frame 85\n");
    EXPECT_EQ(bench.ask("step window"), "frame 2605\n");
    EXPECT_THAT(bench.ask("status"), HasSubstr("frame 2605\nseconds 1.03347"));
}

TEST(Console, RunsExactlySoLongAndPauses) {
    Bench bench;
    bench.ask("speed max");
    EXPECT_EQ(bench.ask("run 13000ms"), "frame 32768\n") << "13 s of 32768 Hz, 13 ticks a frame";
    EXPECT_THAT(bench.ask("status"), HasSubstr("seconds 13.000000\nspeed max\npaused yes\n"));
}

TEST(Console, SameCommandsAtTheSameFramesGiveTheSameBits) {
    const auto digest = [](const std::vector<std::string>& commands) {
        Bench bench;
        for (const std::string& command : commands) bench.ask(command);
        const std::string status = bench.ask("status");
        return status.substr(status.find("digest"));
    };
    const std::vector<std::string> once{"step 3 window", "set current=[10,20,30]", "keys next",
                                        "step window"};
    EXPECT_EQ(digest(once), digest(once));
    EXPECT_EQ(digest(once), digest({"step window", "step 2 window", "set current=[10,20,30]",
                                    "keys next", "step 2520 frame"}));
    EXPECT_NE(digest(once), digest({"step 3 window", "keys next", "step window"}));
}

TEST(Console, AMeterIsNamedByItsAddress) {
    Bench bench;
    bench.ask("step 4 window");
    EXPECT_THAT(bench.ask("@1 lcd"), HasSubstr("|KWH  |"));
    EXPECT_EQ(bench.ask("@7 lcd"), bench.ask("@1 lcd"));
    EXPECT_THAT(bench.ask("@7 keys next"), HasSubstr("|KVARH|"));
    EXPECT_THAT(bench.ask("@7 lcd"), HasSubstr("|KVARH|"));
    EXPECT_THAT(bench.ask("lcd"), HasSubstr("|KWH  |"));
    EXPECT_THAT(bench.ask("@7 status"), HasSubstr("address 7\nbaud 19200\nparity none\n"));
    EXPECT_THAT(bench.refused("@9 lcd"), HasSubstr("no meter has address 9; there are: 1 7"));
}

TEST(Console, InstallationsChangeForGoodAndForAWhile) {
    Bench bench;
    bench.ask("set voltage=[230,231,232],frequency=50");
    bench.ask("event kind=\"sag\",duration=60,remaining=40");
    bench.ask("step 30 window");
    bench.runner.stop();
    const auto view = bench.runner.view();
    EXPECT_DOUBLE_EQ(view->installation.voltage[1], 231.0);
    EXPECT_DOUBLE_EQ(view->installation.frequency, 50.0);
    EXPECT_NEAR(view->truth.voltage_ln[1], 0.4 * 231.0, 1e-9);
}

TEST(Console, FaultsComeAndGo) {
    Bench bench;
    EXPECT_EQ(bench.ask("faults"), "");
    EXPECT_EQ(bench.ask("fault no-answer:address=7"), "fault 1\n");
    EXPECT_EQ(bench.ask("fault bad-crc:every=10"), "fault 2\n");
    EXPECT_EQ(bench.ask("faults"),
              "fault 1 no-answer:address=7: 0 of 0 exchanges\n"
              "fault 2 bad-crc:every=10: 0 of 0 exchanges\n");
    bench.ask("unfault 1");
    EXPECT_THAT(bench.ask("faults"), StartsWith("fault 2"));
    bench.ask("unfault all");
    EXPECT_EQ(bench.ask("faults"), "");
}

struct BadRow {
    const char* command;
    const char* said;
};

TEST(Console, SaysWhatIsWrong) {
    Bench bench;
    const BadRow rows[] = {
        {"jump", "there is no command \"jump\"; there are: status lcd keys"},
        {"@x lcd", "\"@x\" is no address"},
        {"@ lcd", "\"@\" is no address"},
        {"status now", "status takes no arguments, not \"now\""},
        {"keys", "which? back, minus, plus or next"},
        {"keys up", "key 'up' is not allowed"},
        {"hold plus*2 1s", "write one key and how long"},
        {"hold plus", "is not allowed"},
        {"set", "set"},
        {"set voltage=3000", "3000"},
        {"set current=", "set current="},
        {"event kind=\"sag\"", "remaining"},
        {"event kind=\"flood\"", "flood"},
        {"event", "kind"},
        {"fault smoke", "smoke"},
        {"unfault 3", "there is no fault \"3\""},
        {"unfault", "there is no fault \"\""},
        {"speed 0.01", "0.01"},
        {"step", "write frame, cycle (42 frames) or window"},
        {"step 0 frame", "step \"0 frame\" is not allowed"},
        {"step 3 hours", "step \"3 hours\" is not allowed"},
        {"run", "is not allowed"},
        {"run -1s", "-1s"},
        {"open", "there are no ports \"\""},
        {"open lpt 1", "there are no ports \"lpt\""},
        {"open tcp 99999", "99999"},
        {"open serial /nowhere", "/nowhere"},
        {"close /nowhere", "there is no port \"/nowhere\""},
    };
    for (const BadRow& row : rows) {
        const std::string said = bench.refused(row.command);
        EXPECT_THAT(said, HasSubstr(row.said)) << row.command;
        EXPECT_EQ(said.find('\n'), said.size() - 1) << "one line: " << row.command;
    }
    EXPECT_EQ(bench.ask(""), "");
    EXPECT_THAT(bench.ask("status"), StartsWith("frame 0\n")) << "and nothing moved";
}

TEST(Console, GivesUpWhenTheRunIsOver) {
    Bench bench;
    bench.runner.stop();
    bench.console.close();
    for (const char* command : {"status", "run 1h", "keys next"})
        EXPECT_THAT(bench.refused(command), HasSubstr("the run is over")) << command;
}

TEST(Console, HelpNamesEveryCommand) {
    Bench bench;
    const std::string help = bench.ask("help");
    for (const char* name :
         {"status", "lcd", "keys", "hold", "set", "event", "fault", "faults", "unfault", "speed",
          "pause", "resume", "step", "run", "open", "close", "quit"})
        EXPECT_THAT(help, HasSubstr(std::string("\n") + name + " "));
    EXPECT_FALSE(interrupted());
}

}  // namespace
}  // namespace cli
