// Energy registers keep every quantum: against 128-bit sums, and closed form.
#include "core/energy/energy_register.h"

#include <gtest/gtest.h>

#include "core/metrology/make_readings.h"
#include "tests/core/support/random.h"

namespace meter {
namespace {

__extension__ using Wide = unsigned __int128;

Wide content(const EnergyRegister& r) {
    return Wide{r.whole()} * EnergyRegister::kQuantaPerWh + r.remainder();
}

TEST(EnergyRegister, QuantumIsTwoNanowattTicksOfAHundredth) {
    // 1 Wh = 3600 Ws; a quantum is 2e-9 W * (1/32768) s / 100.
    EXPECT_DOUBLE_EQ(static_cast<double>(EnergyRegister::kQuantaPerWh), 3600.0 * 32768.0 / 2e-11);
}

TEST(EnergyRegister, NothingIsLost) {
    test::Random random{11};
    for (int life = 0; life < 20; ++life) {
        EnergyRegister r;
        Wide exact = 0, pwh = 0;
        for (int n = 0; n < 2'000; ++n) {
            const std::uint64_t amount = random.of_any_width(63), weight = random.of_any_width(22);
            pwh += r.add(amount, weight);
            exact += Wide{amount} * weight;
            ASSERT_TRUE(content(r) == exact) << life << ' ' << n;
        }
        EXPECT_TRUE(pwh == exact / EnergyRegister::kQuantaPerPwh) << "what pulses are made from";
    }
}

TEST(EnergyRegister, RollsOverWhereItIsShownOnly) {
    constexpr std::uint64_t kRollover = std::uint64_t{1} << 32;
    EnergyRegister r;
    r.add(EnergyRegister::kQuantaPerWh, kRollover - 1);
    EXPECT_EQ(r.energy(kRollover).whole, kRollover - 1);
    r.add(EnergyRegister::kQuantaPerWh / 4, 5);
    EXPECT_EQ(r.energy(kRollover).whole, 0U);
    EXPECT_EQ(r.energy(kRollover).micro, 250'000U);
    EXPECT_EQ(r.energy(10 * kRollover).whole, kRollover) << "a larger E scale shows all of it";
}

constexpr std::int64_t kSum = 987'654'321'987'654;

ClosedWindow window(std::int64_t vi, std::int64_t qi) {
    ClosedWindow w;
    for (const std::size_t p : {0U, 1U, 2U}) {
        const auto n = static_cast<std::int64_t>(p) + 1;
        w.sums.value[6 + p] = n * vi;
        w.sums.value[9 + p] = n * qi;
    }
    w.frames = 2'520;
    w.line_frequency_uhz = 60'000'000;
    return w;
}

struct Weighed {
    std::uint16_t type, pt_ratio;
    std::uint8_t preamp;
    int parts;  // phases 1 + 2 + 3 that the type has
};

// clang-format off
constexpr Weighed kWeighed[] = {
    {10,    100, 1, 1}, {11,    100, 8, 1}, {12,    100, 1, 3}, {31,    100, 8, 6},
    {40,    100, 1, 6}, {40,      1, 8, 6}, {40, 32'000, 1, 6}, {12, 12'345, 8, 3},
};
// clang-format on

double watt_hours(const Energy& e) {
    return static_cast<double>(e.whole) + static_cast<double>(e.micro) * 1e-6;
}

TEST(EnergyMeter, SumsTimesTheirWeight) {
    for (const Weighed& row : kWeighed) {
        EnergyMeter meter;
        // Alternating signs: a unidirectional meter counts magnitudes.
        for (int n = 0; n < 1'000; ++n) {
            const std::int64_t s = n % 2 == 0 ? kSum : -kSum;
            meter.account({window(s, -s / 3), Readings{}, *find_system_type(row.type), row.pt_ratio,
                           row.preamp});
        }
        Energies e;
        meter.publish(e, UINT64_MAX);
        // LSB 40 uV * 400 uA / preamp for 13 ticks.
        const double unit = 16e-9 / row.preamp * row.pt_ratio / 100.0 * 13.0 / 32768.0 / 3600.0;
        const double wh = static_cast<double>(kSum) * 1'000.0 * unit;
        const double factor = static_cast<double>(quadrature_factor_q30(60'000'000)) * 0x1p-30;
        EXPECT_NEAR(watt_hours(e.real), wh * row.parts, 1e-9 * wh + 2e-6) << row.type;
        EXPECT_NEAR(watt_hours(e.reactive), wh / 3 * factor * row.parts, 1e-9 * wh + 2e-6);
        EXPECT_NEAR(watt_hours(e.real_phase[0]), wh, 1e-9 * wh + 2e-6);
        EXPECT_NEAR(watt_hours(e.real_phase[2]), row.parts == 6 ? 3 * wh : 0, 1e-9 * wh + 6e-6);
    }
}

// Q of living phases is right although the reference phase, and with it the frequency, is gone.
TEST(EnergyMeter, ReactiveUsesTheLineFrequency) {
    Energies at50, at60;
    for (auto [hertz, out] : {std::pair{50, &at50}, std::pair{60, &at60}}) {
        EnergyMeter meter;
        ClosedWindow w = window(0, kSum);
        w.frequency_uhz = 0;
        w.line_frequency_uhz = hertz * 1'000'000;
        for (int n = 0; n < 1'000; ++n) {
            meter.account({w, Readings{}, *find_system_type(40), 100, 1});
        }
        meter.publish(*out, UINT64_MAX);
    }
    EXPECT_NEAR(watt_hours(at60.reactive) / watt_hours(at50.reactive), 1.20068, 1e-4)
        << "tan(pi 60 / fs) / tan(pi 50 / fs)";
}

TEST(EnergyMeter, ApparentFollowsTotalPower) {
    EnergyMeter meter;
    Readings r;
    r.total.apparent_uva = 123'456'789'000;
    for (int n = 0; n < 100; ++n) {
        meter.account({window(0, 0), r, *find_system_type(40), 100, 1});
    }
    Energies e;
    meter.publish(e, UINT64_MAX);
    EXPECT_NEAR(watt_hours(e.apparent), 123'456.789 * 2'520 * 13 / 32768.0 * 100 / 3600.0, 2e-6);
}

TEST(EnergyMeter, ClearCountsAndStaysAt32767) {
    EnergyMeter meter;
    meter.account({window(kSum, kSum), Readings{}, *find_system_type(40), 32'000, 1});
    for (int n = 1; n <= 32'770; ++n) {
        meter.clear();
        Energies e;
        meter.publish(e, UINT64_MAX);
        ASSERT_EQ(e.reset_count, std::min(n, 32'767));
        ASSERT_EQ(watt_hours(e.real) + watt_hours(e.reactive) + watt_hours(e.apparent), 0.0);
    }
}

}  // namespace
}  // namespace meter
