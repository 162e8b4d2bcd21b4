// Nothing is lost: energy registers against the exact sum of the chain's own samples, through any
// change of settings; and what must stay at nothing stays there.
#include <gtest/gtest.h>

#include <cmath>

#include "core/energy/energy_register.h"
#include "tests/core/support/meter_rig.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

using test::MeterRig;
using test::Random;

__extension__ using Wide = __int128;

// A chain beside the meter, and per phase the exact sum of v * i of the present settings.
struct Shadow {
    Chain chain{Calibration{}};
    std::array<Wide, 3> sums{};
    Wide total = 0;  // quanta of EnergyRegister

    void frame(const AdcFrame& raw) {
        chain.frame(raw);
        for (std::size_t p = 0; p < 3; ++p)
            sums[p] += Wide{chain.samples().v[p]} * chain.samples().i[p];
    }
    void settle(const Config& config) {
        const SystemType& type = *find_system_type(config.system_type);
        for (std::size_t p = 0; p < 3; ++p) {
            const Wide magnitude = sums[p] < 0 ? -sums[p] : sums[p];
            if (contains(type.phases, static_cast<int>(p)))
                total += magnitude * config.pt_ratio * 13 * (8 / chain.preamp());
        }
        sums = {};
    }
};

Config random_config(Random& random) {
    constexpr std::uint16_t kTypes[] = {10, 11, 12, 31, 40};
    Config c;
    c.system_type = kTypes[random.below(5)];
    c.ct_primary = static_cast<std::uint16_t>(random.between(100, 400));
    c.pt_ratio = static_cast<std::uint16_t>(random.between(50, 300));
    c.system_voltage = static_cast<std::uint16_t>(200 * c.pt_ratio / 100 + 1);
    c.wh_per_pulse = 10'000;
    c.display_units = static_cast<std::uint16_t>(random.below(2));
    return c;
}

