#include "signals/wiring/phasors.h"

#include <map>

#include "signals/scenario/check.h"
#include "signals/synth/phase.h"

namespace signals {

namespace {

Phasor polar(double rms, Phase angle) {
    const Direction d = direction(angle);
    return {rms * d.cosine, rms * d.sine};
}

OrderPhasors order_of(const Installation& in, const Harmonic& harmonic) {
    OrderPhasors out{.order = harmonic.order};
    for (std::size_t x = 0; x < 3; ++x) {
        const Phase voltage_crossing = phase_from_degrees(in.voltage_angle[x]);
        const Phase current_crossing = voltage_crossing - phase_from_degrees(in.angle[x]);
        out.voltage[x] =
            polar(in.voltage[x] * harmonic.voltage_percent / 100.0,
                  harmonic.order * voltage_crossing + phase_from_degrees(harmonic.voltage_angle));
        out.current[x] =
            polar(in.current[x] * harmonic.current_percent / 100.0,
                  harmonic.order * current_crossing + phase_from_degrees(harmonic.current_angle));
    }
    return out;
}

void add(ThreePhasors& sum, const ThreePhasors& more) {
    for (std::size_t x = 0; x < 3; ++x) sum[x] += more[x];
}

}  // namespace

std::vector<OrderPhasors> phasors_of(const Installation& installation) {
    check(installation);
    const Harmonic fundamental{.order = 1, .voltage_percent = 100.0, .current_percent = 100.0};
    std::map<int, OrderPhasors> orders{{1, order_of(installation, fundamental)}};
    for (const Harmonic& harmonic : installation.harmonics) {
        OrderPhasors& row = orders[harmonic.order];
        const OrderPhasors more = order_of(installation, harmonic);
        row.order = more.order;
        add(row.voltage, more.voltage);
        add(row.current, more.current);
    }
    std::vector<OrderPhasors> out;
    out.reserve(orders.size());
    for (const auto& [order, row] : orders) out.push_back(row);
    return out;
}

}  // namespace signals
