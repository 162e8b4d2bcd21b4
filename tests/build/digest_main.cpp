// Prints what a fixed installation makes of a meter: each second a hash of all frames so far and
// the digest of the meter. flags_test.py builds this with several compilers and options and
// compares.
//
// The meter forgets in part what it was given a while ago, and a converter hides a difference in
// the last bits of a double: so every bit of the terminal quantities goes into the hash as well.
#include <array>
#include <bit>
#include <cstdint>
#include <cstdio>
#include <initializer_list>
#include <utility>

#include "app/bench/rig.h"
#include "core/adc_frame.h"
#include "core/meter.h"
#include "core/state.h"
#include "signals/coil/coil.h"
#include "signals/frontend/front_end.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/synth/synthesizer.h"
#include "signals/timeline/kinds.h"

namespace {

signals::Timeline timeline();

// A bit of everything that could depend on floating point: unequal phases, harmonics with angles,
// every error of the front end.
signals::Scenario scenario() {
    signals::Scenario s;
    s.installation.frequency = 59.87;
    s.installation.voltage = {277.0, 271.3, 283.9};
    s.installation.current = {120.0, 87.5, 143.1};
    s.installation.angle = {30.0, -12.5, 61.7};
    s.installation.harmonics = {{3, 2.0, 18.0, 30.0, -40.0},
                                {5, 4.0, 30.0, 10.0, 170.0},
                                {7, 1.5, 12.0, -75.0, 5.0},
                                {19, 0.7, 3.3, 123.0, 99.0}};
    s.front_end.coil_gain_error = {0.003, -0.002, 0.001};
    s.front_end.coil_phase_error = {0.1, -0.2, 0.05};
    s.front_end.gain_error = {0.001, -0.002, 0.003, -0.001, 0.002, -0.003, 0.001};
    s.front_end.offset_uv = {10.0, -20.0, 30.0, -10.0, 20.0, -30.0, 10.0};
    s.front_end.noise_uv = 3.0;
    s.front_end.chop_uv = 25.0;
    s.timeline = timeline();
    return s;
}

signals::Event event(signals::Kind kind, double at, double duration,
                     std::initializer_list<std::pair<const char*, double>> values) {
    signals::Event out;
    out.kind = kind;
    out.at = at;
    out.duration = {.given = duration > 0.0, .fixed = {duration, duration, duration}};
    const signals::KindRow& row = signals::row_of(kind);
    out.values.resize(row.parameters.size());
    for (const auto& [key, value] : values) {
        out.values[signals::index_of(row, key)] = {.given = true, .fixed = {value, value, value}};
    }
    return out;
}

// Something of everything that a timeline computes while it runs.
signals::Timeline timeline() {
    using signals::Kind;
    signals::Timeline out;
    out.events = {
        event(Kind::ramp, 1.0, 2.0, {{"frequency", 58.3}, {"voltage", 250.0}, {"angle", 55.0}}),
        event(Kind::flicker, 2.0, 3.0, {{"depth", 7.0}, {"shape", 1.0}, {"of", 2.0}}),
        event(Kind::inrush, 3.0, 0.0, {{"current", 400.0}}),
        event(Kind::motor_start, 4.0, 0.0, {{"current", 50.0}}),
        event(Kind::rectifier, 5.0, 4.0, {{"current", 30.0}, {"type", 2.0}}),
        event(Kind::phase_fired, 6.0, 2.0, {{"current", 30.0}, {"firing", 70.0}}),
        event(Kind::tone, 7.0, 5.0, {{"frequency", 83.7}, {"voltage", 5.0}, {"current", 3.0}}),
        event(Kind::burst, 9.0, 2.0, {{"on", 2.0}, {"off", 3.0}}),
        event(Kind::step, 12.0, 0.0, {{"noise_voltage", 0.4}, {"noise_current", 0.2}}),
        event(Kind::sag, 13.0, 0.3, {{"remaining", 35.0}, {"phase_jump", 20.0}}),
        event(Kind::frequency_wander, 14.0, 4.0, {{"by", 0.3}, {"period", 2.0}}),
    };
    return out;
}

constexpr int kBlocksPerSecond = 20;  // 2560 frames, 1.016 s

class FrameHash {
 public:
    explicit FrameHash(const signals::Scenario& s)
        : synthesizer_(signals::Course(s.installation, s.timeline),
                       signals::channel_timing(s.front_end)),
          front_end_(s.front_end) {}

    std::uint64_t next_second() {
        for (int i = 0; i < kBlocksPerSecond; ++i, frame_ += signals::kBlockFrames) {
            synthesizer_.fill(frame_, signals::kBlockFrames, signals::Fill::meter_inputs, block_);
            add(block_.voltage);
            add(block_.slope);
            front_end_.convert(block_, 1, frames_);
            for (meter::AdcFrame& frame : frames_) {
                for (std::int32_t& count : frame.count) hash_.scalar("", count);
            }
        }
        return hash_.value();
    }

 private:
    template <class Rows>
    void add(const Rows& rows) {
        for (const auto& row : rows) {
            for (const double value : row) {
                auto bits = std::bit_cast<std::uint64_t>(value);
                hash_.scalar("", bits);
            }
        }
    }

    signals::Synthesizer synthesizer_;
    signals::FrontEnd front_end_;
    signals::TerminalBlock block_;
    std::array<meter::AdcFrame, signals::kBlockFrames> frames_{};
    std::int64_t frame_ = 0;
    meter::Digest hash_;
};

void print(const char* when, std::uint64_t frames, std::uint64_t meter) {
    std::printf("%-16s frames %016llx  meter %016llx\n", when,
                static_cast<unsigned long long>(frames), static_cast<unsigned long long>(meter));
}

}  // namespace

int main() {
    constexpr std::int64_t kSecond = kBlocksPerSecond * signals::kBlockFrames;
    const signals::Scenario before = scenario();
    FrameHash frames{before};
    bench::Rig rig{before};
    for (int second = 1; second <= 20; ++second) {
        rig.advance(kSecond);
        char when[16];
        std::snprintf(when, sizeof when, "%d s", second);
        print(when, frames.next_second(), rig.meter().digest());
    }

    signals::Installation load = rig.installation();
    load.frequency = 50.13;
    load.current = {1.0, 2.0, 3.0};
    rig.set_installation(load);
    rig.advance(5 * kSecond);
    print("after a change", 0, rig.meter().digest());
}
