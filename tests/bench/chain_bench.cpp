// What a frame costs: the core alone on frames made beforehand, and the whole chain of a Rig from
// synthesis to registers. Targets (issue 2): core 25 ns, whole chain with 8 harmonics and noise
// 100 ns, on a core of 3 to 4 GHz.
#include <benchmark/benchmark.h>

#include <cmath>
#include <cstddef>
#include <cstdint>
#include <numbers>
#include <vector>

#include "app/bench/rig.h"
#include "core/meter.h"
#include "signals/scenario/scenario_file.h"
#include "signals/source.h"

namespace {

class SilentBoard final : public meter::Board {
 public:
    void line_transmit(std::span<const std::uint8_t>) override {}
    void line_configure(const meter::LineConfig&) override {}
    void set_current_preamp(std::uint8_t) override {}
    [[nodiscard]] std::uint32_t nv_size() const override { return 0; }
    void nv_read(std::uint32_t, std::span<std::uint8_t>) const override {}
    void nv_write(std::uint32_t, std::span<const std::uint8_t>) override {}
};

// About 277 V and 120 A at 60 Hz with a 5th harmonic, in counts of the nominal front end
// (metrology.md 1.2): what the core is made for. Their exact size does not matter here.
meter::AdcFrame healthy_frame(std::int64_t n) {
    constexpr double kVoltagePeak = 323'700.0;
    constexpr double kSlopePeak = 13'460.0;
    meter::AdcFrame frame;
    for (int phase = 0; phase < meter::kPhases; ++phase) {
        const double turns = 60.0 * static_cast<double>(n) / signals::kFrameRate - phase / 3.0;
        const double theta = 2.0 * std::numbers::pi * (turns - std::floor(turns));
        const double v = kVoltagePeak * (std::sin(theta) + 0.1 * std::sin(5.0 * theta));
        const double e = kSlopePeak * (std::cos(theta) + 2.0 * std::cos(5.0 * theta));
        frame.count[static_cast<std::size_t>(meter::voltage_slot(phase))] = static_cast<int>(v);
        frame.count[static_cast<std::size_t>(meter::current_slot(phase))] = static_cast<int>(e);
    }
    return frame;
}

// Whole cycles of 60 Hz end to end would repeat each 42.01 frames; a prime number of frames keeps
// the branch predictor from learning the record.
constexpr std::int64_t kRecordFrames = 25'013;

void BM_CoreFrame(benchmark::State& state) {
    std::vector<meter::AdcFrame> record;
    for (std::int64_t n = 0; n < kRecordFrames; ++n) record.push_back(healthy_frame(n));
    SilentBoard board;
    meter::Meter meter{board};
    for (auto _ : state) {
        for (const meter::AdcFrame& frame : record) meter.frame(frame);
    }
    benchmark::DoNotOptimize(meter.digest());
    state.SetItemsProcessed(state.iterations() * kRecordFrames);
}
BENCHMARK(BM_CoreFrame)->Unit(benchmark::kMillisecond);

signals::Scenario scenario_with_harmonics(int harmonics, bool noise) {
    signals::Scenario scenario;
    for (int i = 0; i < harmonics; ++i) {
        scenario.installation.harmonics.push_back(
            {.order = 3 + 2 * i, .voltage_percent = 2.0, .current_percent = 5.0});
    }
    scenario.front_end.noise = noise;
    return scenario;
}

void whole_chain(benchmark::State& state, int harmonics, bool noise) {
    bench::Rig rig{scenario_with_harmonics(harmonics, noise)};
    for (auto _ : state) rig.advance(kRecordFrames);
    benchmark::DoNotOptimize(rig.meter().digest());
    state.SetItemsProcessed(state.iterations() * kRecordFrames);
}

void BM_WholeChainSine(benchmark::State& state) { whole_chain(state, 0, false); }
void BM_WholeChain8HarmonicsNoise(benchmark::State& state) { whole_chain(state, 8, true); }
// The first minutes of the 24-hour scenario: eight harmonics, a load profile, events, the default
// front end with its noise. Wanted: 24 hours in 12 s, 55 ns a frame (issue 6).
void BM_WholeChainDay(benchmark::State& state) {
    bench::Rig rig{
        signals::read_scenario(METERTWIN_SOURCE_DIR "/resources/scenarios/engineers/day-24h.toml")};
    for (auto _ : state) rig.advance(kRecordFrames);
    benchmark::DoNotOptimize(rig.meter().digest());
    state.SetItemsProcessed(state.iterations() * kRecordFrames);
}
BENCHMARK(BM_WholeChainDay)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_WholeChainSine)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_WholeChain8HarmonicsNoise)->Unit(benchmark::kMillisecond);

}  // namespace
