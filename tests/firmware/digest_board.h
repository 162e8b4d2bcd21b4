// A board that keeps non-volatile memory in RAM and a digest of everything that the meter asks of
// it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/board.h"
#include "core/state.h"

namespace firmware {

class DigestBoard final : public meter::Board {
 public:
    static constexpr std::uint32_t kNvBytes = 32'768;  // as on the host (app/bench/host_board.h)

    DigestBoard() { nv_.fill(0xFF); }

    void line_transmit(std::span<const std::uint8_t> frame) override;
    void line_configure(const meter::LineConfig& line) override;
    void set_current_preamp(std::uint8_t gain) override;
    [[nodiscard]] std::uint32_t nv_size() const override { return kNvBytes; }
    void nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const override;
    void nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) override;

    [[nodiscard]] std::uint8_t preamp() const { return preamp_; }
    // Of the bytes transmitted.
    [[nodiscard]] std::uint64_t line_digest() const { return line_.value(); }
    [[nodiscard]] std::uint64_t line_bytes() const { return line_bytes_; }
    // Of every call that asks the board to do something, with its arguments, in order.
    [[nodiscard]] std::uint64_t call_digest() const { return calls_.value(); }

 private:
    enum class Call : std::uint8_t { line_transmit, line_configure, set_current_preamp, nv_write };
    void note(Call call, std::uint32_t argument, std::span<const std::uint8_t> bytes);

    meter::Digest line_;
    meter::Digest calls_;
    std::uint64_t line_bytes_ = 0;
    std::uint8_t preamp_ = 1;
    std::array<std::uint8_t, kNvBytes> nv_;
};

}  // namespace firmware
