// The yardstick: a chain of dependent 64-bit multiplications and additions of known length.
//
// Nanoseconds say as much about the machine as about the program. One step of this chain takes the
// latency of a multiplication and an addition (4 cycles on the processors of 2010 to 2025), cannot
// be vectorized, and touches no memory; tests/bench/report.py gives every other benchmark as a
// multiple of it.
#include <benchmark/benchmark.h>

#include <cstdint>

namespace {

constexpr int kSteps = 1'000;

void BM_CalibrationStep(benchmark::State& state) {
    std::uint64_t x = 1;
    for (auto _ : state) {
        for (int i = 0; i < kSteps; ++i) {
            x = x * 6364136223846793005U + 1442695040888963407U;
            benchmark::DoNotOptimize(x);
        }
    }
    state.SetItemsProcessed(state.iterations() * kSteps);
}
BENCHMARK(BM_CalibrationStep);

}  // namespace
