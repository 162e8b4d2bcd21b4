// A recording as the waveform of a rig.
#pragma once

#include <cstdint>

#include "app/bench/rig.h"
#include "signals/replay/replay.h"

namespace bench {

// The replay must outlive the rig.
class ReplayInput : public Input {
 public:
    explicit ReplayInput(signals::Replay& replay) : replay_(replay) {}
    signals::Source& source() override { return replay_.source(); }
    signals::Truth truth(std::int64_t last_frame, int frames) override {
        last_frame_ = last_frame;
        frames_ = frames;
        return replay_.truth(last_frame, frames);
    }

    // The window whose truth was asked for last.
    [[nodiscard]] std::int64_t last_frame() const { return last_frame_; }
    [[nodiscard]] int frames() const { return frames_; }

 private:
    std::int64_t last_frame_ = -1;
    int frames_ = 0;
    signals::Replay& replay_;
};

}  // namespace bench
