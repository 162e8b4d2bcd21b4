#include "app/bench/publisher.h"

#include <utility>

namespace bench {

Publisher::Publisher(asio::io_context& io, std::size_t meters,
                     std::function<const Rig&(std::size_t)> shown, std::function<Pace()> pace)
    : shown_(std::move(shown)), pace_(std::move(pace)), timer_(io), views_(meters) {
    publish_all();
}

void Publisher::touch() {
    lively_until_ = Clock::now() + kLively;
    publish_at(last_ + kPeriod);
}

void Publisher::time_passed() {
    const bool soon = Clock::now() < lively_until_ || looks_different();
    publish_at(last_ + (soon ? std::chrono::microseconds{kPeriod} : kIdlePeriod));
}

bool Publisher::looks_different() const {
    const meter::Meter& meter = shown_(watched_).meter();
    const std::shared_ptr<const View> on_show = view();
    return !(meter.lcd() == on_show->lcd) || !(meter.contacts() == on_show->contacts);
}

void Publisher::publish_at(Clock::time_point due) {
    if (Clock::now() >= due) return publish();
    if (armed_ <= due) return;
    armed_ = due;
    timer_.expires_at(due);
    timer_.async_wait([this](asio::error_code error) {
        if (error) return;
        armed_ = Clock::time_point::max();
        publish();
    });
}

void Publisher::publish() {
    last_ = Clock::now();
    take(watched_, realtime_factor({last_, shown_(watched_).frame()}));
    ring();
}

void Publisher::publish_all() {
    last_ = Clock::now();
    const double factor = realtime_factor({last_, shown_(watched_).frame()});
    for (std::size_t meter = 0; meter < views_.size(); ++meter) take(meter, factor);
    ring();
}

void Publisher::watch(std::size_t meter) {
    {
        const std::lock_guard lock(mutex_);
        watched_ = meter;
    }
    publish();
}

void Publisher::seat(std::size_t meters) {
    const std::lock_guard lock(mutex_);
    views_.resize(meters);
    if (watched_ >= meters) watched_ = 0;
}

void Publisher::take(std::size_t meter, double factor) {
    const Rig& rig = shown_(meter);
    const Pace pace = pace_();
    auto view = std::make_shared<View>();
    view->meter = meter;
    view->meters = views_.size();
    view->points = rig.meter().points();
    view->lcd = rig.meter().lcd();
    view->contacts = rig.meter().contacts();
    view->installation = rig.installation();
    view->wiring = rig.course().wiring_at(rig.frame());
    view->truth = rig.truth();
    rig.terminals(signals::kBlockFrames, view->scope);
    view->frame = rig.frame();
    view->window_end = rig.window_end();
    view->digest = rig.meter().digest();
    view->simulated_seconds = signals::seconds_of(rig.frame());
    view->realtime_factor = factor;
    view->load = pace.load;
    view->speed = pace.speed;
    view->paused = pace.paused;
    view->time = pace.time;
    view->failure = pace.failure;
    const std::lock_guard lock(mutex_);
    views_[meter] = std::move(view);
}

void Publisher::ring() {
    std::function<void()> callback;
    {
        const std::lock_guard lock(mutex_);
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
    return signals::seconds_of(now.frame - then.frame) / wall;
}

std::shared_ptr<const View> Publisher::view(std::size_t meter) const {
    const std::lock_guard lock(mutex_);
    return meter < views_.size() ? views_[meter] : nullptr;
}

std::shared_ptr<const View> Publisher::view() const {
    const std::lock_guard lock(mutex_);
    return views_[watched_];
}

void Publisher::on_view(std::function<void()> callback) {
    const std::lock_guard lock(mutex_);
    callback_ = std::move(callback);
}

}  // namespace bench
