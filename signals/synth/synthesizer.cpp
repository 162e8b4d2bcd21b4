#include "signals/synth/synthesizer.h"

#include <algorithm>
#include <numbers>
#include <stdexcept>
#include <string>

#include "signals/scenario/check.h"

namespace signals {

namespace {

constexpr int kTileShift = 5;
static_assert(1 << kTileShift == kTileFrames);

// e^{j h omega t}
Phasor turned(int order, double hertz, double seconds) {
    const Direction d = direction(order * phase_from_turns(hertz * seconds));
    return {d.cosine, d.sine};
}

// sqrt2 Im(X e^{j h theta}) = cosine cos(h theta) + sine sin(h theta)
template <class Coefficients>
void put(Coefficients& to, std::size_t channel, Phasor rms) {
    to.cosine[channel] = std::numbers::sqrt2 * rms.imag();
    to.sine[channel] = std::numbers::sqrt2 * rms.real();
}

template <class From, class To>
void copy_part(const From& from, int at, int frames, To& to, int to_at) {
    std::copy_n(from.begin() + at, frames, to.begin() + to_at);
}

}  // namespace

// e^{j h theta} of one tile, row i for step i of the plan.
struct Synthesizer::Tile {
    alignas(64) std::array<TileRow, kMaxOrder> cosine;
    alignas(64) std::array<TileRow, kMaxOrder> sine;

    void multiply(std::size_t to, const TileRow& ac, const TileRow& as, double bc, double bs) {
        for (std::size_t i = 0; i < kTileFrames; ++i) {
            cosine[to][i] = ac[i] * bc - as[i] * bs;
            sine[to][i] = ac[i] * bs + as[i] * bc;
        }
    }
    void multiply(std::size_t to, std::size_t a, std::size_t b) {
        for (std::size_t i = 0; i < kTileFrames; ++i) {
            cosine[to][i] = cosine[a][i] * cosine[b][i] - sine[a][i] * sine[b][i];
            sine[to][i] = cosine[a][i] * sine[b][i] + sine[a][i] * cosine[b][i];
        }
    }
};

Synthesizer::Synthesizer(const Installation& installation, const SlotTiming& timing,
                         const Wiring& wiring)
    : installation_(installation), timing_(timing), wiring_(wiring) {
    check(installation);
    rebuild();
}

void Synthesizer::set(const Installation& installation, std::int64_t from_frame) {
    restore(installation, {.frame = from_frame, .phase = phase_at(from_frame).bits});
}

void Synthesizer::restore(const Installation& installation, const Origin& origin) {
    check(installation);
    installation_ = installation;
    origin_ = origin;
    rebuild();
}

void Synthesizer::set_wiring(const Wiring& wiring) {
    wiring_ = wiring;
    rebuild();
}

void Synthesizer::set_pickup(const std::array<double, 3>& amperes_per_volt) {
    pickup_ = amperes_per_volt;
    rebuild();
}

Phase Synthesizer::phase_at(std::int64_t frame) const {
    return Phase{origin_.phase} + (frame - origin_.frame) * increment_;
}

void Synthesizer::rebuild() {
    increment_ = phase_per_frame(installation_.frequency);
    for (std::size_t k = 0; k < kTileFrames; ++k) {
        const Direction d = direction(static_cast<std::int64_t>(k) * increment_);
        rotation_cosine_[k] = d.cosine;
        rotation_sine_[k] = d.sine;
    }
    const std::vector<OrderPhasors> rows = at_terminals(phasors_of(installation_), wiring_);
    std::vector<int> orders;
    orders.reserve(rows.size());
    for (const OrderPhasors& row : rows) orders.push_back(row.order);
    plan_ = plan_powers(orders);
    orders_.clear();
    const double omega = 2.0 * std::numbers::pi * installation_.frequency;
    for (const OrderPhasors& row : rows) add_order(row, omega);
}

void Synthesizer::add_order(const OrderPhasors& phasors, double omega) {
    Order order{.power = index_of_order(plan_, phasors.order)};
    const double hertz = installation_.frequency;
    const Phasor derivative{0.0, phasors.order * omega};
    Phasor neutral{};
    for (const Phasor& phase : phasors.current) neutral += phase;
    for (std::size_t x = 0; x < kConductors; ++x) {
        const Phasor at_slot = turned(phasors.order, hertz, timing_.current[x]);
        const Phasor current = (x < 3 ? phasors.current[x] : neutral) * at_slot;
        put(order.current, x, current);
        const Phasor picked = x < 3 ? pickup_[x] * phasors.voltage[x] * at_slot : Phasor{};
        put(order.meter, 3 + x, (current + picked) * derivative);
    }
    for (std::size_t x = 0; x < 3; ++x) {
        const Phasor at_slot = turned(phasors.order, hertz, timing_.voltage[x]);
        put(order.meter, x, phasors.voltage[x] * at_slot);
    }
    orders_.push_back(order);
}

void Synthesizer::make_powers(std::int64_t tile_number, Tile& tile) const {
    const std::int64_t first = tile_number << kTileShift;  // frames after the origin
    const Direction base = direction(Phase{origin_.phase} + first * increment_);
    tile.multiply(0, rotation_cosine_, rotation_sine_, base.cosine, base.sine);
    for (std::size_t step = 1; step < plan_.size(); ++step) {
        tile.multiply(step, static_cast<std::size_t>(plan_[step].left),
                      static_cast<std::size_t>(plan_[step].right));
    }
}

template <std::size_t Channels>
void Synthesizer::sum_orders(const Tile& tile, Coefficients<Channels> Order::*which,
                             std::array<TileRow, Channels>& out) const {
    for (TileRow& row : out) row.fill(0.0);
    for (const Order& order : orders_) {
        const TileRow& c = tile.cosine[static_cast<std::size_t>(order.power)];
        const TileRow& s = tile.sine[static_cast<std::size_t>(order.power)];
        for (std::size_t x = 0; x < Channels; ++x) {
            const double a = (order.*which).cosine[x];
            const double b = (order.*which).sine[x];
            for (std::size_t i = 0; i < kTileFrames; ++i) out[x][i] += a * c[i] + b * s[i];
        }
    }
}

void Synthesizer::fill(std::int64_t first_frame, int frames, Fill what, TerminalBlock& out) {
    if (frames < 1 || frames > kBlockFrames) {
        throw std::invalid_argument("block of " + std::to_string(frames) +
                                    " frames, allowed is 1 to " + std::to_string(kBlockFrames));
    }
    out.first_frame = first_frame;
    out.frames = frames;
    Tile tile;
    std::array<TileRow, kMeterChannels> meter;
    std::array<TileRow, kConductors> current;
    for (int done = 0; done < frames;) {
        const std::int64_t since = first_frame + done - origin_.frame;
        const std::int64_t tile_number = since >> kTileShift;
        const int at = static_cast<int>(since - (tile_number << kTileShift));
        const int count = std::min(kTileFrames - at, frames - done);
        make_powers(tile_number, tile);
        sum_orders(tile, &Order::meter, meter);
        for (std::size_t x = 0; x < 3; ++x) copy_part(meter[x], at, count, out.voltage[x], done);
        for (std::size_t x = 0; x < kConductors; ++x) {
            copy_part(meter[3 + x], at, count, out.slope[x], done);
        }
        if (what == Fill::with_current) {
            sum_orders(tile, &Order::current, current);
            for (std::size_t x = 0; x < kConductors; ++x) {
                copy_part(current[x], at, count, out.current[x], done);
            }
        }
        done += count;
    }
}

}  // namespace signals
