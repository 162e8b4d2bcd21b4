// The library of scenarios, each against what it says the meter must show, and the schema and the
// reference, which are the reader's own tables.
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "app/bench/settings.h"
#include "app/cli/expectation.h"
#include "app/cli/scenario_explain.h"
#include "app/cli/scenario_schema.h"
#include "app/cli/scenario_templates.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

const std::filesystem::path kRoot = METERTWIN_SOURCE_DIR;

std::vector<std::string> library() {
    std::vector<std::string> out;
    for (const auto& entry :
         std::filesystem::recursive_directory_iterator(kRoot / "resources/scenarios")) {
        if (entry.path().extension() == ".toml") out.push_back(entry.path().string());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::string text_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

class Library : public testing::TestWithParam<std::string> {};

TEST_P(Library, ShowsWhatItSays) {
    const signals::Scenario scenario = signals::read_scenario(GetParam());
    EXPECT_FALSE(scenario.title.empty());
    EXPECT_FALSE(scenario.teaches.empty());
    EXPECT_FALSE(scenario.expect.empty());
    EXPECT_EQ(check_expectations(scenario, GetParam()), std::vector<std::string>{});
    EXPECT_NO_THROW((void)bench::config_of(scenario.meter));
    for (const Finding& f : test_scenario(scenario)) {
        EXPECT_TRUE(f.good) << f.at << " s: " << f.what << " shows " << f.shown << ", expected "
                            << f.expected;
    }
    EXPECT_NE(explain(scenario).find(scenario.teaches), std::string::npos);
}

std::string name_of(const testing::TestParamInfo<std::string>& info) {
    std::string out = std::filesystem::path(info.param)
                          .lexically_relative(kRoot / "resources/scenarios")
                          .replace_extension()
                          .string();
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '-' || c == '/'; }, '_');
    return out;
}

INSTANTIATE_TEST_SUITE_P(All, Library, testing::ValuesIn(library()), name_of);

TEST(Library, HasEightOfEachGroup) {
    for (const char* group : {"trainers", "integrators", "engineers"}) {
        const auto files = library();
        EXPECT_GE(
            std::count_if(files.begin(), files.end(),
                          [&](const std::string& f) { return f.find(group) != std::string::npos; }),
            8)
            << group;
    }
}

TEST(ScenarioSchema, IsTheOneInTheRepository) {
    EXPECT_EQ(text_of(kRoot / "resources/scenario.schema.json"), scenario_schema().dump(2) + "\n")
        << "metertwin-cli scenario schema > resources/scenario.schema.json";
}

TEST(ScenarioReference, IsTheOneInTheDocumentation) {
    EXPECT_NE(text_of(kRoot / "docs/scenarios.md").find(scenario_reference()), std::string::npos)
        << "metertwin-cli scenario reference, behind the last heading of docs/scenarios.md";
}

TEST(ScenarioTemplates, AreGoodScenarios) {
    for (const Template& t : scenario_templates()) {
        if (t.name == "load-profile") continue;  // its file is the user's
        const signals::Scenario scenario = signals::parse_scenario(t.text, std::string(t.name));
        EXPECT_EQ(check_expectations(scenario, "t"), std::vector<std::string>{}) << t.name;
        for (const Finding& f : test_scenario(scenario)) EXPECT_TRUE(f.good) << t.name << f.shown;
    }
    EXPECT_THROW((void)find_template("nothing"), std::invalid_argument);
}

TEST(Expectations, WhatIsMisspeltIsSaid) {
    const signals::Scenario scenario = signals::parse_scenario(
        "[[expect]]\nat = 1\nregister = 'f_kw_totl'\n[[expect]]\nat = 1\nalerts = ['voltge_a']\n"
        "[[expect]]\nat = 1\nregister = 'system_type'\n",
        "a.toml");
    const auto problems = check_expectations(scenario, "a.toml");
    ASSERT_EQ(problems.size(), 3U);
    EXPECT_NE(
        problems[0].find("a.toml:1:1: unknown register 'f_kw_totl', did you mean 'f_kw_total'"),
        std::string::npos);
    EXPECT_NE(problems[1].find("did you mean 'voltage_a'"), std::string::npos);
    EXPECT_NE(problems[2].find("needs a value"), std::string::npos);
}

}  // namespace
}  // namespace cli
