#include "tests/firmware/digest_board.h"

#include <algorithm>

namespace firmware {

void DigestBoard::note(Call call, std::uint32_t argument, std::span<const std::uint8_t> bytes) {
    auto size = static_cast<std::uint32_t>(bytes.size());
    calls_.scalar("", call);
    calls_.scalar("", argument);
    calls_.scalar("", size);
    for (const std::uint8_t byte : bytes) calls_.add(byte);
}

void DigestBoard::line_transmit(std::span<const std::uint8_t> frame) {
    note(Call::line_transmit, 0, frame);
    for (const std::uint8_t byte : frame) line_.add(byte);
    line_bytes_ += frame.size();
}

void DigestBoard::line_configure(const meter::LineConfig& line) {
    const std::array<std::uint8_t, 2> rest{line.address, static_cast<std::uint8_t>(line.parity)};
    note(Call::line_configure, line.baud, rest);
}

void DigestBoard::set_current_preamp(std::uint8_t gain) {
    note(Call::set_current_preamp, gain, {});
    preamp_ = gain;
}

void DigestBoard::nv_read(std::uint32_t offset, std::span<std::uint8_t> out) const {
    for (std::size_t i = 0; i < out.size(); ++i)
        out[i] = offset + i < kNvBytes ? nv_[offset + i] : std::uint8_t{0xFF};
}

void DigestBoard::nv_write(std::uint32_t offset, std::span<const std::uint8_t> bytes) {
    note(Call::nv_write, offset, bytes);
    if (offset >= kNvBytes) return;
    const auto n = std::min<std::size_t>(bytes.size(), kNvBytes - offset);
    std::copy_n(bytes.begin(), n, nv_.begin() + offset);
}

}  // namespace firmware
