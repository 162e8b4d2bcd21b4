#include "app/bench/pyramid.h"

#include <algorithm>
#include <cmath>

namespace bench {

namespace {

constexpr std::int64_t samples_per_entry(int level) { return std::int64_t{1} << (4 * level); }

static_assert(samples_per_entry(1) == kPyramidStep);

std::size_t slot(std::int64_t index, std::size_t capacity) {
    return static_cast<std::size_t>(index) & (capacity - 1);
}

template <class T>
void put(std::vector<T>& ring, std::int64_t index, std::size_t capacity, const T& value) {
    const std::size_t at = slot(index, capacity);
    if (at < ring.size())
        ring[at] = value;
    else
        ring.push_back(value);  // not full yet: slots come in order
}

}  // namespace

void Extent::add(const Extent& more) {
    if (std::isnan(more.least)) return;
    least = std::isnan(least) ? more.least : std::min(least, more.least);
    most = std::isnan(most) ? more.most : std::max(most, more.most);
}

Pyramid::Pyramid(const Capacity& capacity) : capacity_(capacity) {}

void Pyramid::append(float sample) {
    if (newest_.size() >= capacity_[0] / 8 && newest_.size() < capacity_[0]) take_all();
    put(newest_, size_, capacity_[0], sample);
    ++size_;
    Extent part{sample, sample};
    for (int k = 1; k < kPyramidLevels; ++k) {
        Level& level = levels_[static_cast<std::size_t>(k)];
        level.open.add(part);
        if (size_ % samples_per_entry(k) != 0) return;
        part = level.open;
        put(level.ring, size_ / samples_per_entry(k) - 1, capacity_[static_cast<std::size_t>(k)],
            part);
        level.open = {};
    }
}

void Pyramid::clear() {
    size_ = 0;
    newest_ = {};
    levels_ = {};
}

void Pyramid::take_all() {
    newest_.resize(capacity_[0]);
    for (std::size_t k = 1; k < capacity_.size(); ++k) levels_[k].ring.resize(capacity_[k]);
}

std::int64_t Pyramid::first_of(int level) const {
    const auto capacity = static_cast<std::int64_t>(capacity_[static_cast<std::size_t>(level)]);
    const std::int64_t entries = size_ / samples_per_entry(level);
    return std::max<std::int64_t>(0, entries - capacity) * samples_per_entry(level);
}

std::int64_t Pyramid::first() const { return first_of(kPyramidLevels - 1); }

float Pyramid::sample(std::int64_t index) const { return newest_[slot(index, capacity_[0])]; }

Strip Pyramid::strip(double from, double to, int columns) const {
    columns = std::max(columns, 1);
    const double step = (to - from) / columns;
    const auto first = static_cast<std::int64_t>(std::floor(from)) - 1;
    if (step < 2.0 && std::max<std::int64_t>(first, 0) >= first_exact())
        return samples(first, static_cast<std::int64_t>(std::ceil(to)) + 2);
    Strip out{from, step, false, {}, 0};
    out.parts.reserve(static_cast<std::size_t>(columns));
    for (int i = 0; i < columns; ++i)
        out.parts.push_back(extent(from + i * step, from + (i + 1) * step, out.visited));
    return out;
}

Strip Pyramid::samples(std::int64_t from, std::int64_t to) const {
    from = std::clamp<std::int64_t>(from, 0, size_);
    to = std::clamp<std::int64_t>(to, from, size_);
    Strip out{static_cast<double>(from), 1.0, true, {}, static_cast<std::size_t>(to - from)};
    out.parts.reserve(out.visited);
    for (std::int64_t i = from; i < to; ++i) out.parts.push_back({sample(i), sample(i)});
    return out;
}

// The coarsest level that still has an entry for each part is looked at, or a coarser one when
// that is all there is left.
Extent Pyramid::extent(double from, double to, std::size_t& visited) const {
    if (to <= 0.0) return {};
    int level = 0;
    while (level + 1 < kPyramidLevels &&
           to - from >= static_cast<double>(samples_per_entry(level + 1)))
        ++level;
    const double begin = std::max(from, 0.0);
    while (level + 1 < kPyramidLevels && begin < static_cast<double>(first_of(level))) ++level;
    const std::int64_t each = samples_per_entry(level);
    const std::int64_t oldest = first_of(level) / each;
    const auto low = static_cast<std::int64_t>(std::floor(begin / static_cast<double>(each)));
    const auto high = static_cast<std::int64_t>(std::ceil(to / static_cast<double>(each)));
    const std::int64_t full = size_ / each;
    Extent out;
    for (std::int64_t i = std::max(low, oldest); i < std::min(std::max(high, low + 1), full);
         ++i, ++visited) {
        if (level == 0) {
            out.add({sample(i), sample(i)});
        } else {
            const auto& ring = levels_[static_cast<std::size_t>(level)].ring;
            out.add(ring[slot(i, capacity_[static_cast<std::size_t>(level)])]);
        }
    }
    if (level > 0 && low <= full && high > full && size_ % each != 0) {
        out.add(levels_[static_cast<std::size_t>(level)].open);
        ++visited;
    }
    return out;
}

}  // namespace bench
