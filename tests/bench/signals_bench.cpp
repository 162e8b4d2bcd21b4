// What a frame of the world outside the terminals costs. Items are frames. Budgets inside the whole
// chain's 100 ns: synthesis with 8 harmonics 35 ns, front end with noise 3 ns per sample, 21 ns.
#include <benchmark/benchmark.h>

#include <array>
#include <cstdint>

#include "signals/frontend/front_end.h"
#include "signals/synth/synthesizer.h"

namespace {

using signals::kBlockFrames;

// Fundamental and odd harmonics 3, 5, ...: `count` orders in all.
signals::Installation installation_with(int count) {
    signals::Installation installation;
    for (int i = 1; i < count; ++i) {
        installation.harmonics.push_back({.order = i < 20 ? 2 * i + 1 : 40,
                                          .voltage_percent = 1.0,
                                          .current_percent = 5.0,
                                          .voltage_angle = 10.0 * i,
                                          .current_angle = -7.0 * i});
    }
    return installation;
}

void BM_Synthesis(benchmark::State& state) {
    signals::Synthesizer synthesizer(installation_with(static_cast<int>(state.range(0))));
    signals::TerminalBlock block;
    std::int64_t frame = 0;
    for (auto _ : state) {
        synthesizer.fill(frame, kBlockFrames, signals::Fill::meter_inputs, block);
        benchmark::DoNotOptimize(block);
        frame += kBlockFrames;
    }
    state.SetItemsProcessed(state.iterations() * kBlockFrames);
}
BENCHMARK(BM_Synthesis)->ArgName("harmonics")->Arg(1)->Arg(8)->Arg(21);

void BM_FrontEnd(benchmark::State& state) {
    signals::FrontEndSettings settings;
    settings.noise = state.range(0) != 0;
    const signals::FrontEnd front_end(settings);
    signals::Synthesizer synthesizer(installation_with(8));
    signals::TerminalBlock block;
    synthesizer.fill(0, kBlockFrames, signals::Fill::meter_inputs, block);
    std::array<meter::AdcFrame, kBlockFrames> frames;
    for (auto _ : state) {
        front_end.convert(block, 1, frames);
        benchmark::DoNotOptimize(frames);
        block.first_frame += kBlockFrames;
    }
    state.SetItemsProcessed(state.iterations() * kBlockFrames);
}
BENCHMARK(BM_FrontEnd)->ArgName("noise")->Arg(0)->Arg(1);

}  // namespace
