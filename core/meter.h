// The meter, as a board or a host sees it. With core/board.h this is the whole contract:
// everything else in core/ is private to the core or plain data.
//
//      power_up ──►┐                                 ┌──► Board: line bytes, NV, UART settings
//      frame ─────►│   samples ─► readings ─► points │
//      line_byte ─►│      │          │    ▲     │    ├──► lcd(), contacts(), points()
//      key ───────►┘      energy  alerts  └ panel    ┘
//
// Who calls: one thread, the meter's owner. Nothing blocks, allocates, throws or
// looks at a clock. Time enters as arguments only:
//   - the metering clock is moved by frame(), 13 ticks each;
//   - the line clock by the `now` of line_byte() and line_advance(); it never runs backwards.
//
// Determinism: the same calls in the same order give the same digest(), whatever
// the compiler, the block size or the speed at which they are made.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>

#include "core/adc_frame.h"
#include "core/board.h"
#include "core/energy/demand.h"
#include "core/energy/energy_register.h"
#include "core/energy/pulse_output.h"
#include "core/metrology/calibration.h"
#include "core/metrology/chain.h"
#include "core/modbus/slave.h"
#include "core/panel/lcd.h"
#include "core/panel/panel.h"
#include "core/registers/bank.h"
#include "core/registers/points.h"
#include "core/registers/rules.h"
#include "core/storage/journal.h"
#include "core/storage/power.h"
#include "core/time.h"

namespace meter {

// Levels of the two solid state outputs (meter.md 1.3), true is closed, and when each moved last.
// Closures and openings last 10 ms at least, so no edge is missed by looking once a frame.
struct Contacts {
    bool energy = false;    // N.O., Wh pulses
    bool alarm = true;      // N.C.: closed means phase loss, or no control power
    Instant energy_edge{};  // to the tick inside its frame
    Instant alarm_edge{};

    constexpr bool operator==(const Contacts&) const = default;
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("energy", energy);
        visit("alarm", alarm);
        visit("energy_edge", energy_edge);
        visit("alarm_edge", alarm_edge);
    }
};

class Meter final : private BankActions {
 public:
    // Powers up. `board` must outlive the meter. `config` (valid) and `calibration` are the
    // factory's: what non-volatile memory holds goes before them.
    explicit Meter(Board& board, const Config& config = {}, const Calibration& calibration = {});

    Meter(const Meter&) = delete;
    Meter& operator=(const Meter&) = delete;

    // Moves metering time by one frame. Order inside a frame, fixed:
    //   1. keys and line bytes that came in since the last frame have already acted
    //      (they act when called; the calls between two frames belong to the later one);
    //   2. sample chain: alignment, integration, blockers, products, zero crossing;
    //   3. contacts;
    //   4. when the reading window closes: readings, energies, demand, alerts,
    //      registers' points, panel refresh.
    // |count| <= kAdcClip is expected; larger counts are clipped.
    void frame(const AdcFrame& samples);

    // Control power on the supply terminals comes or goes before the next frame. The supply rides
    // through 100 ms; then the meter stops: glass dark, energy contact open, alarm contact closed,
    // line silent, samples lost. Power that comes back to a stopped meter powers it up anew from
    // non-volatile memory. frame() goes on moving the clock meanwhile.
    void control_power(bool present);
    // Control power goes and takes the supply's reserve with it: the meter stops now, without
    // riding through. control_power(true) powers it up again.
    void cut_power();
    [[nodiscard]] bool running() const { return running_; }

    // Starts the meter anew, as after an interruption of control power, in the reset system (true)
    // or the operating system; nothing when that one runs already. Powering up again does not
    // change which one runs. In the reset system the meter has an identity (functions 11, 2B)
    // and answers any other request by exception 04; it measures nothing, the glass is dark, keys
    // do nothing, the contacts rest as without control power (all inferred but the identity).
    void set_reset_system(bool runs);

    // A byte has come in on the line at `now` (end of its stop bit).
    void line_byte(std::uint8_t byte, Instant now);
    // A character has come in damaged: its parity was wrong or its stop bit missing.
    void line_damage(Instant now);
    // The line clock has reached `now` without another byte. Frames end by silence, so a
    // board calls this at line_deadline() at the latest. Calling it more often changes nothing.
    void line_advance(Instant now);
    // When line_advance() has to be called next; nothing while the line is idle.
    [[nodiscard]] std::optional<Instant> line_deadline() const;

