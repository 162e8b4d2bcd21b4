// Writes a small COMTRADE pair whose waveforms are known in closed form.
#pragma once

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <numbers>
#include <string>

#include "tests/support/scratch.h"

namespace signals::test {

struct ThreePhase {
    double rate = 4'000.0;
    double frequency = 50.0;
    double seconds = 2.0;
    double volts = 230.0;  // rms
    double amps = 40.0;    // rms
    double lag = 30.0;     // degrees
    double growth = 0.0;   // of the current, share per second
};

inline std::filesystem::path write_three_phase(const std::string& name, const ThreePhase& what) {
    const auto base = metertwin::test::scratch_folder() / name;
    const auto rows = static_cast<int>(what.rate * what.seconds);
    std::ofstream cfg{base.string() + ".cfg"};
    cfg << "test,device,1999\n6,6A,0D\n";
    const char* names[] = {"VA", "VB", "VC", "IA", "IB", "IC"};
    for (int c = 0; c < 6; ++c) {
        cfg << c + 1 << ',' << names[c] << ',' << "ABC"[c % 3] << ",," << (c < 3 ? 'V' : 'A')
            << (c < 3 ? ",0.001" : ",0.0001") << ",0,0,-1000000,1000000,1,1,P\n";
    }
    cfg << "50\n1\n"
        << what.rate << ',' << rows
        << "\n01/01/2020,00:00:00.000000\n01/01/2020,00:00:00.000000\nASCII\n1\n";
    std::ofstream dat{base.string() + ".dat"};
    for (int n = 0; n < rows; ++n) {
        const double t = n / what.rate;
        dat << n + 1 << ',' << static_cast<long>(t * 1e6);
        for (int c = 0; c < 6; ++c) {
            const double angle =
                2.0 * std::numbers::pi *
                (what.frequency * t - (c % 3) / 3.0 - (c < 3 ? 0.0 : what.lag / 360.0));
            const double peak =
                c < 3 ? what.volts * 1e3 : what.amps * 1e4 * (1.0 + what.growth * t);
            dat << ',' << std::lround(std::numbers::sqrt2 * peak * std::sin(angle));
        }
        dat << '\n';
    }
    return base.string() + ".cfg";
}

}  // namespace signals::test
