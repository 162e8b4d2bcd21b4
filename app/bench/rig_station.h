// The meter of a rig as a station on the bus.
#pragma once

#include <cstddef>

#include "app/bench/rig.h"
#include "app/line/bus.h"
#include "app/line/station.h"

namespace bench {

class RigStation final : public line::Station {
 public:
    // Takes its place on the bus. The rig must outlive the station, the station the bus's last
    // advance().
    RigStation(Rig& rig, line::Bus& bus);
    ~RigStation();

    RigStation(const RigStation&) = delete;
    RigStation& operator=(const RigStation&) = delete;

    [[nodiscard]] std::size_t place() const { return place_; }

    [[nodiscard]] meter::LineConfig line() const override { return rig_.line(); }
    void receive(std::uint8_t byte, bool damaged, meter::Instant now) override;
    void advance(meter::Instant now) override { rig_.line_advance(now); }
    [[nodiscard]] std::optional<meter::Instant> deadline() const override {
        return rig_.meter().line_deadline();
    }
    [[nodiscard]] bool answering() const override { return answering_ && deadline().has_value(); }
    void power(bool present) override;

 private:
    Rig& rig_;
    line::Bus& bus_;
    std::size_t place_;
    bool answering_ = false;
};

}  // namespace bench
