#include "app/analysis/run_windows.h"

#include "signals/source.h"

namespace analysis {

void RunWindow::join(const RunWindow& next) {
    const auto joined = [&](const Values& mine, const Values& others) {
        Average average;
        average.add(mine, frames);
        average.add(others, next.frames);
        return average.values();
    };
    meter = joined(meter, next.meter);
    if (truth && next.truth) truth = joined(*truth, *next.truth);
    last_frame = next.last_frame;
    frames += next.frames;
}

void RunWindows::add(std::int64_t last_frame, const meter::Points& points,
                     const std::optional<Values>& truth) {
    windows_.add({last_frame, points.readings.window_frames, values_of(points.readings), truth});
}

std::vector<WindowRow> RunWindows::beside(const Subject& subject) const {
    std::vector<WindowRow> out;
    for (const RunWindow& w : windows_.entries()) {
        const double end = signals::seconds_of(w.last_frame);
        out.push_back({end - w.frames / signals::kFrameRate, end, w.meter,
                       w.truth ? *w.truth : values_of(subject.truth(w.last_frame, w.frames))});
    }
    return out;
}

}  // namespace analysis
