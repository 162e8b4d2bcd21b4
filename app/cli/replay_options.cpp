#include "app/cli/replay_options.h"

#include <limits>

#include "app/cli/checked_by.h"

namespace cli {

signals::ReplayOptions ReplayArguments::options() const {
    signals::ReplayOptions out;
    out.capture.rate = rate;
    if (!map.empty()) out.map = map;
    if (!side.empty()) out.side = signals::parse_side(side);
    if (!scale.empty()) out.scale = scale;
    if (!hold.empty()) out.hold = signals::parse_hold(hold);
    if (!resample.empty()) out.resampling = signals::parse_resampling(resample);
    out.from = from;
    out.to = to;
    out.loop = loop;
    out.map_file = !no_map_file;
    return out;
}

void add_replay_options(CLI::App& app, ReplayArguments& a) {
    const auto seconds = CLI::Range(0.0, std::numeric_limits<double>::max());
    app.add_option("--map", a.map,
                   "channels by hand: VA=...,VB=...,VC=...,IA=...,IB=...,IC=..., each a name or a "
                   "position in the file. Without it they are found by phase, name and unit")
        ->check(checked_by([](const std::string& text) { signals::parse_map(text); }, "MAP"));
    app.add_option("--side", a.side,
                   "primary or secondary: turns values to that side of their transformers, where "
                   "the file tells the ratio. Default: as recorded")
        ->check(checked_by([](const std::string& text) { signals::parse_side(text); }, "SIDE"));
    app.add_option("--scale", a.scale,
                   "factors by terminal: VA=1.05, V=100 for all voltages, I=-1 to turn currents")
        ->check(checked_by([](const std::string& text) { signals::parse_scale(text); }, "SCALE"));
    app.add_option("--record-rate", a.rate,
                   "sampling rate of the recording in Hz, whatever it says")
        ->check(CLI::Range(1.0, 1e9));
    app.add_option("--from", a.from, "s of the recording to begin with")->check(seconds);
    app.add_option("--to", a.to, "s of the recording to end before")->check(seconds);
    auto* hold =
        app.add_option("--hold", a.hold,
                       "pre-fault, end, or seconds: plays the steady cycles there for "
                       "ever in place of the recording")
            ->check(checked_by([](const std::string& text) { signals::parse_hold(text); }, "HOLD"));
    app.add_flag("--loop", a.loop, "play the recording round and round, in whole cycles")
        ->excludes(hold);
    app.add_option("--resample", a.resample,
                   "ideal: what is above 1260 Hz is filtered out; hardware: sampled without a "
                   "filter, so that it folds down. Default: ideal")
        ->check(
            checked_by([](const std::string& text) { signals::parse_resampling(text); }, "MODE"));
    app.add_flag("--no-map-file", a.no_map_file,
                 "do not read FILE.map.toml, where earlier decisions stand");
}

}  // namespace cli
