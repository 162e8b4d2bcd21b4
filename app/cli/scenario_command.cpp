#include "app/cli/scenario_command.h"

#include <fmt/format.h>

#include <filesystem>
#include <fstream>
#include <memory>

#include "app/bench/settings.h"
#include "app/cli/expectation.h"
#include "app/cli/scenario_explain.h"
#include "app/cli/scenario_schema.h"
#include "app/cli/scenario_templates.h"
#include "signals/scenario/scenario_file.h"

namespace cli {
namespace {

struct ScenarioOptions {
    std::vector<std::string> files;
    std::string from = "blank";
    std::string out;
    bool list = false;
};

// What reading alone does not find. Empty when the scenario is good.
std::vector<std::string> problems_of(const std::string& file, signals::Scenario& scenario) {
    try {
        scenario = signals::read_scenario(file);
        (void)bench::config_of(scenario.meter);
        return check_expectations(scenario, file);
    } catch (const signals::ScenarioError& error) {
        return {error.what()};
    } catch (const std::invalid_argument& error) {
        return {fmt::format("{}: {}", file, error.what())};
    }
}

int check(const ScenarioOptions& options) {
    int bad = 0;
    for (const std::string& file : options.files) {
        signals::Scenario scenario;
        const auto problems = problems_of(file, scenario);
        for (const std::string& problem : problems) fmt::print(stderr, "{}\n", problem);
        bad += problems.empty() ? 0 : 1;
    }
    fmt::print("{} of {} scenarios are good\n",
               options.files.size() - static_cast<std::size_t>(bad), options.files.size());
    return bad == 0 ? kOk : kFailure;
}

signals::Scenario good_scenario(const std::string& file) {
    signals::Scenario scenario;
    const auto problems = problems_of(file, scenario);
    if (!problems.empty()) throw std::runtime_error(problems.front());
    return scenario;
}

int explain_files(const ScenarioOptions& options) {
    for (const std::string& file : options.files) fmt::print("{}\n", explain(good_scenario(file)));
    return kOk;
}

int test(const ScenarioOptions& options) {
    bool good = true;
    for (const std::string& file : options.files) {
        const signals::Scenario scenario = good_scenario(file);
        fmt::print("{}{}\n", file, scenario.expect.empty() ? ": expects nothing" : "");
        for (const Finding& f : test_scenario(scenario)) {
            good = good && f.good;
            fmt::print("  {:>10.3f} s  {:<4} {:<16} {} (expected {})\n", f.at,
                       f.good ? "ok" : "BAD", f.what, f.shown, f.expected);
        }
    }
    return good ? kOk : kFailure;
}

int list_templates() {
    for (const Template& t : scenario_templates()) fmt::print("{:<14} {}\n", t.name, t.summary);
    return kOk;
}

int make_new(const ScenarioOptions& options) {
    if (options.list) return list_templates();
    if (options.out.empty()) throw std::runtime_error("scenario new: no file to write is named");
    const Template& from = find_template(options.from);
    if (std::filesystem::exists(options.out))
        throw std::runtime_error(options.out + ": exists already; it is not overwritten");
    std::ofstream file(options.out, std::ios::binary);
    file << from.text;
    file.close();
    if (!file) throw std::runtime_error(options.out + ": cannot write");
    fmt::print(stderr, "wrote {}\n", options.out);
    return kOk;
}

using Run = int (*)(const ScenarioOptions&);

struct Verb {
    const char* name;
    const char* summary;
    bool takes_files;
    Run run;
};

constexpr std::array<Verb, 6> kVerbs{{
    {"check", "read scenarios and say what is wrong, with file, line and column", true, check},
    {"explain", "say in plain words what a scenario does", true, explain_files},
    {"test", "run scenarios against their [[expect]]", true, test},
    {"new", "write a commented starting file", false, make_new},
    {"schema", "print the JSON schema of scenario files", false,
     [](const ScenarioOptions&) {
         fmt::print("{}\n", scenario_schema().dump(2));
         return int{kOk};
     }},
    {"reference", "print all kinds of events and their keys, as Markdown", false,
     [](const ScenarioOptions&) {
         fmt::print("{}", scenario_reference());
         return int{kOk};
     }},
}};

}  // namespace

Action prepare_scenario(CLI::App& app) {
    auto options = std::make_shared<ScenarioOptions>();
    auto run = std::make_shared<Run>(nullptr);
    app.require_subcommand(1);
    for (const Verb& verb : kVerbs) {
        CLI::App* sub = app.add_subcommand(verb.name, verb.summary);
        sub->callback([run, &verb] { *run = verb.run; });
        if (verb.takes_files) sub->add_option("FILE", options->files, "scenario files")->required();
        if (verb.run != make_new) continue;
        sub->add_option("OUT", options->out, "the file to write; it must not exist");
        sub->add_option("--from", options->from, "which template: see --list");
        sub->add_flag("--list", options->list, "print the templates");
    }
    return [options, run] { return (*run)(*options); };
}

}  // namespace cli
