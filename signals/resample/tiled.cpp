#include "signals/resample/tiled.h"

#include <algorithm>
#include <cstring>

namespace signals {

void Tiled::read(std::int64_t first, std::size_t count, double* out) {
    for (std::size_t done = 0; done < count;) {
        const std::int64_t at = first + static_cast<std::int64_t>(done);
        const std::int64_t number = floor_div(at, kTileSamples);
        const auto& tile = tiles_.get(number, [this](std::int64_t n, std::vector<double>& made) {
            made.resize(channels() * kTileSamples);
            make(n * kTileSamples, made.data());
        });
        const auto inside = static_cast<std::size_t>(at - number * kTileSamples);
        const std::size_t part = std::min(count - done, kTileSamples - inside);
        for (std::size_t c = 0; c < channels(); ++c) {
            std::memcpy(out + c * count + done, tile.data() + c * kTileSamples + inside,
                        part * sizeof(double));
        }
        done += part;
    }
}

}  // namespace signals
