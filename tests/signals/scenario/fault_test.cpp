// Faults as people write them: [[fault]] tables and one-line texts.
#include "signals/scenario/fault.h"

#include <gmock/gmock.h>

#include <stdexcept>
#include <string>

#include "signals/scenario/check.h"
#include "signals/scenario/fault_fields.h"
#include "signals/scenario/fault_text.h"
#include "signals/scenario/scenario_file.h"

namespace signals {
namespace {

using testing::HasSubstr;

std::vector<Fault> faults_of(const std::string& toml) {
    return parse_scenario(toml, "f.toml").faults;
}

template <class Read>
std::string error_of(Read read) {
    try {
        read();
    } catch (const std::exception& error) {
        return error.what();
    }
    return "no error";
}

TEST(FaultTable, EveryKey) {
    const auto faults = faults_of(R"(
[[fault]]
kind = "exception"
code = 11
address = 3
function = 0x10
registers = "257-262"
from = 2
until = 5.5
period = 60.0
every = 3
probability = 0.25
seed = 7
first = 9
[[fault]]
kind = "delay"
time = 0.25
jitter = 0.1
registers = 129
)");
    ASSERT_EQ(faults.size(), 2U);
    EXPECT_EQ(faults[0], (Fault{.kind = "exception",
                                .code = 11,
                                .address = 3,
                                .function = 16,
                                .first_register = 257,
                                .last_register = 262,
                                .from = 2.0,
                                .until = 5.5,
                                .period = 60.0,
                                .every = 3,
                                .probability = 0.25,
                                .seed = 7,
                                .first = 9}));
    EXPECT_EQ(faults[1], (Fault{.kind = "delay",
                                .time = 0.25,
                                .jitter = 0.1,
                                .first_register = 129,
                                .last_register = 129}));
}

TEST(FaultTable, KindsHaveDefaults) {
    EXPECT_EQ(faults_of("[[fault]]\nkind = 'delay'\n")[0].time, 0.5);
    EXPECT_EQ(faults_of("[[fault]]\nkind = 'junk-after'\n")[0].bytes, 3);
    EXPECT_EQ(faults_of("[[fault]]\nkind = 'busy'\n")[0].code, 6);
    for (const FaultKind& kind : fault_kinds()) {
        const auto faults = faults_of("[[fault]]\nkind = '" + std::string(kind.name) + "'\n");
        EXPECT_EQ(faults, std::vector{fault_of_kind(kind.name)});
        EXPECT_NO_THROW(check(faults[0])) << kind.name;
    }
}

struct Wrong {
    const char* name;
    const char* toml;
    const char* error;
};

void PrintTo(const Wrong& row, std::ostream* out) { *out << row.name; }

class FaultTableWrong : public testing::TestWithParam<Wrong> {};

TEST_P(FaultTableWrong, IsToldWithItsPlace) {
    EXPECT_THAT(error_of([] { faults_of(GetParam().toml); }), HasSubstr(GetParam().error));
}

// clang-format off
INSTANTIATE_TEST_SUITE_P(Tables, FaultTableWrong, testing::Values(
    Wrong{"table", "[fault]\nkind='busy'\n", "f.toml:1:1: fault is a table, allowed is [[fault]], once per fault"},
    Wrong{"value", "fault = 3\n", "f.toml:1:9: fault is an integer, allowed is [[fault]]"},
    Wrong{"element", "fault = [3]\n", "f.toml:1:10: fault holds an integer, allowed is [[fault]]"},
    Wrong{"no_kind", "\n[[fault]]\nevery = 2\n", "f.toml:2:1: fault has no kind"},
    Wrong{"kind_type", "[[fault]]\nkind = 7\n", "f.toml:2:8: fault.kind is an integer, allowed is a string"},
    Wrong{"kind_name", "[[fault]]\nkind = 'bad-cr'\n", "f.toml:2:8: fault: unknown kind 'bad-cr', did you mean 'bad-crc'?, allowed is no-answer, delay,"},
    Wrong{"key", "[[fault]]\nkind = 'busy'\nevry = 2\n", "f.toml:3:1: unknown key 'evry' in [fault], did you mean 'every'?"},
    Wrong{"key_of_another", "[[fault]]\nkind = 'busy'\ntime = 2\n", "f.toml:3:1: unknown key 'time' in [fault]"},
    Wrong{"range", "[[fault]]\nkind = 'exception'\ncode = 256\n", "f.toml:3:8: fault.code is 256, allowed is 1 to 255"},
    Wrong{"every", "[[fault]]\nkind = 'busy'\nevery = 0\n", "f.toml:3:9: fault.every is 0, allowed is 1 to"},
    Wrong{"probability", "[[fault]]\nkind = 'busy'\nprobability = 1.5\n", "f.toml:3:15: fault.probability is 1.5, allowed is 0 to 1"},
    Wrong{"address", "[[fault]]\nkind = 'busy'\naddress = 248\n", "f.toml:3:11: fault.address is 248, allowed is 0 to 247"},
    Wrong{"registers", "[[fault]]\nkind = 'busy'\nregisters = '262-257'\n", "f.toml:3:13: fault.registers is '262-257', allowed is a number of the map like 257"},
    Wrong{"registers_type", "[[fault]]\nkind = 'busy'\nregisters = 1.5\n", "f.toml:3:13: fault.registers is a number, allowed is a number like 257 or a string"},
    Wrong{"registers_zero", "[[fault]]\nkind = 'busy'\nregisters = 0\n", "f.toml:3:13: fault.registers is '0'"},
    Wrong{"until", "[[fault]]\nkind = 'busy'\nfrom = 5\nuntil = 3\n", "f.toml:4:9: fault.until is 3 s, allowed is 0 or more than from, 5 s"},
    Wrong{"period", "[[fault]]\nkind = 'busy'\nuntil = 3\nperiod = 2\n", "f.toml:4:10: fault.period is 2 s, allowed is 0 or at least until - from, 3 s"},
    Wrong{"no_until", "[[fault]]\nkind = 'busy'\nperiod = 2\n", "f.toml:3:10: fault.period is 2 s and there is no until"}),
    [](const auto& row) { return std::string(row.param.name); });
// clang-format on

TEST(FaultTable, IsWrittenAsItIsRead) {
    Scenario scenario;
    for (const FaultKind& kind : fault_kinds()) scenario.faults.push_back(fault_of_kind(kind.name));
    scenario.faults.push_back(parse_fault("noise:rate=0.25,registers=1-52,from=1,until=2,first=4"));
    EXPECT_EQ(parse_scenario(to_toml(scenario), "again.toml"), scenario);
}

TEST(FaultText, SaysTheSameAsATable) {
    EXPECT_EQ(parse_fault("no-answer"), Fault{});
    EXPECT_EQ(parse_fault("echo:instead=true,function=0x2B,seed=12"),
              (Fault{.kind = "echo", .pause = 0.02, .instead = true, .function = 43, .seed = 12}));
    EXPECT_EQ(parse_fault("delay:time=0.25,registers=257-262"),
              (Fault{.kind = "delay", .time = 0.25, .first_register = 257, .last_register = 262}));
}

TEST(FaultText, Shortest) {
    for (const char* text :
         {"no-answer", "bad-crc:address=3,every=10", "split:registers=257,bytes=4,pause=0.1",
          "echo:instead=true", "exception:code=11,probability=0.125,seed=9,first=2"}) {
        EXPECT_EQ(to_text(parse_fault(text)), text);
    }
}

TEST(FaultText, Wrong) {
    const struct {
        const char* text;
        const char* error;
    } rows[] = {
        {"", "fault \"\": unknown kind '', allowed is no-answer"},
        {"bsy", "fault \"bsy\": unknown kind 'bsy', did you mean 'busy'?"},
        {"busy:evry=2", "unknown key 'evry' of busy, did you mean 'every'?, allowed is address,"},
        {"busy:", "unknown key '' of busy, allowed is"},
        {"busy:every", "every has no value, allowed is every=VALUE"},
        {"busy:every=0", "every is '0', allowed is 1 to"},
        {"busy:every=2x", "every is '2x', allowed is 1 to"},
        {"busy:every=2,,", "unknown key ''"},
        {"echo:instead=yes", "instead is 'yes', allowed is true or false"},
        {"exception:code=0x100", "code is '0x100', allowed is 1 to 255"},
        {"delay:time=nan", "time is 'nan', allowed is 0 to"},
        {"delay:time=-1", "time is '-1', allowed is 0 to 100000000 s"},
        {"delay:registers=3-", "registers is '3-', allowed is"},
        {"delay:period=3", "period is 3 s and there is no until"},
    };
    for (const auto& row : rows)
        EXPECT_THAT(error_of([&] { parse_fault(row.text); }), HasSubstr(row.error)) << row.text;
}

std::string german(const char* context, const char* text) {
    EXPECT_STREQ(context, "Scenario");
    const std::string_view english{text};
    if (english == "{} is '{}', allowed is {}") return "{0} darf {2} sein, nicht {1}";
    if (english == "{} to {} {}") return "{} bis {} {}";
    if (english == "the meter stays silent") return "der Zähler schweigt";
    return text;
}

TEST(FaultText, InTheLanguageOfTheReader) {
    try {
        parse_fault("delay:time=-1");
        ADD_FAILURE() << "a negative time";
    } catch (const std::exception& error) {
        EXPECT_THAT(sentence_of(error).in(german),
                    HasSubstr("time darf 0 bis 100000000 s sein, nicht -1"));
    }
    EXPECT_THAT(describe_faults(german), HasSubstr("no-answer     der Zähler schweigt"));
}

TEST(FaultText, HelpNamesEveryKind) {
    for (const FaultKind& kind : fault_kinds())
        EXPECT_THAT(describe_faults(), HasSubstr("\n  " + std::string(kind.name)));
}

}  // namespace
}  // namespace signals
