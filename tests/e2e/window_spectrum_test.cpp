// The spectrum of the terminals against the installation's own percentages.
#include <gtest/gtest.h>

#include <cmath>

#include "app/desktop/terminal_spectrum.h"

namespace desktop {
namespace {

bench::View view_of(double frequency) {
    bench::View view;
    view.installation.frequency = frequency;
    view.installation.current = {120, 60, 30};
    view.installation.harmonics = {
        {2, 1.5, 3, 10, 20}, {5, 3, 18, 0, 180}, {7, 2, 11, 45, -30}, {40, 0.25, 1, 5, 5}};
    return view;
}

TEST(TerminalSpectrum, IsExactForHarmonics) {
    for (const double frequency : {45.0, 50.0, 59.98, 60.0, 65.0}) {
        const TerminalSpectrum spectrum = terminal_spectrum(view_of(frequency));
        ASSERT_EQ(spectrum.voltage.size(), 3U);
        ASSERT_EQ(spectrum.current.size(), 3U);
        for (const auto& v : spectrum.voltage) {
            EXPECT_NEAR(v.fundamental, 277, 1e-9);
            EXPECT_NEAR(v.percent[1], 1.5, 1e-9);
            EXPECT_NEAR(v.percent[4], 3, 1e-9);
            EXPECT_NEAR(v.percent[39], 0.25, 1e-9);
            EXPECT_NEAR(v.percent[2], 0, 1e-9) << "nothing leaks";
            EXPECT_NEAR(v.thd, std::sqrt(1.5 * 1.5 + 9 + 4 + 0.0625), 1e-9);
        }
        EXPECT_NEAR(spectrum.current[2].fundamental, 30, 1e-9);
        EXPECT_NEAR(spectrum.current[2].thd, std::sqrt(9.0 + 324 + 121 + 1), 1e-9);
    }
}

TEST(TerminalSpectrum, ShowsWhatTheSystemTypeHas) {
    bench::View view = view_of(60);
    view.points.config.system_type = 12;
    EXPECT_EQ(terminal_spectrum(view).voltage.size(), 2U);
    view.points.config.system_type = 11;
    const TerminalSpectrum spectrum = terminal_spectrum(view);
    ASSERT_EQ(spectrum.current.size(), 1U);
    EXPECT_EQ(spectrum.current[0].name, "IA");
}

}  // namespace
}  // namespace desktop
