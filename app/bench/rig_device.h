// The meter of a rig as a gateway port sees it.
#pragma once

#include "app/bench/rig.h"
#include "app/ports/device.h"
#include "core/modbus/pdu.h"

namespace bench {

static_assert(ports::kMaxPdu == meter::modbus::kMaxPdu);

class RigDevice final : public ports::Device {
 public:
    explicit RigDevice(Rig& rig) : rig_(rig) {}

    [[nodiscard]] std::uint8_t address() const override {
        return rig_.meter().points().config.line.address;
    }
    std::size_t request(std::span<const std::uint8_t> pdu,
                        std::span<std::uint8_t> answer) override {
        return rig_.request(pdu, answer);
    }

 private:
    Rig& rig_;
};

}  // namespace bench
