// The pieces of something long that were used last. What is in it changes no value, only the time.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace signals {

template <class Tile>
class TileCache {
 public:
    explicit TileCache(std::size_t most) : most_(most) {}  // 1 or more

    // Tile `number`; make(number, tile) fills a new one, or one that was used longest ago. The
    // reference is good until the next call.
    template <class Make>
    Tile& get(std::int64_t number, Make make) {
        ++now_;
        for (Entry& entry : entries_) {
            if (entry.number == number) return touch(entry);
        }
        Entry& entry = entries_.size() < most_ ? entries_.emplace_back() : oldest();
        entry.number = kNone;  // should make() throw
        make(number, entry.tile);
        entry.number = number;
        return touch(entry);
    }

 private:
    static constexpr std::int64_t kNone = INT64_MIN;
    struct Entry {
        std::int64_t number = kNone;
        std::uint64_t used = 0;
        Tile tile{};
    };
    Entry& oldest() {
        return *std::min_element(entries_.begin(), entries_.end(),
                                 [](const Entry& a, const Entry& b) { return a.used < b.used; });
    }
    Tile& touch(Entry& entry) {
        entry.used = now_;
        return entry.tile;
    }

    std::size_t most_;
    std::uint64_t now_ = 0;
    std::vector<Entry> entries_;
};

// Floor of a / b for b > 0.
constexpr std::int64_t floor_div(std::int64_t a, std::int64_t b) {
    return a >= 0 ? a / b : -((b - 1 - a) / b);
}

}  // namespace signals
