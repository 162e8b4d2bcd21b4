#include "app/bench/line_server.h"

#include <algorithm>
#include <utility>

#include "app/bench/rig_station.h"
#include "app/line/bus.h"

namespace bench {
namespace {

using Crystal = std::chrono::duration<std::int64_t, std::ratio<1, meter::kCrystalHz>>;

}  // namespace

LineServer::LineServer(asio::io_context& io, std::span<const std::unique_ptr<Rig>> meters)
    : meters_(meters),
      bus_(std::make_unique<line::Bus>()),
      timer_(io),
      start_(std::chrono::steady_clock::now()),
      base_ticks_(newest_tick()),
      line_(meters.front()->line()) {
    seat(meters);
}

LineServer::~LineServer() = default;

void LineServer::seat(std::span<const std::unique_ptr<Rig>> meters) {
    stations_.clear();
    bus_->clear_stations();
    meters_ = meters;
    for (const auto& rig : meters) stations_.push_back(std::make_unique<RigStation>(*rig, *bus_));
}

void LineServer::add_tap(std::shared_ptr<line::Tap> tap) { bus_->add_tap(std::move(tap)); }

void LineServer::set_filter(std::shared_ptr<line::AnswerFilter> filter) {
    bus_->set_filter(std::move(filter));
}

const line::Load& LineServer::load() const { return bus_->load(); }

void LineServer::add(std::unique_ptr<ports::Port> port, bool any_format) {
    ports::Port& added = *port;
    ports_.push_back(std::move(port));
    line::Bus::Port place;
    place.client.port = added.address();
    place.own_wire = added.own_wire();
    place.any_format = any_format;
    place.deliver = [&added](std::span<const std::uint8_t> bytes, bool damaged) {
        added.send(bytes, damaged);
    };
    const std::size_t number = bus_->add_port(std::move(place));
    added.configure(format());
    added.start([this, number](ports::Port&, std::span<const std::uint8_t> bytes,
                               const line::SeenFormat& format) {
        if (!ports_[number]) return;
        bus_->send(number, bytes, format, now());
        rearm();
    });
}

std::unique_ptr<ports::Port> LineServer::close(const std::string& address) {
    const auto found = std::find_if(ports_.begin(), ports_.end(), [&](const auto& port) {
        return port && port->address() == address;
    });
    if (found == ports_.end()) return nullptr;
    (*found)->close();
    bus_->close_port(static_cast<std::size_t>(found - ports_.begin()));
    return std::move(*found);
}

// The settings of the first meter are those of the ports.
void LineServer::follow_settings() {
    const meter::LineConfig now = meters_.front()->line();
    {
        const std::lock_guard lock(mutex_);
        if (now == line_) return;
        line_ = now;
    }
    for (const auto& port : ports_)
        if (port) port->configure(line::format_of(now));
}

line::UartFormat LineServer::format() const {
    const std::lock_guard lock(mutex_);
    return line::format_of(line_);
}

void LineServer::rearm() {
    follow_settings();
    const auto deadline = bus_->deadline();
    if (!deadline) return;
    timer_.expires_at(wall_of(*deadline));
    timer_.async_wait([this](asio::error_code error) {
        if (error) return;
        bus_->advance(now());
        rearm();
    });
}

std::int64_t LineServer::newest_tick() const {
    std::int64_t newest = 0;
    for (const auto& rig : meters_) newest = std::max(newest, rig->line_now().ticks);
    return newest;
}

meter::Instant LineServer::now() {
    const auto elapsed =
        std::chrono::floor<Crystal>(std::chrono::steady_clock::now() - start_).count();
    base_ticks_ = std::max(base_ticks_, newest_tick() - elapsed);
    return {base_ticks_ + elapsed};
}

std::chrono::steady_clock::time_point LineServer::wall_of(meter::Instant instant) const {
    const Crystal after{instant.ticks - base_ticks_};
    return start_ + std::chrono::ceil<std::chrono::steady_clock::duration>(after);
}

}  // namespace bench
