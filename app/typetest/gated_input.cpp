#include "app/typetest/gated_input.h"

#include <cmath>
#include <numbers>

#include "signals/coil/coil.h"
#include "signals/synth/phase.h"
#include "signals/wiring/phasors.h"

namespace typetest {
namespace {

using signals::Phasor;
using signals::TerminalBlock;

constexpr double kSqrt2 = std::numbers::sqrt2;

// Lines of all conductors at one order of the pattern's frequency, at their slots' instants.
struct Row {
    int order = 1;
    std::array<Phasor, 3> voltage{};
    std::array<Phasor, signals::kConductors> current{};
    std::array<Phasor, signals::kConductors> slope{};
};

Phasor turned(double hertz, double seconds) {
    return std::polar(1.0, 2.0 * std::numbers::pi * hertz * seconds);
}

double wave(Phasor rms, signals::Direction d) {
    return kSqrt2 * (rms.imag() * d.cosine + rms.real() * d.sine);
}

class GatedSource final : public signals::Source {
 public:
    GatedSource(const signals::Gate& gate, const signals::Installation& in,
                const signals::FrontEndSettings& front_end)
        : base_(in.frequency / gate.cycles), increment_(signals::phase_per_frame(base_)) {
        const signals::OrderPhasors sine = signals::phasors_of(in).front();
        for (const signals::Line& line : signals::lines_of(gate, kHighestHarmonic)) {
            rows_.push_back(row_of(line, gate.cycles, sine, front_end));
        }
    }

    void fill(std::int64_t first_frame, int frames, signals::Fill, TerminalBlock& out) override {
        out.first_frame = first_frame;
        out.frames = frames;
        for (int n = 0; n < frames; ++n) fill_frame(first_frame + n, std::size_t(n), out);
    }

 private:
    Row row_of(const signals::Line& line, int cycles, const signals::OrderPhasors& sine,
               const signals::FrontEndSettings& front_end) const {
        const signals::SlotTiming timing = signals::channel_timing(front_end);
        const std::array<double, 3> pickup = signals::pickup_of(front_end);
        const double hertz = base_ * line.order;
        const Phasor derivative{0.0, 2.0 * std::numbers::pi * hertz};
        Row row{line.order, {}, {}, {}};
        Phasor neutral{};
        for (std::size_t x = 0; x < 3; ++x) {
            const double shift = std::arg(sine.current[x]) / cycles;  // of the pattern's phase
            const Phasor current =
                std::abs(sine.current[x]) * line.current * std::polar(1.0, line.order * shift);
            neutral += current;
            const Phasor voltage = line.order == cycles ? sine.voltage[x] : Phasor{};
            const Phasor at_slot = turned(hertz, timing.current[x]);
            row.voltage[x] = voltage * turned(hertz, timing.voltage[x]);
            row.current[x] = current * at_slot;
            row.slope[x] = (current + pickup[x] * voltage) * at_slot * derivative;
        }
        row.current[3] = neutral * turned(hertz, timing.current[3]);
        row.slope[3] = row.current[3] * derivative;
        return row;
    }

    void fill_frame(std::int64_t frame, std::size_t n, TerminalBlock& out) const {
        for (std::size_t x = 0; x < 3; ++x) out.voltage[x][n] = 0.0;
        for (std::size_t x = 0; x < signals::kConductors; ++x) {
            out.slope[x][n] = out.current[x][n] = 0.0;
        }
        const signals::Phase theta = frame * increment_;
        for (const Row& row : rows_) {
            const signals::Direction d = signals::direction(row.order * theta);
            for (std::size_t x = 0; x < 3; ++x) out.voltage[x][n] += wave(row.voltage[x], d);
            for (std::size_t x = 0; x < signals::kConductors; ++x) {
                out.slope[x][n] += wave(row.slope[x], d);
                out.current[x][n] += wave(row.current[x], d);
            }
        }
    }

    double base_;  // Hz, of the pattern
    signals::Phase increment_;
    std::vector<Row> rows_;
};

class GatedInput final : public bench::Input {
 public:
    GatedInput(const signals::Gate& gate, const signals::Installation& in,
               const signals::FrontEndSettings& front_end)
        : source_(gate, in, front_end) {
        const signals::OrderPhasors sine = signals::phasors_of(in).front();
        Phasor part{};
        for (const signals::Line& line : signals::lines_of(gate, 1)) {
            if (line.order == gate.cycles) part = line.current;
        }
        for (std::size_t x = 0; x < 3; ++x) {
            const Phasor s = sine.voltage[x] * std::conj(sine.current[x] * part);
            truth_.power[x].real_w = s.real();
            truth_.power[x].reactive_var = s.imag();
            truth_.total.real_w += std::abs(s.real());
            truth_.total.reactive_var += std::abs(s.imag());
            truth_.voltage_ln[x] = std::abs(sine.voltage[x]);
        }
        truth_.frequency = in.frequency;
    }

    signals::Source& source() override { return source_; }
    signals::Truth truth(std::int64_t, int) override { return truth_; }

 private:
    GatedSource source_;
    signals::Truth truth_;
};

}  // namespace

std::unique_ptr<bench::Input> gated_input(const signals::Gate& gate,
                                          const signals::Installation& installation,
                                          const signals::FrontEndSettings& front_end) {
    return std::make_unique<GatedInput>(gate, installation, front_end);
}

}  // namespace typetest
