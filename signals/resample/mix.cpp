#include "signals/resample/mix.h"

#include <array>
#include <cstring>

#include "signals/wide.h"

namespace signals {
namespace {

// Filters make so many vectors at once, then one, then single elements: sums side by side do not
// wait for each other. Their loops are unrolled: only then do sums stay in registers.
constexpr std::size_t kAtOnce = 4;

// T is a vector or, for what is left behind the last whole one, double.
template <class T>
[[gnu::always_inline]] inline void load(const double* from, T& to) {
    std::memcpy(&to, from, sizeof(T));
}

template <class T>
constexpr std::size_t kElements = sizeof(T) / sizeof(double);

template <class T, std::size_t kCount>
[[gnu::always_inline]] inline void store(const std::array<T, kCount>& from, double* to) {
#pragma GCC unroll 4
    for (std::size_t i = 0; i < kCount; ++i) {
        std::memcpy(to + i * kElements<T>, &from[i], sizeof(T));
    }
}

// Work::at<T, kCount>(work, n) makes kCount T from element n on.
template <int kLanes, class Work>
[[gnu::always_inline]] inline void in_vectors(const Work& work, std::size_t count) {
    using Numbers = Vector<double, kLanes>;
    std::size_t n = 0;
    for (; n + kAtOnce * kLanes <= count; n += kAtOnce * kLanes) {
        Work::template at<Numbers, kAtOnce>(work, n);
    }
    for (; n + kLanes <= count; n += kLanes) Work::template at<Numbers, 1>(work, n);
    for (; n < count; ++n) Work::template at<double, 1>(work, n);
}

template <int kLanes>
[[gnu::always_inline]] inline void rows_body(const MixedRow* rows, const double* weights,
                                             std::size_t count, double* out) {
    using Numbers = Vector<double, kLanes>;
    constexpr std::size_t kParts = kMixChannels / kLanes;
    std::array<Numbers, kParts> even{};
    std::array<Numbers, kParts> odd{};
    for (std::size_t k = 0; k < count; k += 2) {
#pragma GCC unroll 2
        for (std::size_t i = 0; i < kParts; ++i) {
            Numbers x;
            load(rows[k].data() + i * kLanes, x);
            even[i] += weights[k] * x;
            load(rows[k + 1].data() + i * kLanes, x);
            odd[i] += weights[k + 1] * x;
        }
    }
#pragma GCC unroll 2
    for (std::size_t i = 0; i < kParts; ++i) even[i] += odd[i];
    store(even, out);
}

struct Slide {
    const double* weights;
    std::size_t taps;
    const double* a;
    const double* b;
    double* out;

    template <class T, std::size_t kCount>
    [[gnu::always_inline]] static void at(const Slide& s, std::size_t n) {
        std::array<T, kCount> even{};
        std::array<T, kCount> odd{};
        for (std::size_t k = 0; k < s.taps / 2; ++k) {
#pragma GCC unroll 4
            for (std::size_t i = 0; i < kCount; ++i) {
                T x;
                T y;
                load(s.a + n + k + i * kElements<T>, x);
                load(s.b + n + k + i * kElements<T>, y);
                even[i] += s.weights[2 * k] * x;
                odd[i] += s.weights[2 * k + 1] * y;
            }
        }
#pragma GCC unroll 4
        for (std::size_t i = 0; i < kCount; ++i) even[i] += odd[i];
        store(even, s.out + n);
    }
};

// A filter with taps before and behind x[n]: even ones (k from 0 on, all of them) add what they
// meet, odd ones (every second k from 1 on) take it away.
template <bool kEven>
struct Around {
    const double* taps;
    std::size_t count;
    const double* x;
    double* out;

    template <class T, std::size_t kCount>
    [[gnu::always_inline]] static void at(const Around& s, std::size_t n) {
        std::array<T, kCount> sum{};
        if constexpr (kEven) {
#pragma GCC unroll 4
            for (std::size_t i = 0; i < kCount; ++i) {
                load(s.x + n + i * kElements<T>, sum[i]);
                sum[i] *= s.taps[0];
            }
        }
        for (std::size_t k = 1; k < s.count; k += kEven ? 1 : 2) {
#pragma GCC unroll 4
            for (std::size_t i = 0; i < kCount; ++i) {
                T before;
                T behind;
                load(s.x + n - k + i * kElements<T>, before);
                load(s.x + n + k + i * kElements<T>, behind);
                sum[i] += s.taps[k] * (kEven ? before + behind : before - behind);
            }
        }
        store(sum, s.out + n);
    }
};
using Fold = Around<true>;
using Turn = Around<false>;

struct Mixed {
    const Mixture& m;
    double* out;

    template <class T, std::size_t kCount>
    [[gnu::always_inline]] static void at(const Mixed& s, std::size_t n) {
        for (std::size_t i = 0; i < kCount; ++i) {
            const std::size_t here = n + i * kElements<T>;
            T left;
            T right;
            T left_slope;
            T right_slope;
            load(s.m.left + here, left);
            load(s.m.right + here, right);
            load(s.m.left_slope + here, left_slope);
            load(s.m.right_slope + here, right_slope);
            const T sum = s.m.a * left + s.m.b * right + (s.m.c * left_slope + s.m.d * right_slope);
            std::memcpy(s.out + here, &sum, sizeof(T));
        }
    }
};

METERTWIN_BY_PROCESSOR(do_rows, rows_body,
                       (const MixedRow* rows, const double* weights, std::size_t count,
                        double* out),
                       (rows, weights, count, out))
METERTWIN_BY_PROCESSOR(do_slide, in_vectors, (const Slide& work, std::size_t count), (work, count))
METERTWIN_BY_PROCESSOR(do_fold, in_vectors, (const Fold& work, std::size_t count), (work, count))
METERTWIN_BY_PROCESSOR(do_turn, in_vectors, (const Turn& work, std::size_t count), (work, count))
METERTWIN_BY_PROCESSOR(do_mix, in_vectors, (const Mixed& work, std::size_t count), (work, count))

}  // namespace

MixedRow mix_rows(const MixedRow* rows, std::span<const double> weights) {
    MixedRow out;
    do_rows(rows, weights.data(), weights.size(), out.data());
    return out;
}

void slide(std::span<const double> weights, const double* a, const double* b,
           std::span<double> out) {
    do_slide({weights.data(), weights.size(), a, b, out.data()}, out.size());
}

void fold(std::span<const double> taps, const double* x, std::span<double> out) {
    do_fold({taps.data(), taps.size(), x, out.data()}, out.size());
}

void turn_back(std::span<const double> taps, const double* x, std::span<double> out) {
    do_turn({taps.data(), taps.size(), x, out.data()}, out.size());
}

void mix(const Mixture& mixture, std::span<double> out) {
    do_mix({mixture, out.data()}, out.size());
}

}  // namespace signals
