// Prints what a fixed installation makes of a meter: a hash of the frames it was given and digests
// of the meter on the way. flags_test.py builds this with several compilers and options and
// compares.
#include <cstdint>
#include <cstdio>

#include "app/bench/rig.h"
#include "core/meter.h"
#include "signals/scenario/scenario.h"

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

}  // namespace

int main() {
    constexpr std::int64_t kSecond = 2521;  // frames, rounded up
    bench::Rig rig{scenario()};
    for (int second = 1; second <= 20; ++second) {
        rig.advance(kSecond);
        std::printf("%2d s  meter %016llx\n", second,
                    static_cast<unsigned long long>(rig.meter().digest()));
    }
    auto load = rig.installation();
    load.frequency = 50.13;
    load.current = {1.0, 2.0, 3.0};
    rig.set_installation(load);
    rig.advance(5 * kSecond);
    std::printf("after a change  meter %016llx\n",
                static_cast<unsigned long long>(rig.meter().digest()));
}
