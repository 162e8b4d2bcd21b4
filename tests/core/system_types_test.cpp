// The five system types against phasors: every point of meter.md 2.1 that a type has, unbalanced.
#include <gtest/gtest.h>

#include <complex>

#include "core/state.h"
#include "tests/core/support/meter_rig.h"

namespace meter {
namespace {

using test::MeterRig;
using Phasor = std::complex<double>;
using Phasors = std::array<Phasor, 3>;

Phasor polar(double rms, double degrees) { return std::polar(rms, test::radians(degrees)); }

// What the terminals A, B, C carry against the meter's neutral terminal, and the ropes' currents.
struct Installation {
    const char* what;
    std::uint16_t type;
    Phasors v, i;
};

const std::vector<Installation> kInstallations{
    {"wye",
     40,
     {polar(277, 0), polar(270, -121), polar(281, 118)},
     {polar(80, -20), polar(60, -151), polar(40, 60)}},
    {"wye, reversed sequence",
     40,
     {polar(277, 0), polar(277, 120), polar(277, -120)},
     {polar(80, 30), polar(80, 90), polar(80, -100)}},
    {"delta",
     31,
     {polar(277, 0), polar(265, -118), polar(283, 121)},
     {polar(90, -30), polar(50, -140), polar(70, 100)}},
    {"delta, corner grounded",
     31,
     {polar(480, 0), polar(480, 60), Phasor{0.0}},
     {polar(90, -30), polar(50, -140), polar(70, 100)}},
    {"split phase",
     12,
     {polar(120, 0), polar(118, 180), Phasor{0.0}},
     {polar(100, -10), polar(70, 150), Phasor{0.0}}},
    {"two lines",
     11,
     {polar(120, 0), polar(119, 180), Phasor{0.0}},
     {polar(95, -37), Phasor{0.0}, Phasor{0.0}}},
    {"single phase",
     10,
     {polar(230, 15), Phasor{0.0}, Phasor{0.0}},
     {polar(110, 45), Phasor{0.0}, Phasor{0.0}}},
};

test::Wave wave_of(const Installation& in) {
    test::Wave wave;
    for (std::size_t p = 0; p < 3; ++p) {
        const auto tone = [](Phasor x) {
            return test::Tone{1, std::abs(x), std::arg(x) * 180 / std::numbers::pi};
        };
        wave.phase[p].voltage = {tone(in.v[p])};
        wave.phase[p].current = {tone(in.i[p])};
    }
    return wave;
}

// Voltages of power: against neutral, B, or the middle of the three.
Phasors referred(const Installation& in) {
    if (in.type == 11) return {in.v[0] - in.v[1], 0.0, 0.0};
    if (in.type != 31) return in.v;
    const Phasor middle = (in.v[0] + in.v[1] + in.v[2]) / 3.0;
    return {in.v[0] - middle, in.v[1] - middle, in.v[2] - middle};
}

constexpr double kPart = 2e-4;  // of the quantity, or of S

struct Expected {
    double p = 0, q = 0, ll = 0, ln = 0, i = 0;
};

void expect_phases(const Installation& in, const Readings& r, const SystemType& type, double ratio,
                   Expected& sums) {
    const Phasors v = referred(in);
    for (std::size_t k = 0; k < 3; ++k) {
        const int n = static_cast<int>(k);
        const auto micro = [](std::int64_t x) { return static_cast<double>(x) * 1e-6; };
        const double ln = contains(type.line_neutral, n) ? ratio * std::abs(in.v[k]) : 0.0;
        const double ll =
            contains(type.line_line, n) ? ratio * std::abs(in.v[k] - in.v[(k + 1) % 3]) : 0.0;
        EXPECT_NEAR(micro(r.voltage_ln_uv[k]), ln, kPart * ln) << k;
        EXPECT_NEAR(micro(r.voltage_ll_uv[k]), ll, kPart * ll) << k;
        const bool used = contains(type.phases, n);
        const double i = used ? std::abs(in.i[k]) : 0.0;
        const Phasor s = used ? ratio * v[k] * std::conj(in.i[k]) : Phasor{0.0};
        const double limit = kPart * std::abs(s) + 1e-6;
        EXPECT_NEAR(micro(r.current_ua[k]), i, kPart * i) << k;
        EXPECT_NEAR(micro(r.power[k].real_uw), s.real(), limit) << k;
        EXPECT_NEAR(micro(r.power[k].reactive_uvar), s.imag(), limit) << k;
        EXPECT_NEAR(micro(r.power[k].apparent_uva), std::abs(s), limit) << k;
        if (used) {
            EXPECT_NEAR(r.power[k].power_factor_ppb * 1e-9, std::abs(s.real()) / std::abs(s),
                        kPart);
        }
        sums.p += std::abs(s.real());
        sums.q += std::abs(s.imag());
        sums.ll += ll;
        sums.ln += ln;
        sums.i += i;
    }
}

void expect_all(const Installation& in, std::uint16_t pt_ratio, std::uint16_t ct_primary) {
    SCOPED_TRACE(in.what);
    Config config = test::config_of(in.type, ct_primary, 480);
    config.pt_ratio = pt_ratio;
    MeterRig rig{wave_of(in), config};
    rig.run_seconds(8.0);
    const Readings& r = rig.meter.points().readings;
    const SystemType& type = *find_system_type(in.type);
    Expected sums;
    expect_phases(in, r, type, pt_ratio / 100.0, sums);
    const auto near = [](std::int64_t x, double y) {
        EXPECT_NEAR(static_cast<double>(x) * 1e-6, y, kPart * y);
    };
    const double s = std::hypot(sums.p, sums.q);
    near(r.total.real_uw, sums.p);
    near(r.total.apparent_uva, s);
    EXPECT_NEAR(static_cast<double>(r.total.reactive_uvar) * 1e-6, sums.q, kPart * s);
    EXPECT_NEAR(r.total.power_factor_ppb * 1e-9, sums.p / s, kPart);
    near(r.voltage_ll_average_uv, type.line_line == 0 ? 0.0 : sums.ll / count(type.line_line));
    near(r.voltage_ln_average_uv,
         type.line_neutral == 0 ? 0.0 : sums.ln / count(type.line_neutral));
    near(r.current_average_ua, sums.i / count(type.phases));
    EXPECT_NEAR(r.frequency_uhz * 1e-6, 60.0, 1e-3);
}

TEST(SystemTypes, EveryPointInClosedForm) {
    for (const Installation& in : kInstallations) expect_all(in, 100, 400);
}

TEST(SystemTypes, PtRatioAndPreampScale) {
    for (const Installation& in : kInstallations) {
        expect_all(in, 400, 400);
        expect_all(in, 33, 150);
    }
}

// A corner of the delta is grounded: its power is the same by two wattmeters (Blondel).
TEST(SystemTypes, VirtualNeutralMeasuresTheSamePower) {
    const Installation& in = kInstallations[3];
    Installation closed = in;  // three wires: currents add up to nothing
    closed.i[2] = -(in.i[0] + in.i[1]);
    MeterRig rig{wave_of(closed), test::config_of(31, 400, 480)};
    rig.run_seconds(8.0);
    const auto& power = rig.meter.points().readings.power;
    const double sum = static_cast<double>(power[0].real_uw + power[1].real_uw + power[2].real_uw);
    const double truth =
        (closed.v[0] * std::conj(closed.i[0]) + closed.v[1] * std::conj(closed.i[1])).real();
    EXPECT_NEAR(sum * 1e-6, truth, kPart * 480 * 140);
}

// The reference phase is dead: the others keep their reactive power at 50 Hz too.
TEST(SystemTypes, ReactivePowerSurvivesTheReferencePhase) {
    test::Wave wave = test::balanced(50, 230, 100, 60);
    MeterRig rig{wave, test::config_of(40, 400, 400)};
    rig.run_seconds(6.0);
    rig.wave.phase[0].voltage = {};
    rig.run_seconds(8.0);
    const Readings& r = rig.meter.points().readings;
    EXPECT_EQ(r.frequency_uhz, 0);
    const double truth = 230 * 100 * std::sin(test::radians(60));
    for (const std::size_t p : {1U, 2U}) {
        // Forced windows are not whole cycles: a ripple of 0.2 % is allowed (metrology.md 1.3).
        EXPECT_NEAR(static_cast<double>(r.power[p].reactive_uvar) * 1e-6, truth, 3e-3 * truth);
    }
}

// Unidirectional: turning every rope round changes no register.
TEST(SystemTypes, PolarityOfRopesDoesNotMatter) {
    for (const Installation& in : kInstallations) {
        Installation turned = in;
        for (Phasor& i : turned.i) i = -i;
        MeterRig a{wave_of(in), test::config_of(in.type, 400, 480)};
        MeterRig b{wave_of(turned), test::config_of(in.type, 400, 480)};
        a.run_seconds(12.0);
        b.run_seconds(12.0);
        const Points &x = a.meter.points(), &y = b.meter.points();
        EXPECT_NEAR(test::watt_hours(x.energies.real), test::watt_hours(y.energies.real), 1e-4);
        EXPECT_NEAR(test::watt_hours(x.energies.reactive), test::watt_hours(y.energies.reactive),
                    1e-4);
        EXPECT_NEAR(static_cast<double>(x.readings.total.real_uw),
                    static_cast<double>(y.readings.total.real_uw), 2e3);
        EXPECT_NEAR(static_cast<double>(x.readings.power[0].real_uw),
                    -static_cast<double>(y.readings.power[0].real_uw), 2e3)
            << "the sign is kept for those who look";
    }
}

}  // namespace
}  // namespace meter
