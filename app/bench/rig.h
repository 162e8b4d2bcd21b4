// One meter with its board and its installation: the deterministic part of the bench.
//
// No thread, no clock: advance(n) moves exactly n frames. Everything the runner, the command line
// and the tests do to a meter goes through a Rig, so that all of them get the same bits.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "core/meter.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/truth/truth.h"

namespace bench {

// A waveform and what a perfect meter would say of it.
class Input {
 public:
    virtual ~Input() = default;
    virtual signals::Source& source() = 0;
    // Truth over the reading window that closed at `last_frame`, `frames` long.
    virtual signals::Truth truth(std::int64_t last_frame, int frames) = 0;
};

class Rig {
 public:
    // Throws std::invalid_argument, in words, when the settings break the meter's rules.
    explicit Rig(const signals::Scenario& scenario);
    ~Rig();

    void advance(std::int64_t frames);

    // Takes effect with the next frame; the phase of the voltages is continuous.
    void set_installation(const signals::Installation& installation);
    [[nodiscard]] const signals::Installation& installation() const;
    // Puts another waveform on the terminals (replay); nullptr goes back to the installation.
    void set_input(std::unique_ptr<Input> input);

    void key(meter::Key key, bool down);
    // Line bytes from a port, stamped with the line clock; answers come out of on_transmit.
    void line_bytes(std::span<const std::uint8_t> bytes, meter::Instant line_now);
    void line_advance(meter::Instant line_now);
    std::function<void(std::span<const std::uint8_t>)> on_transmit;

    [[nodiscard]] meter::Meter& meter();
    [[nodiscard]] const meter::Meter& meter() const;
    [[nodiscard]] std::int64_t frame() const;  // frames advanced since power-up
    // Of the last closed reading window; NaN points before the first.
    [[nodiscard]] signals::Truth truth() const;
    // Terminal quantities around the present, for the scope: `frames` frames up to now.
    void terminals(int frames, signals::TerminalBlock& out);

    [[nodiscard]] std::vector<std::uint8_t> snapshot() const;
    // Throws std::invalid_argument when the snapshot is not one of this program.
    void restore(std::span<const std::uint8_t> snapshot);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace bench
