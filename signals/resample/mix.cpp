#include "signals/resample/mix.h"

#include <cstring>

#include "signals/wide.h"

namespace signals {
namespace {

constexpr std::size_t kLanes = 4;
using Vector [[gnu::vector_size(8 * kLanes)]] = double;

// T is Vector or, for what is left behind the last whole one, double.
template <class T>
[[gnu::always_inline]] inline void load(const double* from, T& to) {
    std::memcpy(&to, from, sizeof(T));
}

[[gnu::always_inline]] inline void rows_body(const MixedRow* rows, const double* weights,
                                             std::size_t count, double* out) {
    static_assert(kMixChannels == 2 * kLanes);
    Vector even_low{};
    Vector even_high{};
    Vector odd_low{};
    Vector odd_high{};
    for (std::size_t k = 0; k < count; k += 2) {
        Vector x;
        load(rows[k].data(), x);
        even_low += weights[k] * x;
        load(rows[k].data() + kLanes, x);
        even_high += weights[k] * x;
        load(rows[k + 1].data(), x);
        odd_low += weights[k + 1] * x;
        load(rows[k + 1].data() + kLanes, x);
        odd_high += weights[k + 1] * x;
    }
    even_low += odd_low;
    even_high += odd_high;
    std::memcpy(out, &even_low, sizeof even_low);
    std::memcpy(out + kLanes, &even_high, sizeof even_high);
}

template <class T>
[[gnu::always_inline]] inline void slide_at(const double* weights, std::size_t taps,
                                            const double* a, const double* b, double* out) {
    T even{};
    T odd{};
    for (std::size_t k = 0; k < taps / 2; ++k) {
        T x;
        T y;
        load(a + k, x);
        load(b + k, y);
        even += weights[2 * k] * x;
        odd += weights[2 * k + 1] * y;
    }
    even += odd;
    std::memcpy(out, &even, sizeof(T));
}

[[gnu::always_inline]] inline void slide_body(const double* weights, std::size_t taps,
                                              const double* a, const double* b, double* out,
                                              std::size_t count) {
    std::size_t n = 0;
    for (; n + kLanes <= count; n += kLanes) slide_at<Vector>(weights, taps, a + n, b + n, out + n);
    for (; n < count; ++n) slide_at<double>(weights, taps, a + n, b + n, out + n);
}

template <class T>
[[gnu::always_inline]] inline void mix_at(const Mixture& m, std::size_t n, double* out) {
    T left;
    T right;
    T left_slope;
    T right_slope;
    load(m.left + n, left);
    load(m.right + n, right);
    load(m.left_slope + n, left_slope);
    load(m.right_slope + n, right_slope);
    const T sum = m.a * left + m.b * right + (m.c * left_slope + m.d * right_slope);
    std::memcpy(out + n, &sum, sizeof(T));
}

[[gnu::always_inline]] inline void mix_body(const Mixture& m, double* out, std::size_t count) {
    std::size_t n = 0;
    for (; n + kLanes <= count; n += kLanes) mix_at<Vector>(m, n, out);
    for (; n < count; ++n) mix_at<double>(m, n, out);
}

template <class T>
[[gnu::always_inline]] inline void turn_at(const double* taps, std::size_t count_taps,
                                           const double* x, double* out) {
    T sum{};
    for (std::size_t k = 1; k < count_taps; k += 2) {
        T before;
        T behind;
        load(x - k, before);
        load(x + k, behind);
        sum += taps[k] * (before - behind);
    }
    std::memcpy(out, &sum, sizeof(T));
}

[[gnu::always_inline]] inline void turn_body(const double* taps, std::size_t count_taps,
                                             const double* x, double* out, std::size_t count) {
    std::size_t n = 0;
    for (; n + kLanes <= count; n += kLanes) turn_at<Vector>(taps, count_taps, x + n, out + n);
    for (; n < count; ++n) turn_at<double>(taps, count_taps, x + n, out + n);
}

METERTWIN_BY_PROCESSOR(do_rows, rows_body,
                       (const MixedRow* rows, const double* weights, std::size_t count,
                        double* out),
                       (rows, weights, count, out))
METERTWIN_BY_PROCESSOR(do_slide, slide_body,
                       (const double* weights, std::size_t taps, const double* a, const double* b,
                        double* out, std::size_t count),
                       (weights, taps, a, b, out, count))
METERTWIN_BY_PROCESSOR(do_mix, mix_body, (const Mixture& m, double* out, std::size_t count),
                       (m, out, count))
METERTWIN_BY_PROCESSOR(do_turn, turn_body,
                       (const double* taps, std::size_t count_taps, const double* x, double* out,
                        std::size_t count),
                       (taps, count_taps, x, out, count))

}  // namespace

MixedRow mix_rows(const MixedRow* rows, std::span<const double> weights) {
    MixedRow out;
    do_rows(rows, weights.data(), weights.size(), out.data());
    return out;
}

void slide(std::span<const double> weights, const double* a, const double* b,
           std::span<double> out) {
    do_slide(weights.data(), weights.size(), a, b, out.data(), out.size());
}

void mix(const Mixture& mixture, std::span<double> out) { do_mix(mixture, out.data(), out.size()); }

void turn_back(std::span<const double> taps, const double* x, std::span<double> out) {
    do_turn(taps.data(), taps.size(), x, out.data(), out.size());
}

}  // namespace signals
