#include "tests/firmware/host/script.h"

#include <algorithm>
#include <array>
#include <span>

#include "core/modbus/crc.h"
#include "core/modbus/line_timing.h"

namespace firmware {

namespace {

using meter::Instant;
using meter::Ticks;

constexpr Ticks kSecond{meter::kCrystalHz};

enum class Delivery : std::uint8_t {
    whole,
    torn,         // 20 ms of silence in the middle
    wrong_crc,    // its last byte is another
    back_to_back  // the next request follows without silence
};

// Request without its CRC. Bytes 0, 1 are address and function.
struct Request {
    Bytes bytes;
    Delivery delivery = Delivery::whole;
};

// clang-format off
// Register n has address n - 1: reads of every block, then what is answered by an exception or
// not at all, then writes.
std::vector<Request> requests(const meter::Config& own) {
    const auto high = [](std::uint16_t v) { return static_cast<std::uint8_t>(v >> 8); };
    const auto low = [](std::uint16_t v) { return static_cast<std::uint8_t>(v & 0xFF); };
    return {
        {{1, 3, 0x01, 0x00, 0, 54}},                                // 257, the floats
        {{1, 3, 0x00, 0x00, 0, 52}},                                // 1..52, the integers
        {{1, 3, 0x00, 0x80, 0, 26}},                                // 129..154
        {{1, 3, 0x00, 0x91, 0, 3}, Delivery::back_to_back},         // 146, alerts
        {{1, 3, 0x00, 0x97, 0, 1}},                                 // 152, power-ups
        {{1, 4, 0x01, 0x00, 0, 2}, Delivery::torn},
        {{1, 3, 0x01, 0x10, 0, 20}, Delivery::wrong_crc},
        {{2, 3, 0x00, 0x80, 0, 26}},                                // somebody else's
        {{1, 3, 0x00, 0x64, 0, 1}},                                 // a hole
        {{1, 3, 0x01, 0x00, 0, 126}},                               // too many
        {{1, 0x2B, 0x0E, 0x01, 0x00}},
        {{1, 0x11}},
        {{1, 3, 0x1B, 0x57, 0, 2}},                                 // 7000
        {{1, 6, 0x00, 0x95, 0, 10}},                                // 150 := 10 s
        {{1, 6, 0x00, 0x8F, 0, 10}},                                // 144 := 10 Wh
        {{1, 6, 0x00, 0x8F, 0, 11}},                                // refused
        {{1, 6, 0x00, 0x82, 0, 100}},                               // 131 := 100 A, preamplifier on
        {{1, 3, 0x01, 0x00, 0, 54}},
        {{1, 3, 0x00, 0x86, 0, 7}},                                 // 135, derived
        {{1, 3, 0x01, 0x00, 0, 54}},
        {{1, 3, 0x00, 0x00, 0, 52}},
        {{1, 6, 0x00, 0x82, high(own.ct_primary), low(own.ct_primary)}},
        {{1, 6, 0x00, 0x82, 0, 4}},                                 // refused
        {{1, 6, 0x00, 0x81, 0, 13}},                                // refused
        {{1, 6, 0x00, 0x81, high(own.system_type), low(own.system_type)}},
        {{1, 16, 0x00, 0x8D, 0, 2, 4, 0, 12, 0, 30}},               // 142, 143
        {{1, 16, 0x00, 0x8D, 0, 2, 4, 0, 12, 0, 0}},                // refused
        {{0, 6, 0x00, 0x88, 0, 0}},                                 // everybody: IEC units
        {{1, 6, 0x00, 0x88, 0, 1}},
        {{1, 6, 0x00, 0x80, 0x52, 0xDB}},                           // 21211, sub-interval
        {{1, 6, 0x00, 0x80, 0x52, 0xDC}},                           // 21212, maxima
        {{1, 6, 0x00, 0x80, 0x40, 0x72}},                           // 16498, pulse counters
    };
}
// clang-format on

// A fixed generator (Knuth's MMIX), so that a run is named by its seed.
class Chance {
 public:
    explicit Chance(std::uint64_t seed) : state_(seed) {}
    // 0..below - 1.
    std::int64_t pick(std::int64_t below) {
        state_ = state_ * 6'364'136'223'846'793'005U + 1'442'695'040'888'963'407U;
        return static_cast<std::int64_t>((state_ >> 33) % static_cast<std::uint64_t>(below));
    }

 private:
    std::uint64_t state_;
};

class Writer {
 public:
    explicit Writer(const ScriptSettings& settings) : settings_(settings) {
        events_.push_back({{}, power_up(settings.config, {})});
        // On a frame's start, like everything that a board does.
        const std::int64_t half = settings.seconds * kSecond.count / 2;
        restart_ = {half - half % meter::kTicksPerFrame};
    }

    void write_marks() {
        for (int second = 1; second <= settings_.seconds; ++second)
            events_.push_back(
                {Instant{} + second * kSecond, mark(static_cast<std::uint32_t>(second))});
    }

