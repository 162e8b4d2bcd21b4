// The board of a meter on a host: non-volatile memory in RAM, answers to a callback.
#pragma once

#include <algorithm>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "core/board.h"

namespace bench {

class HostBoard final : public meter::Board {
 public:
    static constexpr std::uint32_t kNvBytes = 32'768;  // a common serial FRAM; inferred

    using Transmit = std::function<void(std::span<const std::uint8_t>)>;
    using Request = std::function<std::uint8_t(std::span<const std::uint8_t>)>;

    // Both are looked at when they are needed and may be empty.
    HostBoard(const Transmit& transmit, const Request& request)
        : transmit_(transmit), request_(request) {}

    void line_transmit(std::span<const std::uint8_t> frame) override {
        if (transmit_) transmit_(frame);
    }
    std::uint8_t line_request(std::span<const std::uint8_t> frame) override {
        return request_ ? request_(frame) : 0;
    }
    void line_configure(const meter::LineConfig& line) override { line_ = line; }
    void set_current_preamp(std::uint8_t gain) override { preamp_ = gain; }

    [[nodiscard]] std::uint32_t nv_size() const override { return kNvBytes; }
    void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const override {
        std::fill(out.begin(), out.end(), std::uint8_t{0xFF});
        if (offset >= kNvBytes) return;
        const auto n = std::min<std::size_t>(out.size(), kNvBytes - offset);
        std::copy_n(nv_.begin() + offset, n, out.begin());
    }
    void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) override {
        if (offset >= kNvBytes) return;
        const auto n = std::min<std::size_t>(bytes.size(), kNvBytes - offset);
        std::copy_n(bytes.begin(), n, nv_.begin() + offset);
    }

    [[nodiscard]] std::uint8_t preamp() const { return preamp_; }
    [[nodiscard]] const meter::LineConfig& line() const { return line_; }
    [[nodiscard]] std::vector<std::uint8_t>& nv() { return nv_; }

 private:
    const Transmit& transmit_;
    const Request& request_;
    meter::LineConfig line_{};
    std::uint8_t preamp_ = 1;
    std::vector<std::uint8_t> nv_ = std::vector<std::uint8_t>(kNvBytes, 0xFF);
};

}  // namespace bench
