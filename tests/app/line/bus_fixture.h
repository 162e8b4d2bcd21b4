// Whole meters on a bus in simulated line time: no thread, no clock, no samples.
#pragma once

#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include "app/line/bus.h"
#include "core/meter.h"
#include "tests/app/modbus_frame.h"

namespace line::test {

using meter::Instant;
using meter::Ticks;
using ::test::Bytes;
using ::test::with_crc;

class MeterStation final : public Station, private meter::Board {
 public:
    MeterStation(Bus& bus, const meter::Config& config) : bus_(bus), meter_(*this, config) {
        place_ = bus.add_station(*this);
    }

    [[nodiscard]] meter::LineConfig line() const override { return line_; }
    void receive(std::uint8_t byte, bool damaged, Instant now) override {
        now_ = std::max(now_, now);
        damaged ? meter_.line_damage(now_) : meter_.line_byte(byte, now_);
    }
    void advance(Instant now) override { meter_.line_advance(now_ = std::max(now_, now)); }
    [[nodiscard]] std::optional<Instant> deadline() const override {
        return meter_.line_deadline();
    }
    [[nodiscard]] bool answering() const override { return answering_ && deadline().has_value(); }
    void power(bool present) override {
        answering_ = false;
        present ? meter_.control_power(true) : meter_.cut_power();
    }
    [[nodiscard]] meter::Meter& meter() { return meter_; }

 private:
    void line_transmit(std::span<const std::uint8_t> frame) override {
        answering_ = false;
        bus_.answered(place_, frame);
    }
    std::uint8_t line_request(std::span<const std::uint8_t> frame) override {
        answering_ = frame[0] != 0;
        return bus_.requested(place_, frame);
    }
    void line_configure(const meter::LineConfig& line) override { line_ = line; }
    void set_current_preamp(std::uint8_t) override {}
    [[nodiscard]] std::uint32_t nv_size() const override { return 0; }
    void nv_read(std::uint32_t, std::span<std::uint8_t>) const override {}
    void nv_write(std::uint32_t, std::span<const std::uint8_t>) override {}

    Bus& bus_;
    std::size_t place_ = 0;
    meter::LineConfig line_{};
    Instant now_{};
    bool answering_ = false;
    meter::Meter meter_;
};

struct Delivery {
    Instant at;
    Bytes bytes;
    bool operator==(const Delivery&) const = default;
};

struct Heard final : Tap {
    void heard(const Traffic& one) override { traffic.push_back(one); }
    std::vector<Traffic> traffic;
};

// A bus with meters and one client on "port".
struct Line {
    explicit Line(const std::vector<meter::LineConfig>& lines = {{}}, bool own_wire = false) {
        for (const meter::LineConfig& line : lines) {
            meter::Config config;
            config.line = line;
            stations.push_back(std::make_unique<MeterStation>(bus, config));
        }
        add_port("port", delivered, own_wire);
        bus.add_tap(tap);
    }
    std::size_t add_port(const char* name, std::vector<Delivery>& into, bool own_wire = false) {
        Bus::Port port;
        port.client = {name, 0};
        port.own_wire = own_wire;
        port.deliver = [this, &into](std::span<const std::uint8_t> bytes, bool) {
            into.push_back({now, {bytes.begin(), bytes.end()}});
        };
        return bus.add_port(std::move(port));
    }

    void send(const Bytes& bytes, Instant at, std::size_t port = 0, const SeenFormat& seen = {}) {
        run_until(at);
        bus.send(port, bytes, seen, now);
    }
    // Serves every deadline up to `until`, as a server does.
    void run_until(Instant until) {
        for (auto due = bus.deadline(); due && *due <= until; due = bus.deadline()) {
            now = std::max(now, *due);
            bus.advance(now);
        }
        now = std::max(now, until);
        bus.advance(now);
    }
    // Until nothing is going to happen.
    void settle() {
        while (const auto due = bus.deadline()) run_until(std::max(now, *due));
    }
    // Everything that has been delivered, whatever its pieces.
    [[nodiscard]] Bytes answer() const { return joined(delivered); }
    [[nodiscard]] static Bytes joined(const std::vector<Delivery>& pieces) {
        Bytes all;
        for (const Delivery& piece : pieces)
            all.insert(all.end(), piece.bytes.begin(), piece.bytes.end());
        return all;
    }
    Bytes ask(const Bytes& request, const SeenFormat& seen = {}) {
        delivered.clear();
        send(request, now + Ticks{5'000}, 0, seen);
        settle();
        return answer();
    }

    Bus bus;
    std::vector<std::unique_ptr<MeterStation>> stations;
    std::shared_ptr<Heard> tap = std::make_shared<Heard>();
    std::vector<Delivery> delivered;
    Instant now{};
};

// Reads the system type of the meter at `address`: 40.
inline Bytes ask_type(int address) { return with_crc({address, 3, 0x00, 0x81, 0x00, 0x01}); }
inline Bytes type_of(int address) { return with_crc({address, 3, 2, 0x00, 0x28}); }

}  // namespace line::test
