#include "app/bench/line_server.h"

#include <algorithm>
#include <utility>

namespace bench {
namespace {

using Crystal = std::chrono::duration<std::int64_t, std::ratio<1, meter::kCrystalHz>>;

}  // namespace

LineServer::LineServer(asio::io_context& io, Rig& rig)
    : rig_(rig),
      timer_(io),
      start_(std::chrono::steady_clock::now()),
      base_ticks_(rig.line_now().ticks) {
    rig_.on_transmit = [this](std::span<const std::uint8_t> answer) {
        if (heard_last_ != nullptr) heard_last_->send(answer);
    };
}

void LineServer::add(std::unique_ptr<ports::Port> port) {
    ports_.push_back(std::move(port));
    ports_.back()->start(
        [this](ports::Port& from, std::span<const std::uint8_t> bytes) { received(from, bytes); });
}

void LineServer::received(ports::Port& from, std::span<const std::uint8_t> bytes) {
    heard_last_ = &from;
    rig_.line_bytes(bytes, now());
    rearm();
}

void LineServer::rearm() {
    const auto deadline = rig_.meter().line_deadline();
    if (!deadline) return;
    timer_.expires_at(wall_of(*deadline));
    timer_.async_wait([this](asio::error_code error) {
        if (!error) deadline_reached();
    });
}

void LineServer::deadline_reached() {
    rig_.line_advance(now());
    rearm();
}

meter::Instant LineServer::now() {
    const auto elapsed =
        std::chrono::floor<Crystal>(std::chrono::steady_clock::now() - start_).count();
    base_ticks_ = std::max(base_ticks_, rig_.line_now().ticks - elapsed);
    return {base_ticks_ + elapsed};
}

std::chrono::steady_clock::time_point LineServer::wall_of(meter::Instant instant) const {
    const Crystal after{instant.ticks - base_ticks_};
    return start_ + std::chrono::ceil<std::chrono::steady_clock::duration>(after);
}

}  // namespace bench
