// A meter on a board, fed by a wave: for tests of the meter as a whole.
#pragma once

#include <cstdint>
#include <vector>

#include "core/meter.h"
#include "tests/core/support/board.h"
#include "tests/core/support/waveform.h"

namespace meter::test {

struct MeterRig {
    MemoryBoard board;
    Wave wave;
    Meter meter;
    std::int64_t frame = 0;

    explicit MeterRig(const Wave& installation, const Config& config = {})
        : wave(installation), meter(board, config) {}

    // What the converter gives at the gain that the meter has asked for.
    AdcFrame next() {
        wave.preamp = board.preamp;
        return sample(wave, frame++);
    }
    void frames(std::int64_t n) {
        for (; n > 0; --n) meter.frame(next());
    }
    void run_seconds(double s) { frames(static_cast<std::int64_t>(s * 32768 / 13)); }
    // Until the next reading window has closed.
    void window() {
        const std::uint32_t before = meter.points().readings.sequence;
        while (meter.points().readings.sequence == before) frames(1);
    }
    // Register 129 by function 06, address 1; the answer waits on the board.
    void command(std::uint16_t value) { write_register(129, value); }
    void write_register(std::uint16_t number, std::uint16_t value) {
        const auto high = [](unsigned x) { return static_cast<std::uint8_t>(x >> 8); };
        const auto low = [](unsigned x) { return static_cast<std::uint8_t>(x); };
        const unsigned address = number - 1U;
        std::vector<std::uint8_t> bytes{1, 6, high(address), low(address), high(value), low(value)};
        unsigned crc = 0xFFFF;
        for (const std::uint8_t byte : bytes) {
            crc ^= byte;
            for (int bit = 0; bit < 8; ++bit) crc = (crc & 1) != 0 ? crc >> 1 ^ 0xA001U : crc >> 1;
        }
        bytes.push_back(low(crc));
        bytes.push_back(high(crc));
        board.sent.clear();
        for (const std::uint8_t byte : bytes) meter.line_byte(byte, line_ = line_ + Ticks{19});
        line_ = line_ + seconds(1);
        meter.line_advance(line_);
    }

    std::vector<std::uint8_t> snapshot() const {
        std::vector<std::uint8_t> out(meter.snapshot_size());
        if (!meter.snapshot(out)) out.clear();
        return out;
    }

 private:
    Instant line_ = Instant{} + seconds(1);
};

inline Config config_of(std::uint16_t type, std::uint16_t ct_primary, std::uint16_t volts) {
    Config c;
    c.system_type = type;
    c.ct_primary = ct_primary;
    c.system_voltage = volts;
    return c;
}

// A healthy 480Y/277 V installation, power factor 0.87, and settings that make things happen soon.
inline Wave wye(double amperes = 80) { return balanced(60, 277, amperes, 30); }
inline Config settings() {
    Config c = config_of(40, 100, 480);
    c.wh_per_pulse = 10;
    c.demand_subintervals = 3;
    c.demand_seconds = 10;
    return c;
}

inline double watt_hours(const Energy& e) {
    return static_cast<double>(e.whole) + static_cast<double>(e.micro) * 1e-6;
}

}  // namespace meter::test
