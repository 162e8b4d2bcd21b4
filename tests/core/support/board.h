// A board that remembers what the meter asked of it, with memory that has never been written.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "core/board.h"

namespace meter::test {

class MemoryBoard final : public Board {
 public:
    void line_transmit(std::span<const std::uint8_t> frame) override {
        sent.assign(frame.begin(), frame.end());
    }
    void line_configure(const LineConfig& config) override { line = config; }
    void set_current_preamp(std::uint8_t gain) override { preamp = gain; }
    std::uint32_t nv_size() const override { return static_cast<std::uint32_t>(nv.size()); }
    void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const override {
        for (std::size_t k = 0; k < out.size(); ++k) out[k] = nv[offset + k];
    }
    void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) override {
        for (std::size_t k = 0; k < bytes.size(); ++k) nv[offset + k] = bytes[k];
    }

    std::vector<std::uint8_t> sent;
    LineConfig line{};
    std::uint8_t preamp = 0;
    std::vector<std::uint8_t> nv = std::vector<std::uint8_t>(16 * 1024, 0xFF);
};

}  // namespace meter::test
