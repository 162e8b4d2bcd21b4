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

#include "app/bench/rig.h"
#include "core/adc_frame.h"
#include "core/meter.h"
#include "core/state.h"
#include "signals/coil/coil.h"
#include "signals/frontend/front_end.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/synth/synthesizer.h"

namespace {

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
    return s;
}

constexpr int kBlocksPerSecond = 20;  // 2560 frames, 1.016 s

class FrameHash {
 public:
    explicit FrameHash(const signals::Scenario& s)
        : synthesizer_(s.installation, signals::channel_timing(s.front_end)),
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
