// Everything about a piece of work: what it began with, what was done, where it stands.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/history/looker.h"
#include "app/bench/history/tree.h"
#include "signals/replay/options.h"
#include "signals/replay/replay.h"

namespace bench {

// A recording in front of the meter. It stays in its own file, which is known again by its content.
struct CaptureSource {
    std::string path;        // absolute
    std::uint64_t hash = 0;  // signals::content_hash()
    signals::ReplayOptions how;
};

struct Workspace {
    std::string program;   // that wrote it, "MeterTwin 1.0"
    std::string scenario;  // the text that it began with, TOML; empty: the default installation
    std::string scenario_name;             // its file, for people; may be empty
    std::optional<CaptureSource> capture;  // of the first meter
    Tree history;
    // What a program keeps besides, by name: the window's arrangement. Unknown names are kept.
    std::map<std::string, std::vector<std::uint8_t>> extras;
};

// A history that begins with this rig as it stands.
Tree tree_of(const Rig& rig);

// The capture's content is looked at again.
CaptureSource capture_source(const std::string& path, const signals::ReplayOptions& how);

// Opens the recording. `beside` is the workspace's file: a recording that has moved together with
// it is found there. Throws CaptureError, MappingError, ReplayError as signals::Replay, and
// std::runtime_error when the file's content is not what it was.
std::shared_ptr<signals::Replay> open_replay(const CaptureSource& source,
                                             const std::string& beside = {});
// Gives the recording to meter 0 and nothing to others; nothing at all when there is none.
MakeInput input_of(const std::shared_ptr<signals::Replay>& replay);
MakeInput open_capture(const std::optional<CaptureSource>& source, const std::string& beside = {});

}  // namespace bench
