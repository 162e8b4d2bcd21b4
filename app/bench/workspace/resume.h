// Meters as a workspace left them, or as they were at any moment of it.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/bench/workspace/workspace.h"

namespace bench {

struct Moment {
    std::optional<int> branch;          // its number; nothing: the present one
    std::optional<std::int64_t> frame;  // nothing: its newest
};

struct Resumed {
    std::vector<std::unique_ptr<Rig>> rigs;  // at the moment, with their waveform
    Tree
        history;  // whose newest state is that: a new branch unless the moment is a branch's newest
    MakeInput make_input;
};

// Throws std::out_of_range when the workspace has no such moment, or no longer the inputs to make
// it exactly, and as open_capture() and Rig::restore(). `beside` as in open_capture().
Resumed resume(const Workspace& workspace, const Moment& moment = {},
               const std::string& beside = {});

}  // namespace bench
