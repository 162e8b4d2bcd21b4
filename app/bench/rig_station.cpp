#include "app/bench/rig_station.h"

namespace bench {
namespace {

constexpr std::uint8_t kBroadcast = 0;

}  // namespace

RigStation::RigStation(Rig& rig, line::Bus& bus)
    : rig_(rig), bus_(bus), place_(bus.add_station(*this)) {
    rig_.on_request = [this](std::span<const std::uint8_t> frame) {
        answering_ = frame[0] != kBroadcast;
        return bus_.requested(place_, frame);
    };
    rig_.on_transmit = [this](std::span<const std::uint8_t> frame) {
        answering_ = false;
        bus_.answered(place_, frame);
    };
}

RigStation::~RigStation() {
    rig_.on_request = nullptr;
    rig_.on_transmit = nullptr;
}

void RigStation::receive(std::uint8_t byte, bool damaged, meter::Instant now) {
    if (damaged)
        rig_.line_damage(now);
    else
        rig_.line_bytes({&byte, 1}, now);
}

void RigStation::power(bool present) {
    answering_ = false;
    if (present)
        rig_.control_power(true);
    else
        rig_.cut_power();
}

}  // namespace bench
