// Errors of the timeline's part of a scenario file: each with line, column and what is allowed.
#include <gtest/gtest.h>

#include <string>

#include "signals/scenario/profile_file.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/time_text.h"
#include "signals/timeline/kinds.h"

namespace signals {
namespace {

std::string error_of(const std::string& toml) {
    try {
        (void)parse_scenario(toml, "a.toml");
    } catch (const ScenarioError& error) {
        return error.what();
    }
    return "none";
}

struct Case {
    const char* toml;
    const char* error;  // the beginning of it
};

// clang-format off
const Case kCases[] = {
    {"[[event]]\nat = 1",                                  "a.toml:1:1: event has no kind, allowed is step, ramp"},
    {"[[event]]\nkind = 'sagg'",                           "a.toml:2:8: event.kind is the string \"sagg\", did you mean 'sag'?"},
    {"[[event]]\nkind = 'sag'",                            "a.toml:1:1: event sag has no remaining"},
    {"[[event]]\nkind = 'sag'\nremaning = 5",              "a.toml:3:1: unknown key 'remaning' in [event], did you mean 'remaining'?"},
    {"[[event]]\nkind = 'sag'\nremaining = 101",           "a.toml:3:13: event sag.remaining is 101, allowed is 0 to 100 %"},
    {"[[event]]\nkind = 'sag'\nremaining = [1, 2]",        "a.toml:3:13: event sag.remaining has 2 elements"},
    {"[[event]]\nkind = 'sag'\nat = '5 apples'\nremaining = 5", "a.toml:3:6: event.at is \"5 apples\", allowed is a number of seconds"},
    {"[[event]]\nkind = 'sag'\nphase = 'D'\nremaining = 5", "a.toml:3:9: event.phase is the string \"D\", allowed is \"A\""},
    {"[[event]]\nkind = 'step'\nduration = 5",             "a.toml:3:12: event.duration is not for a step"},
    {"[[event]]\nkind = 'step'\ncount = 5",                "a.toml:3:9: event.count needs every"},
    {"[[event]]\nkind = 'sag'\nremaining = {uniform = [1]}", "a.toml:3:24: event sag.remaining is an array, allowed are two numbers"},
    {"[[event]]\nkind = 'sag'\nremaining = {gauss = 1}",   "a.toml:3:14: unknown key 'gauss'"},
    {"[[event]]\nkind = 'rectifier'\ncurrent = 1\ntype = 'x'", "a.toml:4:8: event rectifier.type is the string \"x\", allowed is six_pulse"},
    {"[[event]]\nkind = 'step'\nrate_per_hour = 5\nevery = 1", "a.toml:4:9: event.every and rate_per_hour exclude"},
    {"[wiring]\nswap_ct = 'A'",                            "a.toml:2:11: wiring.swap_ct is the string \"A\", allowed is \"AB\""},
    {"[wiring]\nopen_neutral = 1",                         "a.toml:2:16: wiring.open_neutral is 1, allowed is true or false"},
    {"[transformers]\nfrequency = 50",                     "a.toml:2:1: unknown key 'frequency'"},
    {"event = 5",                                          "a.toml:1:9: event is 5, allowed is [[event]]"},
    {"[[profile]]\nlinear = true",                         "a.toml:1:1: profile has no file"},
    {"[[profile]]\nfile = 'none.csv'",                     "none.csv: cannot open"},
    {"[[expect]]\nregister = 'kw_total'",                  "a.toml:1:1: expect has no at"},
    {"[[expect]]\nat = 1",                                 "a.toml:1:1: expect has nothing to look at"},
    {"[[event]]\nkind='sag'\nremaining=1\nevery=0.1\nuntil=300000000", "a.toml: an event of kind sag begins more than 100000 times"},
};
// clang-format on

TEST(TimelineReader, EveryErrorSaysWhereAndWhat) {
    for (const Case& c : kCases) {
        const std::string error = error_of(c.toml);
        EXPECT_EQ(error.substr(0, std::string(c.error).size()), c.error) << c.toml;
    }
}

TEST(TimelineReader, WhatIsWrittenReadsBackEqual) {
    const Scenario s = parse_scenario(
        "title = 'a \"b\"'\nseed = 9\n[wiring]\nreverse_ct = 'AC'\nopen_neutral = true\n"
        "[[event]]\nkind = 'sag'\nname = 'x'\nat = '1m'\nduration = {uniform = [1, 2]}\n"
        "phase = 'AB'\nremaining = {normal = [50, 5]}\nrate_per_hour = 3\nuntil = '2h'\n"
        "[[event]]\nkind = 'rectifier'\ncurrent = [1, 2, 3]\ntype = 'half_wave'\n"
        "[[expect]]\nat = 5\nregister = 'kw_total'\nvalue = 3\nalerts = ['voltage_a']\n"
        "alarm_closed = false\n",
        "a.toml");
    EXPECT_EQ(parse_scenario(to_toml(s), "b.toml"), s);
    EXPECT_EQ(s.timeline.events[1].at, 60.0);
}

std::string profile_error(const std::string& csv) {
    try {
        (void)parse_profile(csv, "p.csv", kAllPhases);
    } catch (const ScenarioError& error) {
        return error.what();
    }
    return "none";
}

// clang-format off
const Case kProfileCases[] = {
    {"",                                   "p.csv:1:1: no header"},
    {"time,kw\n",                          "p.csv:1:1: no rows"},
    {"kw\n1\n",                            "p.csv:1:1: no column of time"},
    {"time\n1\n",                          "p.csv:1:1: no column of power"},
    {"time,kww\n",                         "p.csv:1:6: unknown column 'kww', did you mean 'kw'?"},
    {"time,kw,kw_a\n",                     "p.csv:1:9: 'kw_a' is there a second time"},
    {"time,kw\n0,1,5\n",                   "p.csv:2:5: 3 fields, the header has 2; with decimal commas"},
    {"time,kw\n0,x\n",                     "p.csv:2:3: 'x' is no number"},
    {"time,kw\n# note\n5,1\n\n4,1\n",      "p.csv:5:1: the time is not later"},
    {"time,kw\n25:61,1\n",                 "p.csv:2:1: '25:61' is no time"},
    {"time,kw\n0,1e12\n",                  "p.csv:2:3: kw is '1e12'"},
};
// clang-format on

TEST(Profile, EveryErrorSaysWhereAndWhat) {
    for (const Case& c : kProfileCases) {
        const std::string error = profile_error(c.toml);
        EXPECT_EQ(error.substr(0, std::string(c.error).size()), c.error) << c.toml;
    }
}

TEST(Profile, ReadsWhatSpreadsheetsWrite) {
    const auto rows = parse_profile(
        "\xef\xbb\xbfTime;kW_A;kvar\r\n2026-03-01 00:00;1,5;3\r\n2026-03-01 00:15;2,5;6\r\n", "p",
        kAllPhases);
    ASSERT_EQ(rows.size(), 2U);
    EXPECT_EQ(rows[0].at, 0.0);
    EXPECT_EQ(rows[1].at, 900.0);
    EXPECT_EQ(rows[1].real_w[0], 2'500.0);
    EXPECT_EQ(rows[1].reactive_var[2], 2'000.0);
}

TEST(TimeText, ReadsTimes) {
    EXPECT_EQ(seconds_from("90"), 90.0);
    EXPECT_EQ(seconds_from("250ms"), 0.25);
    EXPECT_EQ(seconds_from("1.5h"), 5'400.0);
    EXPECT_EQ(seconds_from("06:30:15.5"), 23'415.5);
    EXPECT_EQ(seconds_from("06:60"), std::nullopt);
    EXPECT_EQ(seconds_from("5x"), std::nullopt);
    EXPECT_EQ(seconds_from_date("1970-01-02 01:00"), 90'000.0);
    EXPECT_EQ(seconds_from_date("1970-02-30 01:00"), std::nullopt);
}

TEST(Kinds, RowsAreWhereTheirKindSays) {
    for (const KindRow& row : kinds()) {
        EXPECT_EQ(row_of(row.kind).name, row.name);
        EXPECT_EQ(find_kind(row.name), &row);
    }
}

}  // namespace
}  // namespace signals
