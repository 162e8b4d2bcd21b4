// What a row of a recording costs: decoding it, and bringing it to the rate that is played. Items
// are rows of six channels and one status word, 22 bytes each.
#include <benchmark/benchmark.h>

#include <cmath>
#include <numbers>
#include <string>
#include <vector>

#include "signals/capture/comtrade.h"
#include "signals/capture/statistics.h"
#include "signals/resample/band_limit.h"
#include "signals/resample/frame_reader.h"

namespace {

constexpr std::size_t kRows = 200'000;

std::string configuration(const char* type) {
    std::string text = "station,device,1999\n7,6A,1D\n";
    for (int c = 1; c <= 6; ++c) {
        text +=
            std::to_string(c) + ",CH" + std::to_string(c) + ",A,,V,0.01,0,0,-32767,32767,1,1,P\n";
    }
    return text + "1,Trip,,,0\n50\n1\n10000," + std::to_string(kRows) +
           "\n01/01/2020,00:00:00.000000\n01/01/2020,00:00:00.000000\n" + type + "\n1\n";
}

std::int16_t count_of(std::size_t row, std::size_t channel) {
    const double angle = 2.0 * std::numbers::pi *
                         (0.005 * static_cast<double>(row) - static_cast<double>(channel) / 3.0);
    return static_cast<std::int16_t>(30'000.0 * std::sin(angle));
}

std::string binary_data() {
    std::string data;
    const auto put = [&](std::uint32_t x, int bytes) {
        for (int k = 0; k < bytes; ++k) data.push_back(static_cast<char>(x >> (8 * k)));
    };
    for (std::size_t n = 0; n < kRows; ++n) {
        put(static_cast<std::uint32_t>(n + 1), 4);
        put(static_cast<std::uint32_t>(100 * n), 4);
        for (std::size_t c = 0; c < 6; ++c) put(static_cast<std::uint16_t>(count_of(n, c)), 2);
        put(0, 2);
    }
    return data;
}

std::string ascii_data() {
    std::string data;
    for (std::size_t n = 0; n < kRows; ++n) {
        data += std::to_string(n + 1) + "," + std::to_string(100 * n);
        for (std::size_t c = 0; c < 6; ++c) data += "," + std::to_string(count_of(n, c));
        data += ",0\n";
    }
    return data;
}

void read_all(benchmark::State& state, const char* type, const std::string& data) {
    const signals::Bytes dat = signals::memory_bytes(data);
    for (auto _ : state) {
        const signals::OpenCapture capture = signals::open_comtrade(
            signals::memory_bytes(configuration(type)), "bench.cfg", dat, "bench.dat");
        benchmark::DoNotOptimize(signals::statistics(*capture));
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
    state.SetBytesProcessed(state.iterations() * static_cast<std::int64_t>(data.size()));
}

void BM_ReadBinaryRows(benchmark::State& state) { read_all(state, "BINARY", binary_data()); }
void BM_ReadAsciiRows(benchmark::State& state) { read_all(state, "ASCII", ascii_data()); }
BENCHMARK(BM_ReadBinaryRows)->Unit(benchmark::kMillisecond);
BENCHMARK(BM_ReadAsciiRows)->Unit(benchmark::kMillisecond);

// Seven channels from `rate` to the play rate; items are rows of the record.
void BM_ResampleRows(benchmark::State& state) {
    const auto rate = static_cast<double>(state.range(0));
    signals::Series series{rate, 0.0, {}};
    for (std::size_t c = 0; c < 7; ++c) {
        std::vector<double>& x = series.channel.emplace_back(kRows);
        for (std::size_t n = 0; n < kRows; ++n) x[n] = count_of(n, c);
    }
    signals::SampledSeries in{std::move(series)};
    const auto samples = static_cast<std::size_t>(kRows / rate * signals::kPlayRate);
    std::vector<double> out(7 * samples);
    for (auto _ : state) {
        const auto played = signals::band_limited(in, 0.0);
        played->read(0, samples, out.data());
        benchmark::DoNotOptimize(out.data());
    }
    state.SetItemsProcessed(state.iterations() * static_cast<std::int64_t>(kRows));
}
BENCHMARK(BM_ResampleRows)
    ->ArgName("Hz")
    ->Arg(5'000)
    ->Arg(10'000)
    ->Arg(50'000)
    ->Unit(benchmark::kMillisecond);

}  // namespace
