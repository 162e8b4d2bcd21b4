// Runs a scenario and a script on the host's meter and records everything that enters it.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>

#include "core/adc_frame.h"
#include "core/time.h"
#include "signals/frontend/front_end.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/synth/synthesizer.h"
#include "tests/firmware/host/log_writer.h"
#include "tests/firmware/host/script.h"
#include "tests/firmware/player.h"

namespace firmware {

// Frames of an installation, one after the other, converted with the gain that is set. From
// `outage.first` to before `outage.second` (frames, in whole blocks) phase A is dead.
class FrameSource {
 public:
    using Outage = std::pair<std::int64_t, std::int64_t>;

    FrameSource(const signals::Scenario& scenario, Outage outage);
    const meter::AdcFrame& next(std::uint8_t preamp);

 private:
    void choose_installation();

    signals::Installation whole_;
    Outage outage_;
    signals::Synthesizer synthesizer_;
    signals::FrontEnd front_end_;
    signals::TerminalBlock block_;
    std::array<meter::AdcFrame, signals::kBlockFrames> counts_{};
    std::int64_t frame_ = 0;
    std::uint8_t preamp_ = 0;  // that counts_ were converted with
};

class Recorder {
 public:
    // `script` begins with a power_up at 0. `player` is the one that `log` plays on. Phase A is
    // dead from 0.6 to 0.7 of the script's length.
    Recorder(const signals::Scenario& scenario, std::span<const TimedEvent> script, LogWriter& log,
             const Player& player);

    // Until every event of the script has happened.
    void run();

 private:
    void deliver_due(meter::Instant now);
    void deliver(const TimedEvent& event);
    [[nodiscard]] meter::Instant line_deadline() const;
    void advance_line(meter::Instant deadline);

    FrameSource source_;
    std::span<const TimedEvent> script_;
    LogWriter& log_;
    const Player& player_;
    meter::Instant power_up_{};  // the meter's clocks count from here
};

}  // namespace firmware