    void write_restart() { events_.push_back({restart_, power_up(settings_.config, {})}); }

    void write_line() {
        constexpr Ticks kEvery{kSecond.count / 5};
        const std::vector<Request> table = requests(settings_.config);
        Instant at = Instant{} + kEvery;
        for (std::size_t i = 0; at < end(); ++i, at = at + kEvery) {
            if (near_restart(at)) continue;
            const Request& request = table[i % table.size()];
            const Instant after = send(at, request);
            if (request.delivery == Delivery::back_to_back)
                send(after, table[(i + 1) % table.size()]);
        }
    }

    // As a host does it: by name, not by register.
    void write_configuration() {
        meter::Config config = settings_.config;
        config.phase_loss_threshold = 20;
        config.display_units = 0;
        events_.push_back({part(7), configure(config)});
        config.system_type = 41;  // there is none: refused
        events_.push_back({part(7) + kSecond, configure(config)});
    }

    // Interruptions of control power: one that the supply rides through, one that stops the meter.
    void write_interruptions() {
        interrupt(part(4), Ticks{kSecond.count * 6 / 100});
        interrupt(part(6), Ticks{kSecond.count * 4 / 10});
    }

    void write_clearing() { send(part(3), {{1, 6, 0x00, 0x80, 0x75, 0x7E}}); }  // 30078, energies

    // Another system type near the end: what was set up at power-up is not all.
    void write_type_change() {
        const std::uint8_t other = settings_.config.system_type == 40 ? 31 : 40;
        send(part(9), {{1, 6, 0x00, 0x81, 0, other}});
    }

    void write_keys() {
        Chance chance{settings_.seed};
        for (Instant at = Instant{} + 3 * kSecond; at < end();) {
            const auto first = static_cast<meter::Key>(chance.pick(meter::kKeys));
            const auto second = static_cast<meter::Key>(chance.pick(meter::kKeys));
            const Ticks hold{kSecond.count / 20 +
                             chance.pick(chance.pick(8) == 0 ? 60'000 : 8'000)};
            const bool both = chance.pick(8) == 0;
            events_.push_back({at, key(first, true)});
            if (both) events_.push_back({at + Ticks{hold.count / 2}, key(second, true)});
            events_.push_back({at + hold, key(first, false)});
            if (both) events_.push_back({at + hold + Ticks{500}, key(second, false)});
            at = at + hold + Ticks{1'000 + chance.pick(16'000)};
        }
    }

    std::vector<TimedEvent> take() {
        std::stable_sort(events_.begin(), events_.end(),
                         [](const TimedEvent& a, const TimedEvent& b) { return a.at < b.at; });
        return std::move(events_);
    }

 private:
    [[nodiscard]] Instant end() const { return Instant{} + settings_.seconds * kSecond; }
    // Tenths of the run, between two frames of the line.
    [[nodiscard]] Instant part(std::int64_t tenths) const {
        return {settings_.seconds * kSecond.count * tenths / 10 + kSecond.count / 10};
    }
    // Nothing on the line that a restart would cut in two: its clock starts again at 0 there.
    [[nodiscard]] bool near_restart(Instant at) const {
        return at <= restart_ && restart_ - at < Ticks{kSecond.count / 3};
    }
    [[nodiscard]] Instant on_line_clock(Instant at) const {
        return at < restart_ ? at : Instant{(at - restart_).count};
    }

    void interrupt(Instant at, Ticks length) {
        events_.push_back({at, control_power(false)});
        events_.push_back({at + length, control_power(true)});
    }

    // The first character starts at `at`. Returns the end of the last.
    Instant send(Instant at, const Request& request) {
        Bytes bytes = request.bytes;
        const std::uint16_t crc = meter::modbus::crc16(bytes);
        bytes.push_back(static_cast<std::uint8_t>(crc & 0xFF));
        bytes.push_back(static_cast<std::uint8_t>(crc >> 8));
        if (request.delivery == Delivery::wrong_crc) bytes.back() ^= 0x10;
        const Ticks character = meter::modbus::line_timing(settings_.config.line).character;
        for (std::size_t i = 0; i < bytes.size(); ++i) {
            if (request.delivery == Delivery::torn && i == bytes.size() / 2)
                at = at + meter::ticks_rounded_up(20'000);
            at = at + character;
            events_.push_back({at, line_byte(on_line_clock(at), bytes[i])});
        }
        return at;
    }

    const ScriptSettings& settings_;
    Instant restart_;
    std::vector<TimedEvent> events_;
};

}  // namespace

std::vector<TimedEvent> make_script(const ScriptSettings& settings) {
    Writer writer{settings};
    writer.write_marks();
    writer.write_restart();
    writer.write_interruptions();
    writer.write_line();
    writer.write_clearing();
    writer.write_configuration();
    writer.write_type_change();
    writer.write_keys();
    return writer.take();
}

}  // namespace firmware
