#include "signals/replay/mapped_rows.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstring>

#include "signals/capture/phrases.h"

namespace signals {

// One channel's walk from row to row.
struct MappedRows::Search {
    std::vector<Gap>& crossing;
    Gap open{};
    bool in_gap = false;
    bool any = false;
    double last = 0.0;
    std::int64_t missing = 0;
    std::int64_t longest = 0;

    void step(std::int64_t row, double x) {
        if (std::isnan(x)) {
            if (!in_gap) open = {row, 0, any ? last : x, 0.0};
            in_gap = true;
            ++open.length;
            return;
        }
        if (in_gap) close(row, x);
        any = true;
        last = x;
    }
    void close(std::int64_t row, double right) {
        in_gap = false;
        missing += open.length;
        longest = std::max(longest, open.length);
        open.right = right;
        if (std::isnan(open.left)) open.left = right;
        const bool local = open.first > 0 && (open.first - 1) / kTileRows == row / kTileRows;
        if (!local) crossing.push_back(open);
    }
};

MappedRows::MappedRows(Capture& capture, const Mapping& mapping, std::uint64_t first,
                       std::uint64_t count)
    : capture_(capture), first_(first), size_(static_cast<std::int64_t>(count)) {
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        const MappedChannel& mapped = c < 3 ? mapping.voltage[c] : mapping.current[c - 3];
        index_[c] = mapped.index;
        scale_[c] = mapped.scale;
    }
    find_gaps(capture.recording(), mapping);
}

std::size_t MappedRows::rows_of(std::int64_t number) const {
    return static_cast<std::size_t>(std::min(kTileRows, size_ - number * kTileRows));
}

void MappedRows::load(std::int64_t number, Tile& tile) {
    const std::size_t rows = rows_of(number);
    tile.resize(kReplayChannels * rows);
    capture_.read(index_, first_ + static_cast<std::uint64_t>(number * kTileRows), rows, tile);
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        for (std::size_t n = 0; n < rows; ++n) tile[c * rows + n] *= scale_[c];
    }
}

void MappedRows::find_gaps(const Recording& recording, const Mapping& mapping) {
    std::vector<Search> search;
    for (auto& crossing : crossing_) search.push_back({crossing});
    Tile tile;
    for (std::int64_t number = 0; number * kTileRows < size_; ++number) {
        load(number, tile);
        const std::size_t rows = rows_of(number);
        for (std::size_t c = 0; c < kReplayChannels; ++c) {
            for (std::size_t n = 0; n < rows; ++n) {
                search[c].step(number * kTileRows + static_cast<std::int64_t>(n),
                               tile[c * rows + n]);
            }
        }
    }
    for (std::size_t c = 0; c < kReplayChannels; ++c) {
        Search& s = search[c];
        const AnalogChannel& channel =
            recording.analog[c < 3 ? mapping.voltage[c].index : mapping.current[c - 3].index];
        if (!s.any) {
            throw ReplayError(
                Sentence::after(recording.file + ": ",
                                Sentence::of(kCapture.no_samples, channel.position, channel.name)));
        }
        if (s.in_gap) s.close(size_ + kTileRows, s.last);
        if (s.missing == 0) continue;
        notes_.push_back(fmt::format(
            "channel {} '{}': {} missing samples bridged by straight lines, the longest gap {}",
            channel.position, channel.name, s.missing, s.longest));
    }
}

MappedRows::Gap MappedRows::gap_at(std::size_t channel, std::int64_t row) const {
    const std::vector<Gap>& gaps = crossing_[channel];
    const auto behind = std::upper_bound(gaps.begin(), gaps.end(), row,
                                         [](std::int64_t r, const Gap& g) { return r < g.first; });
    return *std::prev(behind);
}

void MappedRows::bridge(std::int64_t number, std::size_t channel, double* x,
                        std::size_t rows) const {
    const std::int64_t base = number * kTileRows;
    for (std::size_t i = 0; i < rows; ++i) {
        if (!std::isnan(x[i])) continue;
        std::size_t end = i;
        while (end < rows && std::isnan(x[end])) ++end;
        const bool local = i > 0 && end < rows;
        const Gap gap = local ? Gap{base + static_cast<std::int64_t>(i),
                                    static_cast<std::int64_t>(end - i), x[i - 1], x[end]}
                              : gap_at(channel, base + static_cast<std::int64_t>(i));
        for (; i < end; ++i) {
            const auto k = static_cast<double>(base + static_cast<std::int64_t>(i) - gap.first);
            x[i] =
                gap.left + (k + 1.0) / static_cast<double>(gap.length + 1) * (gap.right - gap.left);
        }
    }
}

void MappedRows::read(std::int64_t first, std::size_t count, double* out) {
    for (std::size_t done = 0; done < count;) {
        const std::int64_t wanted = first + static_cast<std::int64_t>(done);
        const std::int64_t at = std::clamp<std::int64_t>(wanted, 0, size_ - 1);
        const Tile& tile = tiles_.get(at / kTileRows, [this](std::int64_t number, Tile& t) {
            load(number, t);
            const std::size_t rows = rows_of(number);
            for (std::size_t c = 0; c < kReplayChannels; ++c) {
                bridge(number, c, t.data() + c * rows, rows);
            }
        });
        const std::size_t rows = rows_of(at / kTileRows);
        const auto inside = static_cast<std::size_t>(at % kTileRows);
        const std::size_t part = wanted == at ? std::min(count - done, rows - inside) : 1;
        for (std::size_t c = 0; c < kReplayChannels; ++c) {
            std::memcpy(out + c * count + done, tile.data() + c * rows + inside,
                        part * sizeof(double));
        }
        done += part;
    }
}

}  // namespace signals
