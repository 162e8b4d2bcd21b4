// The reading windows of a run, as they close: what the meter said in each, in bounded memory.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "app/analysis/replay_run.h"
#include "app/analysis/subject.h"
#include "app/analysis/thinned.h"
#include "app/analysis/values.h"
#include "core/registers/points.h"

namespace analysis {

// A reading window, or some neighbours of it.
struct RunWindow {
    std::int64_t last_frame = 0;  // the frame that closed it and belongs to the next
    int frames = 0;
    Values meter{};
    std::optional<Values> truth;  // where it had to be taken at once

    void join(const RunWindow& next);
};

class RunWindows {
 public:
    // To be called by Rig::on_window. `truth` is given when the installation may be edited while
    // it runs: the course then forgets what was.
    void add(std::int64_t last_frame, const meter::Points& points,
             const std::optional<Values>& truth = std::nullopt);

    // Beside the truth of `subject`, over the same frames, unless it is known.
    [[nodiscard]] std::vector<WindowRow> beside(const Subject& subject) const;
    [[nodiscard]] std::size_t per_row() const { return windows_.stride(); }
    [[nodiscard]] bool empty() const { return windows_.entries().empty(); }

 private:
    Thinned<RunWindow, kMostWindowRows> windows_;
};

}  // namespace analysis
