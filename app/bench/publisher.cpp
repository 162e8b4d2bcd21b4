#include "app/bench/publisher.h"

#include <utility>

namespace bench {

Publisher::Publisher(asio::io_context& io, const Rig& rig, std::function<Pace()> pace)
    : rig_(rig), pace_(std::move(pace)), timer_(io) {
    publish();
}

void Publisher::touch() {
    if (armed_) return;
    const auto due = last_ + kPeriod;
    if (Clock::now() >= due) return publish();
    armed_ = true;
    timer_.expires_at(due);
    timer_.async_wait([this](asio::error_code error) {
        armed_ = false;
        if (!error) publish();
    });
}

void Publisher::publish() {
    last_ = Clock::now();
    const Pace pace = pace_();
    auto view = std::make_shared<View>();
    view->points = rig_.meter().points();
    view->lcd = rig_.meter().lcd();
    view->contacts = rig_.meter().contacts();
    view->installation = rig_.installation();
    view->truth = rig_.truth();
    rig_.terminals(signals::kBlockFrames, view->scope);
    view->frame = rig_.frame();
    view->digest = rig_.meter().digest();
    view->simulated_seconds = static_cast<double>(rig_.frame()) / signals::kFrameRate;
    view->realtime_factor = realtime_factor({last_, rig_.frame()});
    view->speed = pace.speed;
    view->paused = pace.paused;
    view->failure = pace.failure;

    std::function<void()> callback;
    {
        const std::lock_guard lock(mutex_);
        view_ = std::move(view);
        callback = callback_;
    }
    if (callback) callback();
}

double Publisher::realtime_factor(Sample now) {
    history_.push_back(now);
    while (history_.size() > 2 && now.wall - history_[1].wall >= std::chrono::seconds(1))
        history_.pop_front();
    const Sample& then = history_.front();
    const double wall = std::chrono::duration<double>(now.wall - then.wall).count();
    if (wall <= 0.0) return 0.0;
    return static_cast<double>(now.frame - then.frame) / signals::kFrameRate / wall;
}

std::shared_ptr<const View> Publisher::view() const {
    const std::lock_guard lock(mutex_);
    return view_;
}

void Publisher::on_view(std::function<void()> callback) {
    const std::lock_guard lock(mutex_);
    callback_ = std::move(callback);
}

}  // namespace bench
