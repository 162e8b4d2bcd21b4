#include "tests/firmware/host/recorder.h"

#include <limits>
#include <stdexcept>

#include "signals/coil/coil.h"
#include "signals/wiring/wiring.h"

namespace firmware {

using meter::Instant;

namespace {

constexpr Instant kNever{std::numeric_limits<std::int64_t>::max()};

FrameSource::Outage outage_of(std::span<const TimedEvent> script) {
    const std::int64_t frames = script.back().at.ticks / meter::kTicksPerFrame;
    return {frames * 6 / 10, frames * 7 / 10};
}

}  // namespace

FrameSource::FrameSource(const signals::Scenario& scenario, Outage outage)
    : whole_(scenario.installation),
      outage_(outage),
      synthesizer_(scenario.installation, signals::channel_timing(scenario.front_end),
                   signals::wiring_of(scenario.meter.system_type)),
      front_end_(scenario.front_end) {}

void FrameSource::choose_installation() {
    signals::Installation now = whole_;
    if (frame_ >= outage_.first && frame_ < outage_.second) {
        now.voltage[0] = 0.0;
        now.current[0] = 0.0;
    }
    if (now != synthesizer_.course().installation_at(frame_)) synthesizer_.set(now, frame_);
}

const meter::AdcFrame& FrameSource::next(std::uint8_t preamp) {
    const auto index = static_cast<std::size_t>(frame_ % signals::kBlockFrames);
    if (index == 0) {
        choose_installation();
        synthesizer_.fill(frame_, signals::kBlockFrames, signals::Fill::meter_inputs, block_);
    }
    if (index == 0 || preamp != preamp_) front_end_.convert(block_, preamp, counts_);
    preamp_ = preamp;
    ++frame_;
    return counts_[index];
}

Recorder::Recorder(const signals::Scenario& scenario, std::span<const TimedEvent> script,
                   LogWriter& log, const Player& player)
    : source_(scenario, outage_of(script)), script_(script), log_(log), player_(player) {}

void Recorder::run() {
    for (Instant now{};; now = now + meter::Ticks{meter::kTicksPerFrame}) {
        deliver_due(now);
        if (script_.empty()) return;
        log_.write(source_.next(player_.board().preamp()));
    }
}

void Recorder::deliver_due(Instant now) {
    for (;;) {
        const Instant event = script_.empty() ? kNever : script_.front().at;
        const Instant deadline = line_deadline();
        if (event > now && deadline > now) return;
        if (deadline < event) {
            advance_line(deadline);
        } else {
            deliver(script_.front());
            script_ = script_.subspan(1);
        }
    }
}

void Recorder::deliver(const TimedEvent& event) {
    if (event.event.kind == Kind::power_up) power_up_ = event.at;
    log_.write(event.event);
}

Instant Recorder::line_deadline() const {
    const auto deadline =
        player_.meter() == nullptr ? std::nullopt : player_.meter()->line_deadline();
    return deadline ? power_up_ + (*deadline - Instant{}) : kNever;
}

void Recorder::advance_line(Instant deadline) {
    log_.write(line_advance(Instant{(deadline - power_up_).count}));
    if (line_deadline() == deadline)
        throw std::logic_error("the meter asks for the same line deadline twice");
}

}  // namespace firmware