    // A request that a gateway has taken out of its own framing (Modbus/TCP, function code first):
    // executed and answered at once by the same table as on the line, in no line time. Whom it is
    // addressed to is the gateway's business. Returns the size of the answer, normal or exception,
    // in `answer`, which needs modbus::kMaxPdu bytes; 0, and nothing done, when the meter has no
    // control power or `pdu` is not 1..modbus::kMaxPdu bytes long.
    std::size_t request(std::span<const std::uint8_t> pdu, std::span<std::uint8_t> answer);

    // A key has gone down or up. The metering clock is the panel's clock.
    void key(Key key, bool down);

    // Changes settings as the host's own doing (scenario, "same settings as a real meter"):
    // through the same validation as the line and the panel. The first broken rule, or none.
    [[nodiscard]] ConfigError configure(const Config& config);

    // What a person, a contact or a test can see. Looking changes nothing.
    [[nodiscard]] const Points& points() const { return points_; }
    // Aligned and integrated, of the newest frame (metrology/sample.h); rest while it has no power.
    [[nodiscard]] const Samples& samples() const { return chain_.samples(); }
    [[nodiscard]] const Lcd& lcd() const { return panel_.lcd(); }
    [[nodiscard]] Contacts contacts() const { return contacts_; }
    [[nodiscard]] Instant now() const { return now_; }  // start of the next frame
    [[nodiscard]] std::uint64_t digest() const;

    // Snapshot: snapshot_size() bytes hold the complete state of the meter.
    [[nodiscard]] std::size_t snapshot_size() const;
    [[nodiscard]] bool snapshot(std::span<std::uint8_t> out) const;
    // Restores what snapshot() wrote. False, and nothing changed, when the size does not fit.
    [[nodiscard]] bool restore(std::span<const std::uint8_t> in);

    // Every field of the meter, each once (core/state.h).
    template <class V>
    void visit_state(V& visit) {
        visit("now", now_);
        visit("power", power_);
        visit("running", running_);
        visit("stop_at", stop_at_);
        visit("powered_at", powered_at_);
        visit("points", points_);
        visit("readings_fit", readings_fit_);
        visit("chain", chain_);
        visit("energy", energy_);
        visit("line_changed", line_changed_);
        visit("slave", slave_);
        visit("panel", panel_);
        visit("demand", demand_);
        visit("pulses", pulses_);
        visit("reactive_pulses", reactive_pulses_);
        visit("contacts", contacts_);
    }

 private:
    static constexpr Instant kNever{INT64_MAX};

    void apply(const Config& config) override;
    void command(Command command) override;

    void power_up();
    void stop();
    void rest();
    [[nodiscard]] bool measuring() const { return running_ && !points_.reset_system; }
    void load_records();
    void save_measured();
    void configure_units();
    void set_line();
    [[nodiscard]] Instant panel_time() const { return Instant{} + (now_ - powered_at_); }
    [[nodiscard]] ClosedWindow corrected(ClosedWindow window) const;
    [[nodiscard]] Readings readings_of(const ClosedWindow& window) const;
    void account(const ClosedWindow& window, const Readings& readings, Instant end);
    void close_window(const ClosedWindow& window, Instant end);
    void settle();
    void publish();
    void move_energy_contact();
    void set_alarm_contact(bool closed);

    Board& board_;
    Config factory_config_;
    Calibration factory_calibration_;
    Instant now_{};
    ControlPower power_{};
    bool running_ = false;
    Instant stop_at_ = kNever;  // when the supply's ride-through ends
    Instant powered_at_{};      // the panel counts from here
    Journal journal_;
    Points points_{};
    // The newest readings were measured in the present settings. Until then alerts stay as they
    // are: a new system type is no lost phase.
    bool readings_fit_ = true;
    Chain chain_;
    EnergyMeter energy_;
    DemandMeter demand_;
    PulseOutput pulses_;
    PulseCounter reactive_pulses_;
    Bank bank_;
    bool line_changed_ = false;  // the slave and the board learn it after the answer that waits
    modbus::Slave slave_;
    Panel panel_;
    Contacts contacts_{};
};

}  // namespace meter