// Loads of one direction, so that the magnitude of a window's sum is the sum of magnitudes
// wherever the meter cuts; and well above no load.
TEST(Conservation, EnergyThroughRandomChangesOfSettings) {
    for (const std::uint64_t seed : {61U, 62U, 63U}) {
        Random random{seed};
        Config config = random_config(random);
        MeterRig rig{test::balanced(60, 120, 60, 0), config};
        Shadow shadow;
        shadow.chain.configure(find_system_type(config.system_type)->reference, rig.board.preamp);
        for (int n = 0; n < 25; ++n) {
            for (std::int64_t k = random.between(60, 6'000); k > 0; --k) {
                const AdcFrame raw = rig.next();
                rig.meter.frame(raw);
                shadow.frame(raw);
            }
            shadow.settle(config);
            config = random_config(random);
            ASSERT_EQ(rig.meter.configure(config), ConfigError::none);
            shadow.chain.configure(find_system_type(config.system_type)->reference,
                                   rig.board.preamp);
        }
        // The last change need not have ended the window: make one that does.
        shadow.settle(config);
        Config last = config;
        last.pt_ratio = static_cast<std::uint16_t>(config.pt_ratio + 1);
        ASSERT_EQ(rig.meter.configure(last), ConfigError::none);
        const Energy e = rig.meter.points().energies.real;
        const Wide micro = Wide{EnergyRegister::kQuantaPerWh} / 1'000'000;
        EXPECT_TRUE(Wide{e.whole} * 1'000'000 + e.micro == shadow.total / micro)
            << test::watt_hours(e) << " Wh, " << static_cast<double>(shadow.total / micro) * 1e-6;
    }
}

TEST(Conservation, PhasesAddUpToTheTotal) {
    test::Wave wave = test::balanced(50, 230, 80, 30);
    wave.phase[1].current[0].rms = 5;
    wave.phase[2].current[0].degrees += 180;  // a rope the wrong way round
    MeterRig rig{wave, test::config_of(40, 200, 400)};
    rig.run_seconds(20);
    const Energies& e = rig.meter.points().energies;
    double sum = 0;
    for (const Energy& phase : e.real_phase) sum += test::watt_hours(phase);
    EXPECT_NEAR(sum, test::watt_hours(e.real), 4e-6);
}

// Apparent energy and demand of a window cut short are its own, not those of the window before.
TEST(Conservation, ApparentEnergyOfWindowsCutShort) {
    MeterRig steady{test::balanced(60, 277, 80, 60), test::config_of(40, 200, 480)};
    MeterRig cut{test::balanced(60, 277, 80, 60), test::config_of(40, 200, 480)};
    Config config = cut.meter.points().config;
    for (int n = 0; n < 40; ++n) {
        steady.frames(1'260);
        cut.frames(1'260);  // 30 cycles
        config.ct_primary = n % 2 == 0 ? 199 : 200;
        ASSERT_EQ(cut.meter.configure(config), ConfigError::none);
    }
    steady.window();
    cut.window();
    const auto power = [](const MeterRig& rig, Energy Energies::*which) {
        return test::watt_hours(rig.meter.points().energies.*which) /
               static_cast<double>(rig.meter.now().ticks);
    };
    for (const auto which : {&Energies::real, &Energies::reactive, &Energies::apparent}) {
        EXPECT_NEAR(power(cut, which) / power(steady, which), 1.0, 0.01);
    }
}

// metrology.md 6: truncation bias below 1e-6 of full scale (600 V, 5000 A), without the help of
// no-load suppression. Constants and noise at the converter are no power.
TEST(Bias, ConstantsAndNoiseAreNoPower) {
    const double full_scale = 600e6 / 40.0 * 5000e6 / 400.0;  // sample LSB^2
    for (const int noise : {0, 1, 5}) {
        for (const std::int32_t offset : {0, 1, -1, 3'000, -3'000}) {
            Random random{71};
            Chain chain{Calibration{}};
            double worst = 0.0;
            for (int n = 0; n < 12 * 2'600; ++n) {
                AdcFrame raw;
                for (std::int32_t& count : raw.count) {
                    count = offset + static_cast<std::int32_t>(random.between(-noise, noise));
                }
                const ClosedWindow* closed = chain.frame(raw);
                if (closed == nullptr || n < 6 * 2'600) continue;
                for (std::size_t p = 0; p < 3; ++p) {
                    for (const std::int64_t q8 : {closed->means_q8.vi(p), closed->means_q8.qi(p)}) {
                        worst = std::max(worst, std::abs(static_cast<double>(q8)) / 256.0);
                    }
                }
            }
            EXPECT_LT(worst / full_scale, noise == 0 ? 1e-9 : 1e-6) << noise << ' ' << offset;
        }
    }
}

// A sine of voltage with an offset on both inputs and no current: no power either.
TEST(Bias, VoltageAndOffsetAloneAreNoPower) {
    const double full_scale = 600e6 / 40.0 * 5000e6 / 400.0;
    Chain chain{Calibration{}};
    test::Wave wave = test::balanced(60, 277, 0, 0);
    for (int n = 0; n < 15 * 2'600; ++n) {
        AdcFrame raw = test::sample(wave, n);
        for (std::int32_t& count : raw.count) count += 3'000;
        const ClosedWindow* closed = chain.frame(raw);
        if (closed == nullptr || n < 12 * 2'600) continue;
        for (std::size_t p = 0; p < 3; ++p) {
            EXPECT_LT(std::abs(static_cast<double>(closed->means_q8.vi(p))) / 256 / full_scale,
                      1e-6);
        }
    }
}

constexpr std::uint16_t kPrimaries[] = {5, 100, 200, 400, 5'000};

// Samples have no mean: half an LSB here would be power with every DC offset of the other channel.
TEST(Bias, SamplesHaveNoMean) {
    Chain chain{Calibration{}};
    const test::Wave wave = test::balanced(60, 277, 80, 30);
    std::array<double, 9> sums{};
    constexpr int kSettling = 12 * 2'520, kFrames = 8'192;  // 195 cycles of 60 Hz, exactly
    for (int n = 0; n < kSettling + kFrames; ++n) {
        AdcFrame raw = test::sample(wave, n);
        for (std::int32_t& count : raw.count) count += 1'234;
        chain.frame(raw);
        if (n < kSettling) continue;
        for (std::size_t p = 0; p < 3; ++p) {
            sums[p] += chain.samples().v[p];
            sums[3 + p] += chain.samples().i[p];
            sums[6 + p] += chain.samples().v90[p];
        }
    }
    for (const double sum : sums) EXPECT_NEAR(sum / kFrames, 0.0, 0.1);
}

TEST(NoLoadMeter, NoEnergyAndNoPulse) {
    for (const std::uint16_t ct : kPrimaries) {
        Config config = test::config_of(40, ct, 480);
        config.wh_per_pulse = ct > 1'000 ? 1'000 : 10;
        MeterRig rig{test::balanced(60, 277 * 1.15, 0, 0), config};
        rig.run_seconds(30);
        const Points& p = rig.meter.points();
        EXPECT_EQ(test::watt_hours(p.energies.real) + test::watt_hours(p.energies.reactive), 0.0);
        EXPECT_EQ(p.pulse_count[0] + p.pulse_count[1], 0U);
        EXPECT_EQ(p.readings.current_ua[0], 0);
        EXPECT_EQ(p.readings.power[0].power_factor_ppb, 1'000'000'000);
    }
}

// Starting current, 0.001 In: power is registered, within the few per cent of a class test.
TEST(StartingCurrent, Registers) {
    for (const std::uint16_t ct : kPrimaries) {
        const double amperes = ct * 0.001;
        test::Wave wave = test::balanced(60, 277, amperes, 0);
        wave.noise = 1.0;  // without it, the smallest signal is four steps of the converter
        MeterRig rig{wave, test::config_of(40, ct, 480)};
        rig.run_seconds(10);
        const double truth = 3 * 277 * amperes;
        const double read = static_cast<double>(rig.meter.points().readings.total.real_uw) * 1e-6;
        EXPECT_NEAR(read / truth, 1.0, 0.02) << ct;
        EXPECT_GT(test::watt_hours(rig.meter.points().energies.real), truth * 8 / 3'600) << ct;
    }
}

}  // namespace
}  // namespace meter
