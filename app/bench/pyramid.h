// Minimum and maximum of a growing series at several scales, in bounded memory: a picture of it
// costs pixels, not samples.
//
//   level 0   the newest samples themselves           ring of capacity[0]
//   level k   (least, most) of 16^k samples each      ring of capacity[k]
//
// The newest part is there to the sample, older parts only as coarser entries; what has left the
// last level is forgotten. NaN is a gap: it counts in no minimum, and a stretch of nothing else
// is NaN. Single precision: pictures need no more. A short series takes the memory that it needs;
// one that has come to an eighth of level 0 takes all that it can ever need, and grows no more.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace bench {

inline constexpr int kPyramidStep = 16;
inline constexpr int kPyramidLevels = 5;

struct Extent {
    float least = std::numeric_limits<float>::quiet_NaN();
    float most = std::numeric_limits<float>::quiet_NaN();

    void add(const Extent& more);
    bool operator==(const Extent&) const = default;
};

// Equal stretches of a series: element i covers [first + i * step, first + (i + 1) * step) samples.
// When `exact`, every element is one sample (step 1, least == most).
struct Strip {
    double first = 0.0;
    double step = 1.0;
    bool exact = false;
    std::vector<Extent> parts;
    std::size_t visited = 0;  // entries looked at; what a picture costs
};

class Pyramid {
 public:
    // Entries per level, powers of two. The default keeps 26 s of frames to the sample, 3.5
    // minutes by 16 of them, 28 minutes by 256, 3.7 h by 4096, 59 h by 65536: 0.8 MB.
    // That of level 0 is 8 at least.
    using Capacity = std::array<std::size_t, kPyramidLevels>;
    static constexpr Capacity kFrames{1 << 16, 1 << 15, 1 << 14, 1 << 13, 1 << 13};

    explicit Pyramid(const Capacity& capacity = kFrames);

    void append(float sample);
    void clear();
    // Takes at once all the memory that a long series has, until clear().
    void take_all();

    [[nodiscard]] std::int64_t size() const { return size_; }  // samples appended
    // First sample that still has an entry of its own at level 0, and at any level.
    [[nodiscard]] std::int64_t first_exact() const { return first_of(0); }
    [[nodiscard]] std::int64_t first() const;
    [[nodiscard]] float sample(std::int64_t index) const;  // first_exact() <= index < size()

    // [from, to) in `columns` equal parts, or as samples when there are less than two for each
    // column and all of them are still there. Parts outside the series are NaN. from < to.
    [[nodiscard]] Strip strip(double from, double to, int columns) const;
    // Of [from, to) as a whole; `visited` goes up by the entries looked at.
    [[nodiscard]] Extent extent(double from, double to, std::size_t& visited) const;

 private:
    struct Level {
        std::vector<Extent> ring;
        Extent open;  // of the entry that is not full yet
    };

    [[nodiscard]] std::int64_t first_of(int level) const;
    [[nodiscard]] Strip samples(std::int64_t from, std::int64_t to) const;

    Capacity capacity_;
    std::vector<float> newest_;
    std::array<Level, kPyramidLevels> levels_;  // [0] is not used
    std::int64_t size_ = 0;
};

}  // namespace bench
