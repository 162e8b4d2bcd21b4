#include "core/modbus/slave.h"

#include <algorithm>
#include <cstddef>

#include "core/modbus/crc.h"
#include "core/modbus/pdu.h"

namespace meter::modbus {

namespace {

constexpr std::uint8_t kBroadcast = 0;
constexpr std::size_t kFrameOverhead = 3;  // address and CRC around a PDU

bool is_whole_request(std::span<const std::uint8_t> bytes) {
    if (bytes.size() < kMinFrame) return false;
    return request_size(bytes.subspan(1)) + kFrameOverhead == bytes.size() && crc_matches(bytes);
}

}  // namespace

void Slave::configure(const LineConfig& line) {
    if (line == line_) return;
    line_ = line;
    framer_.configure(line_timing(line));
}

void Slave::receive(std::uint8_t byte, Instant now) {
    advance(now);
    if (framer_.lenient() && is_whole_request(framer_.received())) {
        handle(framer_.received(), now);
        framer_.clear();
    }
    const bool begins = framer_.idle();
    framer_.receive(byte, now);
    if (begins && answer_size_ != 0) framer_.spoil();
}

void Slave::receive_damaged(Instant now) {
    receive(0, now);
    framer_.spoil();
}

void Slave::advance(Instant now) {
    const std::optional<Instant> end = framer_.deadline();
    const std::span<const std::uint8_t> frame = framer_.ended(now);
    if (!frame.empty()) {
        handle(frame, *end);
        framer_.clear();
    }
    if (answer_size_ != 0 && now >= answer_at_) send();
}

std::optional<Instant> Slave::deadline() const {
    const std::optional<Instant> end = framer_.deadline();
    if (answer_size_ == 0) return end;
    return end ? std::min(*end, answer_at_) : answer_at_;
}

void Slave::handle(std::span<const std::uint8_t> frame, Instant end) {
    const std::uint8_t address = frame[0];
    if (address != kBroadcast && address != line_.address) return;
    const std::size_t size = answer_to(frame);
    if (size == 0) {
        answer_.fill(0);
        return;
    }
    answer_[0] = address;
    const std::uint16_t crc = crc16(std::span{answer_}.first(1 + size));
    answer_[1 + size] = static_cast<std::uint8_t>(crc);
    answer_[2 + size] = static_cast<std::uint8_t>(crc >> 8);
    answer_size_ = static_cast<std::uint16_t>(size + kFrameOverhead);
    answer_at_ = end + kTurnaround;
}

// Writes the PDU of the answer behind the address; 0 when there is none.
std::size_t Slave::answer_to(std::span<const std::uint8_t> frame) {
    const bool broadcast = frame[0] == kBroadcast;
    const auto request = frame.subspan(1, frame.size() - kFrameOverhead);
    const auto answer = std::span{answer_}.subspan(1, kMaxPdu);
    const std::uint8_t refusal = board_.line_request(frame);
    if (refusal == 0) return execute(bank_, request, broadcast, answer);
    if (broadcast) return 0;
    answer[0] = request[0] | kExceptionFlag;
    answer[1] = refusal;
    return 2;
}

void Slave::send() {
    const std::size_t size = std::min<std::size_t>(answer_size_, answer_.size());
    board_.line_transmit(std::span{answer_}.first(size));
    answer_.fill(0);
    answer_size_ = 0;
    answer_at_ = {};
}

}  // namespace meter::modbus
