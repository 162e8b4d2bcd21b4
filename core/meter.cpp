#include "core/meter.h"

#include "core/alarms/alerts.h"
#include "core/alarms/limits.h"
#include "core/metrology/corrections.h"
#include "core/metrology/make_readings.h"
#include "core/metrology/ranges.h"
#include "core/modbus/pdu.h"
#include "core/registers/derived.h"
#include "core/state.h"
#include "core/storage/save.h"

namespace meter {

namespace {

// Energies wrap to 0 at 2^32 counts of the E scale, 10^n kWh each (meter.md 3.6, inferred).
std::uint64_t rollover_wh(std::int8_t scale_e) {
    std::uint64_t wh_per_count = 1;
    for (int n = -3; n < scale_e; ++n) wh_per_count *= 10;
    return wh_per_count << 32;
}

// The table's rows are the only codes a valid configuration can hold.
const SystemType& system_type(const Config& config) {
    return *find_system_type(config.system_type);
}

// Whether one reading window may run on through a change of settings.
bool measured_alike(const Config& a, const Config& b) {
    return a.system_type == b.system_type && a.ct_primary == b.ct_primary &&
           a.pt_ratio == b.pt_ratio;
}

}  // namespace

Meter::Meter(Board& board, const Config& config, const Calibration& calibration)
    : board_(board),
      factory_config_(config),
      factory_calibration_(calibration),
      journal_(board),
      chain_(calibration),
      bank_(points_, *this),
      slave_(bank_, board) {
    power_up();
}

// Everything volatile starts anew; the metering clock goes on.
void Meter::power_up() {
    const bool reset_system = points_.reset_system;
    points_ = {};
    points_.reset_system = reset_system;
    energy_ = {};
    demand_ = {};
    pulses_ = {};
    reactive_pulses_ = {};
    panel_ = {};
    powered_at_ = now_;
    stop_at_ = kNever;
    running_ = true;
    readings_fit_ = true;
    load_records();
    points_.derived = derive(points_.config);
    demand_.restart(now_);
    configure_units();
    slave_.reset();
    set_line();
    set_alarm_contact(false);
    publish();
    if (!measuring()) rest();
}

void Meter::load_records() {
    journal_.mount();
    points_.config = factory_config_;
    Config stored;
    if (load(journal_, record::settings, stored) &&
        validate_change(stored, stored) == ConfigError::none) {
        points_.config = stored;
    }
    Calibration calibration = factory_calibration_;
    (void)load(journal_, record::calibration, calibration);
    chain_ = Chain{calibration};
    PulseOutput::Kept pulses;
    if (load(journal_, record::totals, energy_, pulses, reactive_pulses_)) pulses_.resume(pulses);
    DemandTriple maximum;
    if (load(journal_, record::maxima, maximum)) demand_.restore_maximum(maximum);
    std::uint16_t& power_ups = points_.power_up_count;
    (void)load(journal_, record::power_ups, power_ups);
    if (power_ups < 32'767) ++power_ups;
    (void)save(journal_, record::power_ups, power_ups);
}

// What has been measured up to now; a record that has not changed costs no write.
void Meter::save_measured() {
    PulseOutput::Kept pulses = pulses_.kept();
    (void)save(journal_, record::totals, energy_, pulses, reactive_pulses_);
    DemandTriple maximum = demand_.maximum();
    (void)save(journal_, record::maxima, maximum);
}

void Meter::stop() {
    running_ = false;
    stop_at_ = kNever;
    rest();
}

// Dark glass, contacts without current.
void Meter::rest() {
    panel_.go_dark();
    if (contacts_.energy) {
        contacts_.energy = false;
        contacts_.energy_edge = now_;
    }
    set_alarm_contact(true);
}

void Meter::control_power(bool present) {
    if (power_.level(present, now_)) {
        if (running_) stop();  // its time ran out inside the last frame
        power_up();
    }
    stop_at_ = running_ ? power_.deadline().value_or(kNever) : kNever;
}

void Meter::cut_power() {
    (void)power_.level(true, now_);  // an interruption that it still rides through begins anew
    (void)power_.level(false, now_ - ControlPower::kRideThrough);
    if (running_) stop();
}

void Meter::set_reset_system(bool runs) {
    if (now_ >= stop_at_) stop();
    if (runs == points_.reset_system) return;
    points_.reset_system = runs;
    if (!running_) return;
    stop();
    power_up();
    stop_at_ = power_.deadline().value_or(kNever);
}

// New line settings act once no answer waits (panel.md, Setup [DEC]).
void Meter::set_line() {
    line_changed_ = slave_.answering();
    if (line_changed_) return;
    slave_.configure(points_.config.line);
    board_.line_configure(points_.config.line);
}

void Meter::configure_units() {
    const Config& config = points_.config;
    const std::uint8_t preamp = preamp_for(config.ct_primary);
    chain_.configure(system_type(config).reference, preamp);
    board_.set_current_preamp(preamp);
    demand_.configure(config.demand_subintervals, config.demand_seconds, now_);
    pulses_.configure(config.wh_per_pulse, points_.derived.pulse_ms);
    reactive_pulses_.configure(config.wh_per_pulse);
}

void Meter::frame(const AdcFrame& samples) {
    if (now_ >= stop_at_) stop();
    const Instant start = now_;
    now_ = now_ + Ticks{kTicksPerFrame};
    if (!measuring()) return;
    const ClosedWindow* closed = chain_.frame(samples);
    if (pulses_.frame(start)) move_energy_contact();
    if (closed != nullptr) close_window(*closed, start);
    if (panel_time() >= panel_.deadline()) panel_.tick(panel_time(), points_, *this);
}

void Meter::move_energy_contact() {
    contacts_.energy = pulses_.closed();
    contacts_.energy_edge = pulses_.edge();
    panel_.energy_contact(contacts_.energy);
}

void Meter::set_alarm_contact(bool closed) {
    if (contacts_.alarm == closed) return;
    contacts_.alarm = closed;
    contacts_.alarm_edge = now_;
}

ClosedWindow Meter::corrected(ClosedWindow window) const {
    correct(window, chain_.calibration(), chain_.preamp());
    suppress_no_load(window, points_.config.ct_primary, chain_.preamp());
    return window;
}

Readings Meter::readings_of(const ClosedWindow& window) const {
    return make_readings(window,
                         {&system_type(points_.config), points_.config.pt_ratio, chain_.preamp()},
                         points_.readings.sequence + 1);
}

// Energy and demand of a window, in the settings it was measured with.
void Meter::account(const ClosedWindow& window, const Readings& readings, Instant end) {
    const EnergyCompleted completed = energy_.account(
        {window, readings, system_type(points_.config), points_.config.pt_ratio, chain_.preamp()});
    if (window.frames > 0) pulses_.add(completed.real_pwh, window.frames);
    reactive_pulses_.add(completed.reactive_pvarh);
    const Power& total = readings.total;
    demand_.add({total.real_uw, total.reactive_uvar, total.apparent_uva}, frames(window.frames),
                end);
}

// `end` is the border that closed it, one frame ago.
void Meter::close_window(const ClosedWindow& window, Instant end) {
    const ClosedWindow closed = corrected(window);
    points_.readings = readings_of(closed);
    readings_fit_ = true;
    account(closed, points_.readings, end);
    publish();
    save_measured();
}

// Everything that is seen from outside, from the units that own it.
void Meter::publish() {
    energy_.publish(points_.energies, rollover_wh(points_.derived.scale_e));
    points_.demand_present = demand_.present();
    points_.demand_maximum = demand_.maximum();
    points_.pulse_count = {pulses_.sent(), reactive_pulses_.count()};
    if (!measuring()) return;
    const std::uint16_t kept = readings_fit_ ? 0 : kReadingAlertsMask;
    points_.alerts = static_cast<std::uint16_t>(
        (points_.alerts & kept) | (evaluate_alerts(points_, pulses_.overrun()) & ~kept));
    set_alarm_contact((points_.alerts & kPhaseLossMask) != 0);
    panel_.refresh(points_);
}

void Meter::line_byte(std::uint8_t byte, Instant now) {
    if (!running_) return;
    slave_.receive(byte, now);
    if (line_changed_) set_line();
}

void Meter::line_damage(Instant now) {
    if (!running_) return;
    slave_.receive_damaged(now);
    if (line_changed_) set_line();
}

void Meter::line_advance(Instant now) {
    if (!running_) return;
    slave_.advance(now);
    if (line_changed_) set_line();
}

std::optional<Instant> Meter::line_deadline() const {
    return running_ ? slave_.deadline() : std::nullopt;
}

std::size_t Meter::request(std::span<const std::uint8_t> pdu, std::span<std::uint8_t> answer) {
    if (!running_ || pdu.size() > modbus::kMaxPdu) return 0;
    return modbus::execute(bank_, pdu, false, answer);
}

void Meter::key(Key key, bool down) {
    if (measuring()) panel_.key(key, down, panel_time(), points_, *this);
}

ConfigError Meter::configure(const Config& config) {
    const ConfigError error = validate_change(points_.config, config);
    if (error == ConfigError::none) apply(config);
    return error;
}

// What has been measured so far counts in the settings it was measured with.
void Meter::settle() {
    const ClosedWindow rest = corrected(chain_.close_early());
    account(rest, readings_of(rest), now_);
    readings_fit_ = false;
}

void Meter::apply(const Config& config) {
    if (!measured_alike(config, points_.config)) settle();
    line_changed_ = line_changed_ || !(config.line == points_.config.line);
    points_.config = config;
    points_.derived = derive(config);
    configure_units();
    if (line_changed_) set_line();
    publish();
    save_measured();
    (void)save(journal_, record::settings, points_.config);
}

void Meter::command(Command command) {
    switch (command) {
        case Command::clear_energies:
            energy_.clear();
            pulses_.clear();
            reactive_pulses_.clear();
            break;
        case Command::clear_pulse_counts:
            pulses_.clear_count();
            reactive_pulses_.clear_count();
            break;
        case Command::begin_subinterval:
            demand_.request_subinterval(now_);
            break;
        case Command::restart_maxima:
            demand_.request_restart_of_maxima(now_);
            break;
    }
    publish();
    save_measured();
}

std::uint64_t Meter::digest() const {
    // visit_state() hands out references so that one list serves reading and writing; Digest reads.
    return digest_of(const_cast<Meter&>(*this));
}

std::size_t Meter::snapshot_size() const { return meter::snapshot_size(const_cast<Meter&>(*this)); }

bool Meter::snapshot(std::span<std::uint8_t> out) const {
    SnapshotWriter writer{out};
    walk_state(const_cast<Meter&>(*this), writer);
    return writer.ok();
}

bool Meter::restore(std::span<const std::uint8_t> in) {
    if (in.size() != snapshot_size()) return false;
    SnapshotReader reader{in};
    walk_state(*this, reader);
    journal_.mount();
    board_.line_configure(slave_.line());
    board_.set_current_preamp(chain_.preamp());
    return reader.ok();
}

}  // namespace meter
