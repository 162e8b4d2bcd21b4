#include "app/bench/rig.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "app/bench/host_board.h"
#include "app/bench/input_packing.h"
#include "app/bench/phrases.h"
#include "app/bench/settings.h"
#include "app/bench/snapshot.h"
#include "signals/coil/coil.h"
#include "signals/frontend/front_end.h"
#include "signals/synth/synthesizer.h"
#include "signals/truth/installation_truth.h"
#include "signals/wiring/wiring.h"

namespace bench {

using signals::kBlockFrames;

using OnWindow = decltype(Rig::on_window);

namespace {

constexpr std::uint8_t kErased = 0xFF;

// The course comes with the snapshot; what it was made from is not needed again.
signals::Scenario scenario_of(const SnapshotBody& body) {
    signals::Scenario out;
    out.meter = body.settings;
    out.front_end = body.front_end;
    return out;
}

}  // namespace

struct Rig::Parts {
    Parts(const signals::Scenario& what, const meter::Calibration& calibration,
          const HostBoard::Transmit& transmit, const HostBoard::Request& request,
          const OnWindow& window_closed)
        : scenario(what),
          synthesizer(
              signals::Course(what.installation, what.timeline,
                              signals::wiring_of(what.meter.system_type), what.meter.pt_ratio),
              signals::channel_timing(what.front_end)),
          front_end(what.front_end, synthesizer.course().temperature()),
          board(transmit, request),
          meter(board, config_of(what.meter), calibration),
          on_window(window_closed) {
        synthesizer.set_pickup(signals::pickup_of(what.front_end));
    }

    [[nodiscard]] signals::Source& source() {
        return input ? input->source() : static_cast<signals::Source&>(synthesizer);
    }
    // The front end has a copy of the temperature.
    void follow_course() {
        front_end = signals::FrontEnd(scenario.front_end, synthesizer.course().temperature());
    }
    void advance_block(int frames);
    void mark_window();

