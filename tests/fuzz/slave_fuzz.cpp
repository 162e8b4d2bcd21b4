// Bytes with their times at the line of a slave, strict or lenient.
//
// Input: a byte of line settings, then orders of a byte each, see obey(). On a strict line a second
// judge cuts frames by silence for itself (metrology.md 4.1) and says which answer is due; on a
// lenient one every answer has to be a frame that answers some request sent before.
#include <algorithm>
#include <array>
#include <vector>

#include "core/modbus/slave.h"
#include "tests/core/modbus/frames.h"
#include "tests/core/registers/recording_meter.h"
#include "tests/core/support/spec_meter.h"
#include "tests/fuzz/harness.h"

namespace {

using meter::Instant;
using meter::modbus::Bytes;

constexpr std::uint8_t kAddress = 7;

class LineBoard final : public meter::Board {
 public:
    void line_transmit(std::span<const std::uint8_t> frame) override {
        sent.emplace_back(frame.begin(), frame.end());
    }
    void line_configure(const meter::LineConfig&) override {}
    void set_current_preamp(std::uint8_t) override {}
    std::uint32_t nv_size() const override { return 0; }
    void nv_read(std::uint32_t, std::span<std::uint8_t>) const override {}
    void nv_write(std::uint32_t, std::span<const std::uint8_t>) override {}

    std::vector<Bytes> sent;
};

// Frames as silence cuts them, and what they have to be answered with.
class Judge {
 public:
    explicit Judge(const meter::modbus::LineTiming& timing) : timing_(timing) {}

    void heard(std::uint8_t byte, std::int64_t now) {
        advance(now);
        if (bytes_.empty()) {
            good_ = now >= answered_at_;
        } else if (now - last_ > timing_.most_apart.count) {
            good_ = false;
        }
        bytes_.push_back(byte);
        last_ = now;
    }
    void advance(std::int64_t now) {
        if (bytes_.empty() || now < last_ + timing_.frame_end.count) return;
        end_of_frame(last_ + timing_.frame_end.count);
        bytes_.clear();
    }

    std::vector<Bytes> due;

 private:
    void end_of_frame(std::int64_t end) {
        const std::size_t size = bytes_.size();
        if (!good_ || size < 4 || size > 256) return;
        if (meter::modbus::with_crc({bytes_.begin(), bytes_.end() - 2}) != bytes_) return;
        if (bytes_[0] != 0 && bytes_[0] != kAddress) return;
        const Bytes answer = spec_.answer({bytes_.begin() + 1, bytes_.end() - 2});
        spec_.look(fresh_.points);  // the meter of this target counts no resets
        if (bytes_[0] == 0) return;
        due.push_back(meter::modbus::with_crc(meter::modbus::operator+({kAddress}, answer)));
        answered_at_ = end + meter::modbus::Slave::kTurnaround.count;
    }

    meter::modbus::LineTiming timing_;
    meter::RecordingMeter fresh_;
    meter::spec::SpecMeter spec_{fresh_.points};
    Bytes bytes_;
    std::int64_t last_ = 0;
    std::int64_t answered_at_ = 0;
    bool good_ = true;
};

struct Line {
    Line(const meter::LineConfig& config, meter::modbus::LineTolerance tolerance)
        : slave(meter.bank, board, tolerance),
          timing(meter::modbus::line_timing(config)),
          judge(timing) {
        slave.configure(config);
    }
    void receive(std::uint8_t byte) {
        slave.receive(byte, {now});
        judge.heard(byte, now);
    }
    void wait(std::int64_t ticks) {
        now += ticks;
        slave.advance({now});
        judge.advance(now);
    }
    void frame(const Bytes& bytes) {
        for (const std::uint8_t byte : bytes) {
            now += timing.character.count;
            receive(byte);
        }
    }

    meter::RecordingMeter meter;
    LineBoard board;
    meter::modbus::Slave slave;
    meter::modbus::LineTiming timing;
    Judge judge;
    std::int64_t now = 100'000;
};

// The low two bits of an order: 0 a byte of noise after a pause, 1 a pause, 2 a frame with its CRC,
// 3 the next deadline. The high six: which pause, or how long a frame.
void obey(Line& line, fuzz::Input& input) {
    const std::uint8_t order = input.byte();
    const unsigned amount = order >> 2;
    const auto end = line.timing.frame_end.count;
    const std::array<std::int64_t, 8> pauses{0,
                                             1,
                                             line.timing.character.count,
                                             line.timing.most_apart.count,
                                             line.timing.most_apart.count + 1,
                                             end - 1,
                                             end,
                                             meter::modbus::Framer::kPatience.count};
    const std::int64_t pause = pauses[amount % pauses.size()];
    if ((order & 3) == 1) return line.wait(pause + amount / 8);
    if ((order & 3) == 0) {
        line.now += pause;
        return line.receive(input.byte());
    }
    if ((order & 3) == 2) {
        const auto bytes = input.bytes(amount == 63 ? 254 : amount);
        return line.frame(meter::modbus::with_crc({bytes.begin(), bytes.end()}));
    }
    if (const auto at = line.slave.deadline())
        line.wait(std::max<std::int64_t>(0, at->ticks - line.now));
}

void check_answer(const Bytes& answer) {
    fuzz::require(answer.size() >= 4 && answer.size() <= 256, "an answer has 4 to 256 bytes");
    fuzz::require(answer[0] == kAddress, "an answer bears the address");
    fuzz::require(meter::modbus::with_crc({answer.begin(), answer.end() - 2}) == answer,
                  "an answer bears its CRC");
}

void settle(Line& line) {
    for (int i = 0; const auto at = line.slave.deadline(); ++i) {
        fuzz::require(i < 8, "a line comes to rest");
        line.wait(std::max<std::int64_t>(0, at->ticks - line.now));
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    fuzz::Input input{data, size};
    constexpr std::array<std::uint32_t, 4> bauds{1'200, 9'600, 19'200, 38'400};
    const std::uint8_t first = input.byte();
    const bool strict = (first & 1) != 0;
    const meter::LineConfig config{kAddress, bauds[first >> 1 & 3],
                                   (first & 8) != 0 ? meter::Parity::even : meter::Parity::none};
    Line line{config, strict ? meter::modbus::LineTolerance::strict
                             : meter::modbus::LineTolerance::lenient};
    while (!input.empty()) obey(line, input);
    settle(line);
    for (const Bytes& answer : line.board.sent) check_answer(answer);
    if (strict) fuzz::require(line.board.sent == line.judge.due, "the answers due, no others");
    line.now += meter::seconds(1).count;
    line.frame(meter::modbus::with_crc({kAddress, 0x03, 0x00, 0x80, 0x00, 0x01}));
    settle(line);
    fuzz::require(
        !line.board.sent.empty() &&
            line.board.sent.back() == meter::modbus::with_crc({kAddress, 0x03, 0x02, 0x00, 0x00}),
        "whatever has passed, the next request is answered");
    return 0;
}
