// One meter with its board and its installation: the deterministic part of the bench.
//
// No thread, no clock: advance(n) moves exactly n frames. Everything the runner, the command line
// and the tests do to a meter goes through a Rig, so that all of them get the same bits.
//
//   Input (synthesizer, or a replay) ──► FrontEnd ──► Meter ⇄ HostBoard ──► on_transmit
//
// advance() works in blocks, and how a run is cut into advance() calls changes nothing: source and
// front end are pure functions of the frame number, and when the meter changes its preamplifier in
// the middle of a block, the rest of the block is converted again.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "app/bench/input_log.h"
#include "app/bench/probe.h"
#include "core/meter.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/timeline/course.h"
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
    // `calibration` is what the factory's bench wrote into the meter (bench/calibrator.h); the
    // default is right for a front end without errors.
    // Throws std::invalid_argument, in words, when the settings break the meter's rules.
    explicit Rig(const signals::Scenario& scenario, const meter::Calibration& calibration = {});
    ~Rig();

    void advance(std::int64_t frames);

    // Takes effect with the next frame; the phase of the voltages is continuous. Sets what differs
    // from installation() and nothing else, as a step of the scenario's timeline would; what the
    // timeline has for later still comes (signals/timeline/course.h).
    // Throws std::invalid_argument, changing nothing, when the installation cannot be.
    void set_installation(const signals::Installation& installation);
    // As it is now: without what is there for a while only (a sag, an added load).
    [[nodiscard]] signals::Installation installation() const;
    // Begins an event with the next frame, once, whatever its times say ("cause a sag now").
    // Throws std::invalid_argument, changing nothing, when the event cannot be.
    void begin(const signals::Event& event);
    // The timeline with everything that was changed on it.
    [[nodiscard]] const signals::Course& course() const;
    // Puts another waveform on the terminals (replay); nullptr goes back to the installation,
    // which has gone on turning unseen.
    void set_input(std::unique_ptr<Input> input);

    void key(meter::Key key, bool down);
    // Line bytes from a port, stamped with the line clock; answers come out of on_transmit.
    void line_bytes(std::span<const std::uint8_t> bytes, meter::Instant line_now);
    void line_damage(meter::Instant line_now);
    void line_advance(meter::Instant line_now);
    // A request of a gateway, answered at once and past the line: Meter::request().
    std::size_t request(std::span<const std::uint8_t> pdu, std::span<std::uint8_t> answer);
    // What Meter does under these names.
    void control_power(bool present);
    void cut_power();
    [[nodiscard]] meter::ConfigError configure(const meter::Config& config);
    // The latest instant the line has heard of; 0 at power-up. Stamps never go back behind it.
    [[nodiscard]] meter::Instant line_now() const;
    std::function<void(std::span<const std::uint8_t>)> on_transmit;
    // What Board::line_request() says; empty: nothing is refused.
    std::function<std::uint8_t(std::span<const std::uint8_t>)> on_request;
    // What the meter's UART is set to at present: what its settings say, but for an answer that
    // has not left.
    [[nodiscard]] const meter::LineConfig& line() const;

    // Shows every block of frames to a probe, which must outlive the rig or be taken off with
    // nullptr. Looking changes no bit of the run; without a probe it costs nothing.
    void set_probe(Probe* probe);
    // Tells a log of everything above that enters from now on, between two frames (nullptr:
    // nobody). The log must outlive the rig or be taken off.
    void set_log(InputLog* log);
    // Called when a reading window has closed, with its last frame.
    std::function<void(std::int64_t frame, const meter::Points& points)> on_window;

    [[nodiscard]] const meter::Meter& meter() const;
    [[nodiscard]] std::int64_t frame() const;  // frames advanced since power-up
    // The frame that closed the last reading window and belongs to the next; -1 before the first.
    [[nodiscard]] std::int64_t window_end() const;
    // Of the last closed reading window, in the settings it was measured with; NaN points before
    // the first. Exact over windows in which the installation changed (truth/installation_truth.h).
    [[nodiscard]] signals::Truth truth() const;
    // Terminal quantities around the present, for the scope: `frames` frames up to now
    // (1..kBlockFrames), with currents; right after power-up the first ones.
    void terminals(int frames, signals::TerminalBlock& out) const;

    // Everything that decides how the run goes on: meter, board, the installation's course, front
    // end. An input put in by set_input() is not part of it: it has to be there again before
    // restore(), and is then read on from the restored frame.
    [[nodiscard]] std::vector<std::uint8_t> snapshot() const;
    // Throws std::invalid_argument, changing nothing, when the snapshot is not one of this program
    // or is damaged (magic, version, size and digest are checked; malice is not warded off).
    // References that meter() has given are no longer valid.
    void restore(std::span<const std::uint8_t> snapshot);

 private:
    struct Parts;
    void log(InputKind kind, std::int64_t line_tick, std::span<const std::uint8_t> bytes);
    void line_input(InputKind kind, std::span<const std::uint8_t> bytes, meter::Instant line_now);
    std::uint8_t ask(std::span<const std::uint8_t> frame);

    InputLog* log_ = nullptr;
    std::function<std::uint8_t(std::span<const std::uint8_t>)> ask_;  // for the board: ask()
    std::unique_ptr<Parts> parts_;
};

}  // namespace bench
