// The reading windows of a run, as they close: what the meter said in each, in bounded memory.
#pragma once

#include <cstdint>
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

    void join(const RunWindow& next);
};

class RunWindows {
 public:
    // To be called by Rig::on_window.
    void add(std::int64_t last_frame, const meter::Points& points);

    // Beside the truth of `subject`, over the same frames.
    [[nodiscard]] std::vector<WindowRow> beside(const Subject& subject) const;
    [[nodiscard]] std::size_t per_row() const { return windows_.stride(); }
    [[nodiscard]] bool empty() const { return windows_.entries().empty(); }

 private:
    Thinned<RunWindow, kMostWindowRows> windows_;
};

}  // namespace analysis
