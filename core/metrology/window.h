// One reading window: exact sums of products for energy, and means over whole cycles for readings.
//
// Sums take every frame exactly once, windows touch: nothing is lost at a border, and energy is the
// plain sum. Readings want whole cycles, whose ends fall between two frames. Taking frame j to
// stand for [j - 1/2, j + 1/2], the border at n - 1 + phi moves (phi - 1/2) of a frame's products
// from one window's mean to the other's; without it a window is up to 1/2520 too long or short
// (metrology.md 7.5), with it the error is below 2e-5 of S.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>

#include "core/metrology/sample.h"
#include "core/metrology/zero_crossing.h"

namespace meter {

// Products of one frame, or sums of them: kept as one flat list so that they add in one loop.
struct Products {
    // For phase p: [p] v*v, [3+p] i*i, [6+p] v*i, [9+p] v90*i; [12+p] v_p * v_(p+1) for AB, BC, CA.
    static constexpr std::size_t kSize = 15;
    std::array<std::int64_t, kSize> value{};

    [[nodiscard]] constexpr std::int64_t vv(std::size_t p) const { return value[p]; }
    [[nodiscard]] constexpr std::int64_t ii(std::size_t p) const { return value[3 + p]; }
    [[nodiscard]] constexpr std::int64_t vi(std::size_t p) const { return value[6 + p]; }
    [[nodiscard]] constexpr std::int64_t qi(std::size_t p) const { return value[9 + p]; }
    [[nodiscard]] constexpr std::int64_t cross(std::size_t p) const { return value[12 + p]; }
    [[nodiscard]] constexpr const Products& in_a_list() const { return *this; }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("value", value);
    }
};

namespace window {

constexpr void add_phase(Products& to, std::size_t p, const Samples& s) {
    const std::int64_t v = s.v[p], i = s.i[p];
    to.value[p] += v * v;
    to.value[3 + p] += i * i;
    to.value[6 + p] += v * i;
    to.value[9 + p] += s.v90[p] * i;
}

}  // namespace window

// Adds the products of one frame. Written out: this is the innermost loop of the program.
constexpr void add_products(Products& to, const Samples& s) {
    window::add_phase(to, 0, s);
    window::add_phase(to, 1, s);
    window::add_phase(to, 2, s);
    const std::int64_t a = s.v[0], b = s.v[1], c = s.v[2];
    to.value[12] += a * b;
    to.value[13] += b * c;
    to.value[14] += c * a;
}

constexpr Products products_of(const Samples& s) {
    Products out;
    add_products(out, s);
    return out;
}

// A closed window.
struct ClosedWindow {
    Products sums{};      // exact, over `frames` frames
    Products means_q8{};  // per frame, over whole cycles, 2^8 * product LSB
    std::int32_t frames = 0;
    std::int32_t frequency_uhz = 0;  // measured in this window; 0: the reference phase is dead
    // Newest frequency measured, for the 90 degree path: the other phases of a dead reference still
    // carry reactive power. 0 before the first.
    std::int32_t line_frequency_uhz = 0;

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("sums", sums);
        visit("means_q8", means_q8);
        visit("frames", frames);
        visit("frequency_uhz", frequency_uhz);
        visit("line_frequency_uhz", line_frequency_uhz);
    }
};

// Sums: Products, or what adds in another order of memory and can be put in that list.
template <class Sums>
class BasicWindow {
 public:
    template <class Sample>
    [[gnu::always_inline]] constexpr void add(const Sample& s) {
        add_products(sums_, s);
        ++frames_;
    }

    [[nodiscard]] constexpr std::int32_t frames() const { return frames_; }

    // Closes the window behind the frame added last and opens the next. `fraction` (2^20) says
    // where between `previous` (added last) and `next` the border lies; half is "on the frame's
    // edge".
    constexpr ClosedWindow close(const Samples& previous, const Samples& next,
                                 std::int32_t fraction) {
        const std::int64_t weight =
            shift_rounded(fraction - ZeroCrossing::kOneFrame / 2, 8);  // Q12
        const Products edge = weighted(products_of(weight > 0 ? next : previous), weight);
        ClosedWindow out;
        out.sums = sums_.in_a_list();
        out.frames = frames_;
        const std::int64_t length = std::int64_t{frames_} * kOneQ12 + weight - opening_weight_;
        for (std::size_t k = 0; k < Products::kSize; ++k) {
            const std::int64_t sum = out.sums.value[k] + edge.value[k] - opening_edge_.value[k];
            out.means_q8.value[k] = mean_q8(sum, length);
        }
        opening_edge_ = edge;
        opening_weight_ = weight;
        sums_ = {};
        frames_ = 0;
        return out;
    }

    template <class V>
    constexpr void visit_state(V& visit) {
        visit("sums", sums_);
        visit("opening_edge", opening_edge_);
        visit("opening_weight", opening_weight_);
        visit("frames", frames_);
    }

 private:
    static constexpr std::int64_t kOneQ12 = 1 << 12;

    // |value| < 2^51 and |weight| <= 2^11: (value >> 12) * weight stays below 2^50.
    static constexpr Products weighted(Products p, std::int64_t weight) {
        for (std::int64_t& value : p.value) value = shift_rounded(value, 12) * weight;
        return p;
    }

    // sum * 2^12 / length * 2^8. |sum| < 2^62.5, length < 2^23.5: quotient * 2^20 stays below 2^60,
    // remainder * 2^20 below 2^44.
    static constexpr std::int64_t mean_q8(std::int64_t sum, std::int64_t length) {
        if (length <= 0) return 0;
        return (sum / length) * (1 << 20) + (sum % length) * (1 << 20) / length;
    }

    Sums sums_{};
    Products opening_edge_{};
    std::int64_t opening_weight_ = 0;  // Q12 of a frame
    std::int32_t frames_ = 0;
};
using Window = BasicWindow<Products>;

}  // namespace meter
