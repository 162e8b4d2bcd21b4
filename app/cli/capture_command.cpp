#include "app/cli/capture_command.h"

#include <fmt/core.h>

#include <fstream>
#include <memory>
#include <stdexcept>
#include <string>

#include "app/cli/capture_report.h"
#include "app/cli/interrupt.h"
#include "app/cli/progress.h"
#include "app/cli/replay_options.h"
#include "signals/capture/open_capture.h"
#include "signals/replay/map_file.h"

namespace cli {
namespace {

struct InfoOptions {
    std::string capture;
    ReplayArguments how;
    bool save = false;
    bool quick = false;
    bool json = false;
};

struct Stopped {};

std::vector<signals::ChannelStatistics> measure(signals::Capture& capture) {
    Progress progress{"reading"};
    auto out = signals::statistics(capture, [&](double share) {
        progress.show(share);
        if (interrupted()) throw Stopped{};
    });
    progress.end();
    return out;
}

void find_map(const signals::ReplayOptions& how, bool by_hand, CaptureReport& report) {
    try {
        signals::Mapping mapping = how.map ? signals::read_mapping(*how.map, report.recording)
                                           : signals::find_mapping(report.recording);
        signals::apply_side(mapping, report.recording, how.side);
        if (how.scale) signals::apply_scale(mapping, *how.scale);
        report.mapping = std::move(mapping);
    } catch (const signals::MappingError& error) {
        if (by_hand) throw;
        report.no_mapping = error.what();
    }
}

void save_map(const InfoOptions& options, const signals::ReplayOptions& how,
              const CaptureReport& report) {
    if (!report.mapping) throw std::runtime_error(report.no_mapping);
    const std::string path = options.capture + ".map.toml";
    std::ofstream out{path};
    out << signals::map_file_text(report.recording, *report.mapping, how);
    out.close();
    if (!out) throw std::runtime_error(path + ": cannot be written");
    fmt::print(stderr, "{} written; it is read whenever {} is opened\n", path, options.capture);
}

int info(const InfoOptions& options) {
    catch_interrupts();
    signals::ReplayOptions how = options.how.options();
    if (const auto file = signals::map_file_of(options.capture); file && how.map_file) {
        signals::merge_map_file(*file, how);
    }
    const signals::OpenCapture capture = signals::open_capture(options.capture, how.capture);
    CaptureReport report{capture->recording(), {}, {}, {}};
    try {
        if (!options.quick) report.statistics = measure(*capture);
    } catch (const Stopped&) {
        return kInterrupted;
    }
    find_map(how, how.map.has_value(), report);
    if (options.save) save_map(options, how, report);
    if (options.json) {
        fmt::print("{}\n", capture_json(report).dump(2));
    } else {
        fmt::print("{}", capture_text(report));
    }
    return kOk;
}

}  // namespace

Action prepare_capture(CLI::App& app) {
    auto options = std::make_shared<InfoOptions>();
    app.require_subcommand(1);
    CLI::App* sub = app.add_subcommand("info", "header, channels, rates, stamps, warnings, rms");
    sub->add_option("capture", options->capture,
                    "recording: COMTRADE (.cfg, .dat, .cff, or without extension), CSV or WAV")
        ->required();
    add_replay_options(*sub, options->how);
    sub->add_flag("--save", options->save,
                  "keep the channels at the terminals, and the options given here, in "
                  "FILE.map.toml beside the recording");
    sub->add_flag("--quick", options->quick, "without reading the samples");
    sub->add_flag("--json", options->json, "as JSON");
    return [options] { return info(*options); };
}

}  // namespace cli
