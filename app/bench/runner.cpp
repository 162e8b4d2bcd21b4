#include "app/bench/runner.h"

#include <fmt/core.h>

#include <algorithm>
#include <asio/post.hpp>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "app/bench/runner_parts.h"
#include "app/line/station.h"
#include "app/ports/pty.h"
#include "app/ports/rfc2217.h"
#include "app/ports/serial.h"
#include "app/ports/tcp_address.h"
#include "signals/scenario/worded_error.h"

namespace bench {
namespace {

constexpr std::chrono::milliseconds kWake{10};  // between two advances in paced running

std::vector<std::unique_ptr<Rig>> one(std::unique_ptr<Rig> rig) {
    std::vector<std::unique_ptr<Rig>> meters;
    meters.push_back(std::move(rig));
    return meters;
}

std::vector<std::unique_ptr<Rig>> checked(std::vector<std::unique_ptr<Rig>> meters) {
    if (meters.empty() || meters.size() > line::kMostMeters)
        throw std::invalid_argument(
            fmt::format("{} meters are no bus; it has 1 to {}", meters.size(), line::kMostMeters));
    for (const auto& rig : meters)
        if (rig->frame() != meters.front()->frame())
            throw std::invalid_argument("the meters of a bus have to stand at the same frame");
    return meters;
}

}  // namespace

Runner::Parts::Parts(std::vector<std::unique_ptr<Rig>> owned)
    : meters(checked(std::move(owned))),
      count(meters.size()),
      line(io, meters),
      gateway(meters, line),
      time(meters),
      publisher(
          io, meters.size(), [this](std::size_t meter) -> const Rig& { return time.shown(meter); },
          [this] {
              return Publisher::Pace{pacer.speed(), paused, failure, line.load(), time_view()};
          }) {}

TimeView Runner::Parts::time_view() const {
    TimeView out = time.view();
    out.doings = doings;
    return out;
}

void Runner::Parts::advance(std::int64_t frames) {
    while (frames > 0) {
        const std::int64_t piece = std::min(frames, time.until_snapshot());
        for (const auto& rig : meters) rig->advance(piece);
        time.advanced();
        frames -= piece;
    }
}

void Runner::Parts::run() {
    try {
        pacer.anchor(Clock::now(), frame(), pacer.speed());
        schedule();
        line.rearm();
        io.run();
    } catch (const std::exception& error) {
        failure = signals::sentence_of(error).in(words);
        paused = true;
        publisher.publish();
        finish();
    }
}

// A request of another thread, on the owner's.
void Runner::Parts::apply(const std::function<void()>& request) {
    request();
    line.rearm();
    publisher.touch();
    schedule();
}

void Runner::Parts::schedule() {
    if (scheduled || paused) return;
    scheduled = true;
    const auto now = Clock::now();
    if (pacer.due(now, frame()) > frame()) {
        asio::post(io, [this] { turn(); });
        return;
    }
    wake.expires_at(std::min(now + kWake, pacer.wall_of(target)));
    wake.async_wait([this](asio::error_code) { turn(); });
}

void Runner::Parts::turn() {
    scheduled = false;
    if (paused) return;
    const auto now = Clock::now();
    const std::int64_t goal = std::min(pacer.due(now, frame()), target);
    while (frame() < goal && Clock::now() - now < kTurn)
        advance(std::min<std::int64_t>(goal - frame(), signals::kBlockFrames));
    if (frame() >= target) return reach_target();
    publisher.time_passed();
    schedule();
}

void Runner::Parts::reach_target() {
    target = kNever;
    paused = true;
    publisher.publish_all();
    const std::lock_guard lock(mutex);
    if (frame() < waiting_for) return;
    done = true;
    changed.notify_all();
}

void Runner::Parts::set_pace(double speed, bool pause) {
    paused = pause;
    pacer.anchor(Clock::now(), frame(), speed);
}

void Runner::Parts::finish() {
    const std::lock_guard lock(mutex);
    done = true;
    changed.notify_all();
}

Runner::Runner(std::unique_ptr<Rig> rig) : Runner(one(std::move(rig))) {}

Runner::Runner(std::vector<std::unique_ptr<Rig>> meters)
    : parts_(std::make_unique<Parts>(std::move(meters))) {}

Runner::~Runner() { stop(); }

void Runner::start() {
    if (parts_->thread.joinable()) return;
    parts_->io.restart();
    parts_->thread = std::thread([this] { parts_->run(); });
}

void Runner::stop() {
    if (!parts_->thread.joinable()) return;
    parts_->io.stop();
    parts_->thread.join();
    parts_->publisher.publish_all();
    parts_->finish();
}

void Runner::set_speed(double speed) {
    if (!(speed >= kMinSpeed))
        throw std::invalid_argument(fmt::format(
            "speed {} is not allowed; it is {} or more, or infinity", speed, kMinSpeed));
    post([this, speed](Rig&) { parts_->set_pace(speed, parts_->paused); });
}

void Runner::pause() {
    post([this](Rig&) { parts_->set_pace(parts_->pacer.speed(), true); });
}

void Runner::resume() {
    post([this](Rig&) {
        if (!parts_->go_on()) return;
        parts_->set_pace(parts_->pacer.speed(), false);
    });
}

void Runner::step(std::int64_t frames) {
    post([this, frames](Rig&) {
        if (!parts_->go_on()) return;
        parts_->set_pace(parts_->pacer.speed(), true);
        parts_->advance(frames);
    });
}

void Runner::run_until(std::int64_t frame) {
    {
        const std::lock_guard lock(parts_->mutex);
        parts_->waiting_for = frame;
        parts_->done = false;
    }
    post([this, frame](Rig& rig) {
        if (!parts_->go_on()) return parts_->finish();
        parts_->target = std::max(frame, rig.frame());
        parts_->set_pace(parts_->pacer.speed(), false);
        if (frame <= rig.frame()) parts_->reach_target();
    });
}

void Runner::wait() {
    while (!wait_for(std::chrono::hours(1))) {
    }
}

bool Runner::wait_for(std::chrono::milliseconds at_most) {
    std::unique_lock lock(parts_->mutex);
    if (!parts_->changed.wait_for(lock, at_most, [this] { return parts_->done; })) return false;
    lock.unlock();
    const std::string failure = view()->failure;
    if (!failure.empty()) throw std::runtime_error(failure);
    return true;
}

std::string Runner::Parts::open(std::unique_ptr<ports::Port> port, RateCheck check) {
    std::string address = port->address();
    auto shared = std::make_shared<std::unique_ptr<ports::Port>>(std::move(port));
    asio::post(io, [this, shared, check] {
        apply([&] { line.add(std::move(*shared), check == RateCheck::lenient); });
    });
    return address;
}

std::string Runner::open_pty(const std::optional<std::string>& link, RateCheck check) {
    return parts_->open(std::make_unique<ports::Pty>(parts_->io, link, parts_->line.format()),
                        check);
}

std::string Runner::open_serial(const std::string& device) {
    return parts_->open(std::make_unique<ports::Serial>(parts_->io, device, parts_->line.format()),
                        RateCheck::strict);
}

std::string Runner::open_rfc2217(const std::string& where, const ports::TcpLimits& limits) {
    return parts_->open(
        std::make_unique<ports::Rfc2217>(parts_->io, ports::parse_tcp_address(where), limits.idle),
        RateCheck::strict);
}

std::string Runner::open_tcp(ports::Protocol protocol, const std::string& where,
                             const ports::TcpLimits& limits) {
    auto server =
        std::make_shared<std::unique_ptr<ports::TcpServer>>(std::make_unique<ports::TcpServer>(
            parts_->io, ports::parse_tcp_address(where), protocol, parts_->gateway, limits));
    std::string address = (*server)->address();
    post([this, server](Rig&) {
        parts_->servers.push_back(std::move(*server));
        parts_->servers.back()->start();
    });
    return address;
}

// What is closed is destroyed behind the handlers that are under way.
bool Runner::Parts::close(const std::string& address) {
    const auto forget = [this](auto closed) {
        asio::post(io, [keep = std::shared_ptr(std::move(closed))] {});
    };
    const auto server = std::find_if(servers.begin(), servers.end(),
                                     [&](const auto& each) { return each->address() == address; });
    if (server != servers.end()) {
        (*server)->close();
        forget(std::move(*server));
        servers.erase(server);
        return true;
    }
    std::unique_ptr<ports::Port> port = line.close(address);
    if (!port) return false;
    forget(std::move(port));
    return true;
}

void Runner::close_port(const std::string& address, std::function<void(bool)> closed) {
    post([this, address, closed = std::move(closed)](Rig&) {
        const bool done = parts_->close(address);
        if (closed) closed(done);
    });
}

void Runner::add_tap(std::shared_ptr<line::Tap> tap) {
    post([this, tap = std::move(tap)](Rig&) {
        parts_->line.add_tap(tap);
        parts_->gateway.add_tap(tap);
    });
}

void Runner::set_answer_filter(std::shared_ptr<line::AnswerFilter> filter) {
    post([this, filter = std::move(filter)](Rig&) { parts_->line.set_filter(filter); });
}

std::size_t Runner::meters() const { return parts_->count; }

void Runner::key(std::size_t meter, meter::Key key, bool down) {
    enter(meter, [key, down](Rig& rig) { rig.key(key, down); });
}

void Runner::set_installation(std::size_t meter, const signals::Installation& installation) {
    enter(meter, [installation](Rig& rig) { rig.set_installation(installation); });
}

void Runner::enter(std::size_t meter, std::function<void(Rig&)> action) {
    post(meter, [this, action = std::move(action)](Rig& rig) {
        if (!parts_->go_on()) return;
        ++parts_->doings;
        action(rig);
    });
}

void Runner::post(std::size_t meter, std::function<void(Rig&)> action) {
    asio::post(parts_->io, [this, meter, action = std::move(action)] {
        if (meter >= parts_->meters.size()) return;
        parts_->apply([&] { action(*parts_->meters[meter]); });
    });
}

std::shared_ptr<const View> Runner::view() const { return parts_->publisher.view(); }

std::shared_ptr<const View> Runner::view(std::size_t meter) const {
    return parts_->publisher.view(meter);
}

void Runner::watch(std::size_t meter) {
    post(meter, [this, meter](Rig&) { parts_->watch(meter); });
}

void Runner::on_view(std::function<void()> callback) {
    parts_->publisher.on_view(std::move(callback));
}

}  // namespace bench