    signals::Scenario scenario;  // its installation and timeline are what the course began as
    signals::Synthesizer synthesizer;
    signals::FrontEnd front_end;
    HostBoard board;
    meter::Meter meter;
    std::unique_ptr<Input> input;
    std::int64_t frame = 0;
    meter::Instant line_now{};
    WindowMark window;
    signals::TerminalBlock block;
    std::array<meter::AdcFrame, kBlockFrames> counts{};
    const OnWindow& on_window;
    Probe* probe = nullptr;
    ProbeTaps taps{};
};

void Rig::Parts::advance_block(int frames) {
    source().fill(frame, frames,
                  probe != nullptr ? signals::Fill::with_current : signals::Fill::meter_inputs,
                  block);
    const std::span out = std::span(counts).first(static_cast<std::size_t>(frames));
    std::uint8_t gain = board.preamp();
    front_end.convert(block, gain, out);
    for (const meter::AdcFrame& samples : out) {
        meter.frame(samples);
        if (probe != nullptr)
            taps.put(frame - block.first_frame, samples, meter.samples(), board.preamp());
        ++frame;
        if (meter.points().readings.sequence != window.sequence) mark_window();
        if (board.preamp() == gain) continue;
        gain = board.preamp();
        front_end.convert(block, gain, out);
    }
    if (probe != nullptr) probe->block(block, taps);
}

void Rig::Parts::mark_window() {
    const meter::Points& points = meter.points();
    window = {points.readings.sequence, frame - 1, points.readings.window_frames,
              points.config.system_type, points.config.pt_ratio};
    if (on_window) on_window(frame - 1, points);
}

Rig::Rig(const signals::Scenario& scenario, const meter::Calibration& calibration)
    : ask_([this](std::span<const std::uint8_t> frame) { return ask(frame); }),
      parts_(std::make_unique<Parts>(scenario, calibration, on_transmit, ask_, on_window)) {}

Rig::~Rig() = default;

void Rig::advance(std::int64_t frames) {
    for (; frames > 0; frames -= kBlockFrames)
        parts_->advance_block(static_cast<int>(std::min<std::int64_t>(frames, kBlockFrames)));
}

void Rig::set_installation(const signals::Installation& installation) {
    parts_->synthesizer.set(installation, parts_->frame);
    if (log_ != nullptr) log(InputKind::installation, 0, packed(installation));
}

void Rig::begin(const signals::Event& event) {
    parts_->synthesizer.begin(event, parts_->frame);
    parts_->follow_course();
    if (log_ != nullptr) log(InputKind::event, 0, packed(event));
}

const signals::Course& Rig::course() const { return parts_->synthesizer.course(); }

signals::Installation Rig::installation() const {
    return parts_->synthesizer.course().installation_at(parts_->frame);
}

void Rig::set_input(std::unique_ptr<Input> input) { parts_->input = std::move(input); }

void Rig::set_probe(Probe* probe) { parts_->probe = probe; }

void Rig::set_log(InputLog* log) { log_ = log; }

void Rig::log(InputKind kind, std::int64_t line_tick, std::span<const std::uint8_t> bytes) {
    if (log_ != nullptr) log_->entered({parts_->frame, kind, line_tick, bytes});
}

std::uint8_t Rig::ask(std::span<const std::uint8_t> frame) {
    if (!on_request) return 0;
    const std::uint8_t verdict = on_request(frame);
    log(InputKind::verdict, 0, {&verdict, 1});
    return verdict;
}

void Rig::key(meter::Key key, bool down) {
    const std::array bytes{static_cast<std::uint8_t>(key), std::uint8_t{down}};
    log(InputKind::key, 0, bytes);
    parts_->meter.key(key, down);
}

void Rig::line_input(InputKind kind, std::span<const std::uint8_t> bytes, meter::Instant line_now) {
    parts_->line_now = std::max(parts_->line_now, line_now);
    log(kind, parts_->line_now.ticks, bytes);
}

void Rig::line_bytes(std::span<const std::uint8_t> bytes, meter::Instant line_now) {
    for (const std::uint8_t byte : bytes) {
        line_input(InputKind::line_byte, {&byte, 1}, line_now);
        parts_->meter.line_byte(byte, parts_->line_now);
    }
}

void Rig::line_damage(meter::Instant line_now) {
    line_input(InputKind::line_damage, {}, line_now);
    parts_->meter.line_damage(parts_->line_now);
}

void Rig::line_advance(meter::Instant line_now) {
    line_input(InputKind::line_advance, {}, line_now);
    parts_->meter.line_advance(parts_->line_now);
}

std::size_t Rig::request(std::span<const std::uint8_t> pdu, std::span<std::uint8_t> answer) {
    log(InputKind::request, 0, pdu);
    return parts_->meter.request(pdu, answer);
}

void Rig::control_power(bool present) {
    const std::uint8_t how = present ? kPowerComes : kPowerGoes;
    log(InputKind::power, 0, {&how, 1});
    parts_->meter.control_power(present);
}

void Rig::cut_power() {
    log(InputKind::power, 0, {&kPowerCut, 1});
    parts_->meter.cut_power();
}

meter::ConfigError Rig::configure(const meter::Config& config) {
    if (log_ != nullptr) log(InputKind::configure, 0, packed(config));
    return parts_->meter.configure(config);
}

const meter::LineConfig& Rig::line() const { return parts_->board.line(); }

meter::Instant Rig::line_now() const { return parts_->line_now; }

const meter::Meter& Rig::meter() const { return parts_->meter; }

std::int64_t Rig::frame() const { return parts_->frame; }

std::int64_t Rig::window_end() const {
    return parts_->window.sequence == 0 ? -1 : parts_->window.last_frame;
}

signals::Truth Rig::truth() const {
    const WindowMark& window = parts_->window;
    if (window.sequence == 0) return {};
    if (parts_->input) return parts_->input->truth(window.last_frame, window.frames);
    return signals::course_truth(course(), window.last_frame, window.frames, window.system_type,
                                 window.pt_ratio / 100.0);
}

void Rig::terminals(int frames, signals::TerminalBlock& out) const {
    frames = std::clamp(frames, 1, kBlockFrames);
    const std::int64_t first = std::max<std::int64_t>(0, parts_->frame - frames);
    parts_->source().fill(first, frames, signals::Fill::with_current, out);
}

std::vector<std::uint8_t> Rig::snapshot() const {
    std::vector<std::uint8_t> nv = parts_->board.nv();
    while (!nv.empty() && nv.back() == kErased) nv.pop_back();
    SnapshotBody body{parts_->frame,
                      parts_->line_now.ticks,
                      parts_->scenario.meter,
                      parts_->scenario.front_end,
                      parts_->synthesizer.course(),
                      parts_->window,
                      std::move(nv),
                      std::vector<std::uint8_t>(parts_->meter.snapshot_size())};
    if (!parts_->meter.snapshot(body.meter))
        throw std::logic_error("snapshot: the meter's state does not have its own size");
    return seal(std::move(body));
}

void Rig::restore(std::span<const std::uint8_t> snapshot) {
    SnapshotBody body = unseal(snapshot);
    const bool fits = body.nv.size() <= HostBoard::kNvBytes;
    body.nv.resize(HostBoard::kNvBytes, kErased);
    auto next = std::make_unique<Parts>(scenario_of(body), meter::Calibration{}, on_transmit, ask_,
                                        on_window);
    // Memory first: restoring the meter finds its records there.
    next->board.nv() = body.nv;
    if (!fits || !next->meter.restore(body.meter))
        throw Problem(Sentence::of(kBench.snapshot, Sentence::of(kBench.other_meter)));
    next->synthesizer.restore(body.course);
    next->follow_course();
    next->input = std::move(parts_->input);
    next->probe = parts_->probe;
    next->frame = body.frame;
    next->line_now = {body.line_now};
    next->window = body.window;
    parts_ = std::move(next);
}

}  // namespace bench
