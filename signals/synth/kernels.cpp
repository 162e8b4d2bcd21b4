#include "signals/synth/kernels.h"

#include "signals/wide.h"

namespace signals {

namespace {

// GCC and Clang take an element-wise vector of any width to the registers that there are.
using Vector [[gnu::vector_size(8 * kStrip)]] = double;

[[gnu::always_inline]] inline const Vector& strip(const TileRow& row, int n) {
    return reinterpret_cast<const Vector*>(row.at.data())[n];
}
[[gnu::always_inline]] inline Vector& strip(TileRow& row, int n) {
    return reinterpret_cast<Vector*>(row.at.data())[n];
}

[[gnu::always_inline]] inline void turn_body(Powers& p, std::size_t to, const TileRow& cosine,
                                             const TileRow& sine, double c, double s,
                                             Strips strips) {
    for (int n = strips.first; n < strips.end; ++n) {
        const Vector ac = strip(cosine, n);
        const Vector as = strip(sine, n);
        strip(p.cosine[to], n) = ac * c - as * s;
        strip(p.sine[to], n) = ac * s + as * c;
    }
}

[[gnu::always_inline]] inline void raise_body(Powers& p, std::span<const PowerStep> plan,
                                              Strips strips) {
    for (std::size_t step = 1; step < plan.size(); ++step) {
        const auto a = static_cast<std::size_t>(plan[step].left);
        const auto b = static_cast<std::size_t>(plan[step].right);
        for (int n = strips.first; n < strips.end; ++n) {
            const Vector ac = strip(p.cosine[a], n);
            const Vector as = strip(p.sine[a], n);
            const Vector bc = strip(p.cosine[b], n);
            const Vector bs = strip(p.sine[b], n);
            strip(p.cosine[step], n) = ac * bc - as * bs;
            strip(p.sine[step], n) = ac * bs + as * bc;
        }
    }
}

template <std::size_t Channels>
[[gnu::always_inline]] inline void sum_body(const Powers& p, std::span<const WaveRow> rows,
                                            std::array<double, Channels> WaveRow::*cosine,
                                            std::array<double, Channels> WaveRow::*sine,
                                            const std::array<double, Channels>& constant,
                                            std::array<TileRow, Channels>& out, Strips strips) {
    for (int n = strips.first; n < strips.end; ++n) {
        std::array<Vector, Channels> sum;
        for (std::size_t x = 0; x < Channels; ++x) sum[x] = Vector{} + constant[x];
        for (const WaveRow& row : rows) {
            const Vector c = strip(p.cosine[static_cast<std::size_t>(row.power)], n);
            const Vector s = strip(p.sine[static_cast<std::size_t>(row.power)], n);
            for (std::size_t x = 0; x < Channels; ++x) {
                sum[x] += (row.*cosine)[x] * c + (row.*sine)[x] * s;
            }
        }
        for (std::size_t x = 0; x < Channels; ++x) strip(out[x], n) = sum[x];
    }
}

[[gnu::always_inline]] inline void meter_body(const Powers& p, std::span<const WaveRow> rows,
                                              const std::array<double, kMeterChannels>& constant,
                                              std::array<TileRow, kMeterChannels>& out,
                                              Strips strips) {
    sum_body(p, rows, &WaveRow::meter_cosine, &WaveRow::meter_sine, constant, out, strips);
}

[[gnu::always_inline]] inline void current_body(
    const Powers& p, std::span<const WaveRow> rows,
    const std::array<double, kCurrentChannels>& constant,
    std::array<TileRow, kCurrentChannels>& out, Strips strips) {
    sum_body(p, rows, &WaveRow::current_cosine, &WaveRow::current_sine, constant, out, strips);
}

METERTWIN_BY_PROCESSOR(do_turn, turn_body,
                       (Powers & p, std::size_t to, const TileRow& c, const TileRow& s, double dc,
                        double ds, Strips n),
                       (p, to, c, s, dc, ds, n))
METERTWIN_BY_PROCESSOR(do_raise, raise_body,
                       (Powers & p, std::span<const PowerStep> plan, Strips n), (p, plan, n))
METERTWIN_BY_PROCESSOR(do_meter, meter_body,
                       (const Powers& p, std::span<const WaveRow> rows,
                        const std::array<double, kMeterChannels>& constant,
                        std::array<TileRow, kMeterChannels>& out, Strips n),
                       (p, rows, constant, out, n))
METERTWIN_BY_PROCESSOR(do_current, current_body,
                       (const Powers& p, std::span<const WaveRow> rows,
                        const std::array<double, kCurrentChannels>& constant,
                        std::array<TileRow, kCurrentChannels>& out, Strips n),
                       (p, rows, constant, out, n))

}  // namespace

void turn(Powers& powers, std::size_t to, const TileRow& cosine, const TileRow& sine, double c,
          double s, Strips strips) {
    do_turn(powers, to, cosine, sine, c, s, strips);
}

void raise(Powers& powers, std::span<const PowerStep> plan, Strips strips) {
    do_raise(powers, plan, strips);
}

void sum_meter(const Powers& powers, std::span<const WaveRow> rows,
               const std::array<double, kMeterChannels>& constant,
               std::array<TileRow, kMeterChannels>& out, Strips strips) {
    do_meter(powers, rows, constant, out, strips);
}

void sum_current(const Powers& powers, std::span<const WaveRow> rows,
                 const std::array<double, kCurrentChannels>& constant,
                 std::array<TileRow, kCurrentChannels>& out, Strips strips) {
    do_current(powers, rows, constant, out, strips);
}

}  // namespace signals
