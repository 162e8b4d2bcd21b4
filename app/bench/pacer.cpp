#include "app/bench/pacer.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "signals/source.h"

namespace bench {
namespace {

using Seconds = std::chrono::duration<double>;

}  // namespace

void Pacer::anchor(Clock::time_point wall, std::int64_t frame, double speed) {
    wall_ = wall;
    frame_ = frame;
    speed_ = speed;
}

double Pacer::frames_per_second() const { return speed_ * signals::kFrameRate; }

std::int64_t Pacer::due(Clock::time_point wall, std::int64_t frame) {
    if (std::isinf(speed_)) return std::numeric_limits<std::int64_t>::max();
    const double elapsed = Seconds(wall - wall_).count();
    const auto due = frame_ + static_cast<std::int64_t>(std::floor(elapsed * frames_per_second()));
    const auto most =
        static_cast<std::int64_t>(std::ceil(Seconds(kMaxLag).count() * frames_per_second()));
    if (due - frame <= most) return std::max(due, frame);
    anchor(wall - kMaxLag, frame, speed_);
    return frame + most;
}

Pacer::Clock::time_point Pacer::wall_of(std::int64_t frame) const {
    if (std::isinf(speed_)) return wall_;
    const Seconds after{static_cast<double>(frame - frame_) / frames_per_second()};
    if (after >= Seconds(Clock::time_point::max() - wall_)) return Clock::time_point::max();
    return wall_ + std::chrono::ceil<Clock::duration>(after);
}

}  // namespace bench
