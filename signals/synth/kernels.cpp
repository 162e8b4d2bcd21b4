#include "signals/synth/kernels.h"

#include "signals/wide.h"

namespace signals {
namespace {

static_assert(kStrip % kMostLanes == 0);

template <int kLanes>
[[gnu::always_inline]] inline const Vector<double, kLanes>& vector(const TileRow& row, int n) {
    return reinterpret_cast<const Vector<double, kLanes>*>(row.at.data())[n];
}
template <int kLanes>
[[gnu::always_inline]] inline Vector<double, kLanes>& vector(TileRow& row, int n) {
    return reinterpret_cast<Vector<double, kLanes>*>(row.at.data())[n];
}

// The same frames, counted in vectors.
template <int kLanes>
constexpr Strips in_vectors(Strips strips) {
    return {strips.first * (kStrip / kLanes), strips.end * (kStrip / kLanes)};
}

template <int kLanes>
[[gnu::always_inline]] inline void turn_body(Powers& p, std::size_t to, const TileRow& cosine,
                                             const TileRow& sine, double c, double s,
                                             Strips strips) {
    const Strips vectors = in_vectors<kLanes>(strips);
    for (int n = vectors.first; n < vectors.end; ++n) {
        const auto ac = vector<kLanes>(cosine, n);
        const auto as = vector<kLanes>(sine, n);
        vector<kLanes>(p.cosine[to], n) = ac * c - as * s;
        vector<kLanes>(p.sine[to], n) = ac * s + as * c;
    }
}

template <int kLanes>
[[gnu::always_inline]] inline void raise_body(Powers& p, std::span<const PowerStep> plan,
                                              Strips strips) {
    const Strips vectors = in_vectors<kLanes>(strips);
    for (std::size_t step = 1; step < plan.size(); ++step) {
        const auto a = static_cast<std::size_t>(plan[step].left);
        const auto b = static_cast<std::size_t>(plan[step].right);
        for (int n = vectors.first; n < vectors.end; ++n) {
            const auto ac = vector<kLanes>(p.cosine[a], n);
            const auto as = vector<kLanes>(p.sine[a], n);
            const auto bc = vector<kLanes>(p.cosine[b], n);
            const auto bs = vector<kLanes>(p.sine[b], n);
            vector<kLanes>(p.cosine[step], n) = ac * bc - as * bs;
            vector<kLanes>(p.sine[step], n) = ac * bs + as * bc;
        }
    }
}

template <int kLanes, std::size_t Channels>
[[gnu::always_inline]] inline void sum_body(const Powers& p, std::span<const WaveRow> rows,
                                            std::array<double, Channels> WaveRow::*cosine,
                                            std::array<double, Channels> WaveRow::*sine,
                                            const std::array<double, Channels>& constant,
                                            std::array<TileRow, Channels>& out, Strips strips) {
    using Numbers = Vector<double, kLanes>;
    const Strips vectors = in_vectors<kLanes>(strips);
    for (int n = vectors.first; n < vectors.end; ++n) {
        std::array<Numbers, Channels> sum;
        for (std::size_t x = 0; x < Channels; ++x) sum[x] = Numbers{} + constant[x];
        for (const WaveRow& row : rows) {
            const auto power = static_cast<std::size_t>(row.power);
            const auto c = vector<kLanes>(p.cosine[power], n);
            const auto s = vector<kLanes>(p.sine[power], n);
            for (std::size_t x = 0; x < Channels; ++x) {
                sum[x] += (row.*cosine)[x] * c + (row.*sine)[x] * s;
            }
        }
        for (std::size_t x = 0; x < Channels; ++x) vector<kLanes>(out[x], n) = sum[x];
    }
}

template <int kLanes>
[[gnu::always_inline]] inline void meter_body(const Powers& p, std::span<const WaveRow> rows,
                                              const std::array<double, kMeterChannels>& constant,
                                              std::array<TileRow, kMeterChannels>& out,
                                              Strips strips) {
    sum_body<kLanes>(p, rows, &WaveRow::meter_cosine, &WaveRow::meter_sine, constant, out, strips);
}

template <int kLanes>
[[gnu::always_inline]] inline void current_body(
    const Powers& p, std::span<const WaveRow> rows,
    const std::array<double, kCurrentChannels>& constant,
    std::array<TileRow, kCurrentChannels>& out, Strips strips) {
    sum_body<kLanes>(p, rows, &WaveRow::current_cosine, &WaveRow::current_sine, constant, out,
                     strips);
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
