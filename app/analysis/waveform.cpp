#include "app/analysis/waveform.h"

#include <algorithm>
#include <cmath>

namespace analysis {
namespace {

constexpr double kDetailCycles = 4.0;

}  // namespace

Waveform waveform_of(const Rows& rows, double frequency) {
    Waveform out;
    out.begin = rows.start;
    out.end = rows.start + rows.duration();
    out.detail_rate = rows.rate;
    const auto columns = std::min<std::int64_t>(kWaveColumns, rows.size);
    const auto detail = static_cast<std::size_t>(kDetailCycles * rows.rate / frequency);
    for (std::int64_t k = 0; k < columns; ++k) {
        auto& column = out.columns.emplace_back();
        bool begun = false;
        const auto use = [&](const signals::QualityBlock& block) {
            for (std::size_t c = 0; c < block.size(); ++c) {
                const auto [least, most] = std::minmax_element(block[c].begin(), block[c].end());
                const Extent extent{*least, *most};
                begun ? column[c].join(extent) : void(column[c] = extent);
                const std::size_t room = detail - std::min(detail, out.detail[c].size());
                out.detail[c].insert(out.detail[c].end(), block[c].begin(),
                                     block[c].begin() + static_cast<std::ptrdiff_t>(
                                                            std::min(room, block[c].size())));
            }
            begun = true;
        };
        for_each_block(rows, k * rows.size / columns, (k + 1) * rows.size / columns, use);
    }
    return out;
}

Waveform waveform_of(Subject& subject, std::span<const ReadingWindow> windows, double frequency) {
    signals::Series series;
    series.rate = signals::kFrameRate;
    series.channel.resize(signals::kQualityChannels);
    const std::int64_t first =
        std::max<std::int64_t>(0, windows.front().last_frame - windows.front().frames);
    const double ratio = subject.scenario().meter.pt_ratio;
    series.start = signals::seconds_of(first);
    signals::TerminalBlock block;
    for (std::int64_t at = first; at < windows.back().last_frame; at += block.frames) {
        const auto frames = static_cast<int>(
            std::min<std::int64_t>(signals::kBlockFrames, windows.back().last_frame - at));
        subject.source({}).fill(at, frames, signals::Fill::with_current, block);
        for (int n = 0; n < frames; ++n) {
            const auto k = static_cast<std::size_t>(n);
            for (std::size_t x = 0; x < 3; ++x) {
                series.channel[x].push_back(ratio * block.voltage[x][k]);
                series.channel[x + 3].push_back(block.current[x][k]);
            }
        }
    }
    Waveform out = waveform_of(rows_of(series), frequency);
    for (const ReadingWindow& w : windows) {
        out.windows.push_back(
            {signals::seconds_of(w.last_frame - w.frames), signals::seconds_of(w.last_frame)});
    }
    return out;
}

}  // namespace analysis
