#include "signals/scenario/scenario_file.h"

#include <gtest/gtest.h>

#include <filesystem>
#include <vector>

#include "signals/scenario/check.h"
#include "tests/signals/waveform.h"

namespace signals {
namespace {

std::string error_of(std::string_view toml) {
    try {
        (void)parse_scenario(toml, "demo.toml");
    } catch (const ScenarioError& error) {
        return error.what();
    }
    return "no error";
}

TEST(ScenarioFile, ReadsEveryName) {
    const Scenario s = parse_scenario(R"(
[meter]
system_type = 31
ct_primary = 800
system_voltage = 400
pt_ratio = 2.5
[installation]
frequency = 50            # an integer is a number
voltage = 230.0
current = [10, 20.5, 30]
angle = -15
voltage_angle = [1.0, 2, 3.0]
[[installation.harmonic]]
order = 5
voltage = 10.0
current = 40
voltage_angle = 7.0
current_angle = -8.0
[[installation.harmonic]]
order = 7
[[installation.harmonic]]
order = 9
current = 6
phase = "CA"
[front_end]
noise = false
noise_uv = 2
chop_uv = 3.0
seed = 9007199254740991
coil_mutual_uh = 0.5
coil_gain_error = 0.01
coil_phase_error = [0.1, 0.2, 0.3]
gain_error = [0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07]
offset_uv = 1.0
offset_temperature_uv = -2
quantization = false
clipping = false
)",
                                      "all.toml");
    const Scenario expected{
        .meter = {.system_type = 31, .ct_primary = 800, .system_voltage = 400, .pt_ratio = 2.5},
        .installation = {.frequency = 50.0,
                         .voltage = {230.0, 230.0, 230.0},
                         .current = {10.0, 20.5, 30.0},
                         .angle = {-15.0, -15.0, -15.0},
                         .voltage_angle = {1.0, 2.0, 3.0},
                         .harmonics = {{5, 10.0, 40.0, 7.0, -8.0},
                                       {7, 0.0, 0.0, 0.0, 0.0},
                                       {9, 0.0, 6.0, 0.0, 0.0, Phases{5}}}},
        .front_end = {.coil_mutual_uh = 0.5,
                      .coil_gain_error = {0.01, 0.01, 0.01},
                      .coil_phase_error = {0.1, 0.2, 0.3},
                      .gain_error = {0.01, 0.02, 0.03, 0.04, 0.05, 0.06, 0.07},
                      .offset_uv = {1.0, 1.0, 1.0, 1.0, 1.0, 1.0, 1.0},
                      .noise_uv = 2.0,
                      .chop_uv = 3.0,
                      .offset_temperature_uv = {-2.0, -2.0, -2.0, -2.0, -2.0, -2.0, -2.0},
                      .noise = false,
                      .quantization = false,
                      .clipping = false,
                      .seed = 9'007'199'254'740'991U},
        .faults = {},
        .timeline = {},
        .title = {},
        .teaches = {},
        .expect = {}};
    EXPECT_EQ(s, expected);
}

TEST(ScenarioFile, NothingIsTheDefault) {
    EXPECT_EQ(parse_scenario("", "empty.toml"), Scenario{});
    EXPECT_EQ(parse_scenario("[meter]\n[installation]\n[front_end]\n", "empty.toml"), Scenario{});
}

TEST(ScenarioFile, VoltageAnglesFollowTheSystemType) {
    const auto angles = [](const char* text) {
        return parse_scenario(text, "x.toml").installation.voltage_angle;
    };
    using Angles = std::array<double, 3>;
    EXPECT_EQ(angles("[meter]\nsystem_type = 12\n"), (Angles{0.0, 180.0, 0.0}));
    EXPECT_EQ(angles("[meter]\nsystem_type = 31\n"), (Angles{0.0, -120.0, 120.0}));
    EXPECT_EQ(angles("[meter]\nsystem_type = 11\n[installation]\nvoltage_angle = [0, 90, 0]\n"),
              (Angles{0.0, 90.0, 0.0}));
}

struct ErrorCase {
    const char* toml;
    const char* error;
};

// clang-format off
constexpr ErrorCase kErrors[] = {
    // Unknown names.
    {"[metre]\n",
     "demo.toml:1:2: unknown table 'metre', did you mean 'meter'?, allowed is meter, installation, front_end, fault, title, "
         "teaches, seed, wiring, transformers, event, profile, expect"},
    {"speed = 1\n",
     "demo.toml:1:1: unknown table 'speed', did you mean 'seed'?, allowed is meter, installation, front_end, fault, title, "
         "teaches, seed, wiring, transformers, event, profile, expect"},
    {"[meter]\n\n  ct_prmary = 400\n",
     "demo.toml:3:3: unknown key 'ct_prmary' in [meter], did you mean 'ct_primary'?, allowed is system_type, ct_primary, system_voltage, pt_ratio"},
    {"[installation]\n[[installation.harmonic]]\norder = 5\nphases = 3\n",
     "demo.toml:4:1: unknown key 'phases' in [installation.harmonic], did you mean 'phase'?, allowed is order, voltage, current, voltage_angle, current_angle, phase"},
    {"[installation]\n[[installation.harmonic]]\norder = 5\nphase = 3\n",
     "demo.toml:4:9: installation.harmonic.phase is 3, allowed is \"A\", \"B\", \"C\", \"AB\", ... or \"ABC\""},
    {"[[installation.harmonics]]\norder = 5\n",
     "demo.toml:1:16: unknown key 'harmonics' in [installation], did you mean 'harmonic'?, allowed is frequency, voltage, current, angle, voltage_angle, harmonic"},
    {"[meter]\n\"a\\nb\" = 400\n",
     "demo.toml:2:1: unknown key 'a?b' in [meter], allowed is system_type, ct_primary, system_voltage, pt_ratio"},
    // Wrong types.
    {"[installation]\nfrequency = \"60\"\n",
     "demo.toml:2:13: installation.frequency is the string \"60\", allowed is a number, 10 to 400 Hz"},
    {"[installation]\nvoltage = true\n",
     "demo.toml:2:11: installation.voltage is true, allowed is one number or 3 in [ ], 0 to 2000 V"},
    {"[installation]\ncurrent = [1.0, 2.0]\n",
     "demo.toml:2:11: installation.current has 2 elements, allowed is one number or 3 in [ ]"},
    {"[installation]\ncurrent = [1.0, \"2\", 3.0]\n",
     "demo.toml:2:17: installation.current[1] is the string \"2\", allowed is a number, 0 to 50000 A"},
    {"[meter]\nct_primary = 400.0\n",
     "demo.toml:2:14: meter.ct_primary is 400, allowed is an integer, 5 to 5000 A"},
    {"meter = 3\n",
     "demo.toml:1:9: meter is 3, allowed is the table [meter]"},
    {"[installation]\nharmonic = 5\n",
     "demo.toml:2:12: installation.harmonic is an integer, allowed is [[installation.harmonic]], once per harmonic"},
    {"[installation]\nharmonic = [5]\n",
     "demo.toml:2:13: installation.harmonic holds an integer, allowed is [[installation.harmonic]], once per harmonic"},
    {"[front_end]\nnoise = 1\n",
     "demo.toml:2:9: front_end.noise is 1, allowed is true or false"},
    {"[front_end]\nseed = 1979-05-27\n",
     "demo.toml:2:8: front_end.seed is a date or time, allowed is an integer, 0 to 9007199254740991"},
    // Out of range.
    {"[meter]\nsystem_type = 20\n",
     "demo.toml:2:15: meter.system_type is 20, allowed is 10, 11, 12, 31 or 40"},
    {"[meter]\npt_ratio = 0\n",
     "demo.toml:2:12: meter.pt_ratio is 0, allowed is 0.01 to 320"},
    {"[installation]\n\n\n  frequency = 600\n",
     "demo.toml:4:15: installation.frequency is 600, allowed is 10 to 400 Hz"},
    {"[installation]\nfrequency = nan\n",
     "demo.toml:2:13: installation.frequency is nan, allowed is 10 to 400 Hz"},
    {"[installation]\nvoltage = [1, -2, 3]\n",
     "demo.toml:2:15: installation.voltage[1] is -2, allowed is 0 to 2000 V"},
    {"[[installation.harmonic]]\norder = 41\n",
     "demo.toml:2:9: installation.harmonic.order is 41, allowed is 2 to 40"},
    {"[front_end]\nseed = -1\n",
     "demo.toml:2:8: front_end.seed is -1, allowed is 0 to 9007199254740991"},
    // Missing and repeated.
    {"[[installation.harmonic]]\nvoltage = 1\n",
     "demo.toml:1:1: installation.harmonic has no order, allowed is 2 to 40"},
    {"[[installation.harmonic]]\norder = 5\n[[installation.harmonic]]\norder = 5\n",
     "demo.toml:4:9: installation.harmonic.order is 5 for the second time on ABC, allowed is once per order and phase"},
    {"[[installation.harmonic]]\norder = 5\nphase = \"AB\"\n[[installation.harmonic]]\nphase = \"BC\"\norder = 5\n",
     "demo.toml:6:9: installation.harmonic.order is 5 for the second time on B, allowed is once per order and phase"},
};
// clang-format on

TEST(ScenarioFile, ErrorsSayWhatWhereAndWhatIsAllowed) {
    for (const ErrorCase& c : kErrors) EXPECT_EQ(error_of(c.toml), c.error) << c.toml;
}

// The words are the TOML library's; the place is ours to keep.
TEST(ScenarioFile, SyntaxErrorsHaveAPlace) {
    constexpr ErrorCase kPlaces[] = {
        {"[meter\n", "demo.toml:1:"},
        {"[meter]\nct_primary = \n", "demo.toml:2:"},
        {"[meter]\nct_primary = 400\nct_primary = 500\n", "demo.toml:3:"},
        {"\xff\xfe", "demo.toml:1:"},
    };
    for (const ErrorCase& c : kPlaces) {
        const std::string error = error_of(c.toml);
        EXPECT_EQ(error.rfind(c.error, 0), 0U) << error;
        EXPECT_EQ(error.find('\n'), std::string::npos) << error;
    }
}

TEST(ScenarioFile, UnreadableFilesAreErrors) {
    const auto error_of_file = [](const std::string& path) -> std::string {
        try {
            (void)read_scenario(path);
        } catch (const ScenarioError& error) {
            return error.what();
        }
        return "no error";
    };
    EXPECT_EQ(error_of_file("/nonexistent/x.toml"),
              "/nonexistent/x.toml: cannot open: No such file or directory");
    EXPECT_EQ(error_of_file("/"), "/: cannot read: Is a directory");
}

TEST(ScenarioFile, WritesWhatItReads) {
    Scenario scenario;
    EXPECT_EQ(parse_scenario(to_toml(scenario), "out.toml"), scenario);
    scenario.meter = {.system_type = 12, .ct_primary = 5, .system_voltage = 82, .pt_ratio = 0.07};
    scenario.installation = test::unbalanced_with_harmonics();
    scenario.installation.frequency = 59.999'999'999'999'1;
    scenario.front_end = {.coil_gain_error = {0.1, 1.0 / 3.0, -0.2},
                          .noise_uv = 1e-9,
                          .noise = false,
                          .quantization = false,
                          .seed = 9'007'199'254'740'991U};
    EXPECT_EQ(parse_scenario(to_toml(scenario), "out.toml"), scenario);
}

TEST(ScenarioFile, DoesNotWriteWhatCannotBeRead) {
    Scenario scenario;
    scenario.front_end.seed = 1ULL << 53;
    EXPECT_THROW((void)to_toml(scenario), std::invalid_argument);
}

TEST(Check, SaysWhatIsWrong) {
    const auto error_of_installation = [](const Installation& in) -> std::string {
        try {
            check(in);
        } catch (const std::invalid_argument& error) {
            return error.what();
        }
        return "no error";
    };
    Installation in;
    EXPECT_EQ(error_of_installation(in), "no error");
    in.voltage[2] = -1.0;
    EXPECT_EQ(error_of_installation(in), "installation.voltage[2] is -1, allowed is 0 to 2000 V");
    in = {};
    in.harmonics = {{3, 1, 1}, {3, 2, 2}};
    EXPECT_EQ(error_of_installation(in),
              "installation.harmonic.order is 3 twice, allowed is once per order and phase");
    in.harmonics = {{1, 1, 1}};
    EXPECT_EQ(error_of_installation(in), "installation.harmonic.order is 1, allowed is 2 to 40");
}

// Every file that comes with the program can be read, and starts with a sentence about itself.
TEST(ScenarioFile, ReadyScenariosAreReadable) {
    int files = 0;
    for (const auto& entry :
         std::filesystem::directory_iterator(METERTWIN_SOURCE_DIR "/resources/scenarios")) {
        if (entry.path().extension() != ".toml") continue;
        ++files;
        Scenario scenario;
        EXPECT_NO_THROW(scenario = read_scenario(entry.path().string())) << entry.path();
        EXPECT_NO_THROW(check(scenario)) << entry.path();
        EXPECT_EQ(parse_scenario(to_toml(scenario), "again.toml"), scenario) << entry.path();
    }
    EXPECT_GE(files, 8);
}

}  // namespace
}  // namespace signals
