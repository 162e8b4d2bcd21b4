#include "app/bench/record_series.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "core/metrology/chain.h"
#include "core/metrology/ranges.h"
#include "signals/coil/coil.h"
#include "signals/frontend/front_end.h"
#include "signals/resample/resampled.h"
#include "signals/synth/synthesizer.h"
#include "signals/wiring/wiring.h"

namespace bench {
namespace {

using signals::kBlockFrames;
using signals::kFrameRate;

constexpr double kLowestRate = 1'000.0;
constexpr double kHighestRate = 1e6;
constexpr double kOversampling = 2.5;
constexpr std::size_t kLeastPhases = 8;  // 20 kHz: above anything a scenario holds
constexpr std::size_t kTerminalChannels = 7;
constexpr std::size_t kKeptTiles = 4;  // it is written once, from its begin to its end

meter::VoltageReference reference_of(int system_type) {
    const auto* row = meter::find_system_type(static_cast<std::uint16_t>(system_type));
    if (row == nullptr) {
        throw std::invalid_argument(fmt::format("there is no system type {}", system_type));
    }
    return row->reference;
}

signals::Course course_of(const signals::Scenario& scenario) {
    return signals::Course(scenario.installation, scenario.timeline,
                           signals::wiring_of(scenario.meter.system_type), scenario.meter.pt_ratio);
}

// All terminals at `phases` even instants of each frame.
class FineTerminals final : public signals::Sampled {
 public:
    FineTerminals(const SourceAt& source, std::size_t phases)
        : Sampled(static_cast<double>(phases) * kFrameRate, 0.0, kTerminalChannels) {
        for (std::size_t k = 0; k < phases; ++k) {
            signals::SlotTiming timing;
            timing.voltage.fill(static_cast<double>(k) / rate());
            timing.current.fill(static_cast<double>(k) / rate());
            source_.push_back(source(timing));
        }
    }

    void read(std::int64_t first, std::size_t count, double* out) override {
        const auto phases = static_cast<std::int64_t>(source_.size());
        const std::int64_t end = first + static_cast<std::int64_t>(count);
        for (std::int64_t frame = signals::floor_div(first, phases); frame * phases < end;
             frame += kBlockFrames) {
            const auto frames = static_cast<int>(std::min<std::int64_t>(
                kBlockFrames, signals::floor_div(end - 1, phases) - frame + 1));
            for (std::int64_t k = 0; k < phases; ++k) {
                source_[static_cast<std::size_t>(k)]->fill(frame, frames,
                                                           signals::Fill::with_current, block_);
                for (int n = 0; n < frames; ++n) {
                    const std::int64_t at = (frame + n) * phases + k - first;
                    if (at < 0 || at >= static_cast<std::int64_t>(count)) continue;
                    copy(static_cast<std::size_t>(n), out + at, count);
                }
            }
        }
    }

 private:
    void copy(std::size_t n, double* out, std::size_t stride) const {
        for (std::size_t x = 0; x < 3; ++x) out[x * stride] = block_.voltage[x][n];
        for (std::size_t x = 0; x < 4; ++x) out[(3 + x) * stride] = block_.current[x][n];
    }

    std::vector<std::unique_ptr<signals::Source>> source_;
    signals::TerminalBlock block_;
};

class Terminals final : public signals::Sampled {
 public:
    Terminals(const SourceAt& source, double rate, std::size_t phases)
        : Sampled(rate, 0.0, kTerminalChannels),
          fine_(source, phases),
          coarse_(fine_, {0.4 * rate / fine_.rate(), 0.6 * rate / fine_.rate(), 120.0}, rate, 0.0,
                  kKeptTiles) {}
    void read(std::int64_t first, std::size_t count, double* out) override {
        coarse_.read(first, count, out);
    }

 private:
    FineTerminals fine_;
    signals::Resampled coarse_;
};

class AdcSeries final : public signals::Sampled {
 public:
    AdcSeries(const SourceAt& source, const signals::Scenario& scenario)
        : Sampled(kFrameRate, 0.0, meter::kSlots),
          source_(source(signals::channel_timing(scenario.front_end))),
          front_end_(scenario.front_end, course_of(scenario).temperature()),
          preamp_(meter::preamp_for(static_cast<std::uint16_t>(scenario.meter.ct_primary))) {}

    void read(std::int64_t first, std::size_t count, double* out) override {
        for (std::size_t done = 0; done < count;) {
            const std::size_t frames = std::min<std::size_t>(kBlockFrames, count - done);
            const std::span block = convert(first + static_cast<std::int64_t>(done), frames);
            for (std::size_t n = 0; n < frames; ++n) {
                for (std::size_t s = 0; s < meter::kSlots; ++s) {
                    out[s * count + done + n] = block[n].count[s];
                }
            }
            done += frames;
        }
    }

    // At most kBlockFrames; good until the next call.
    std::span<const meter::AdcFrame> convert(std::int64_t first, std::size_t frames) {
        source_->fill(first, static_cast<int>(frames), signals::Fill::meter_inputs, block_);
        const std::span out = std::span(counts_).first(frames);
        front_end_.convert(block_, preamp_, out);
        return out;
    }
    [[nodiscard]] std::uint8_t preamp() const { return preamp_; }

 private:
    std::unique_ptr<signals::Source> source_;
    signals::FrontEnd front_end_;
    std::uint8_t preamp_;
    signals::TerminalBlock block_;
    std::array<meter::AdcFrame, kBlockFrames> counts_{};
};

class CurrentSeries final : public signals::Sampled {
 public:
    CurrentSeries(const SourceAt& source, const signals::Scenario& scenario)
        : Sampled(kFrameRate, 0.0, 6),
          adc_(source, scenario),
          reference_(reference_of(scenario.meter.system_type)) {
        restart();
    }

    void read(std::int64_t first, std::size_t count, double* out) override {
        if (first < next_) restart();
        const std::int64_t end = first + static_cast<std::int64_t>(count);
        while (next_ < end) {
            const auto frames =
                static_cast<std::size_t>(std::min<std::int64_t>(kBlockFrames, end - next_));
            for (const meter::AdcFrame& frame : adc_.convert(next_, frames)) {
                chain_.frame(frame);
                if (next_ >= first) put(out + (next_ - first), count);
                ++next_;
            }
        }
    }

 private:
    void restart() {
        chain_ = meter::Chain{meter::Calibration{}};
        chain_.configure(reference_, adc_.preamp());
        next_ = 0;
    }
    void put(double* out, std::size_t stride) const {
        const double volts = static_cast<double>(meter::kVoltSampleNv) * 1e-9;
        const double amps = static_cast<double>(meter::kAmpereSampleUaTimes8) * 1e-6 / 8.0 /
                            static_cast<double>(adc_.preamp());
        for (std::size_t x = 0; x < 3; ++x) {
            out[x * stride] = chain_.samples().v[x] * volts;
            out[(3 + x) * stride] = chain_.samples().i[x] * amps;
        }
    }

    AdcSeries adc_;
    meter::VoltageReference reference_;
    meter::Chain chain_{meter::Calibration{}};
    std::int64_t next_ = 0;
};

}  // namespace

SourceAt source_of(const signals::Scenario& scenario) {
    return [course = course_of(scenario),
            pickup = signals::pickup_of(scenario.front_end)](const signals::SlotTiming& timing) {
        auto source = std::make_unique<signals::Synthesizer>(course, timing);
        source->set_pickup(pickup);
        return source;
    };
}

std::unique_ptr<signals::Sampled> terminal_series(const SourceAt& source, double rate) {
    if (!(rate >= kLowestRate && rate <= kHighestRate)) {
        throw std::invalid_argument(
            fmt::format("rate is {} Hz, allowed is {} to {} Hz", rate, kLowestRate, kHighestRate));
    }
    const auto wanted = static_cast<std::size_t>(std::ceil(kOversampling * rate / kFrameRate));
    return std::make_unique<Terminals>(source, rate, std::max(wanted, kLeastPhases));
}

std::unique_ptr<signals::Sampled> adc_series(const SourceAt& source,
                                             const signals::Scenario& scenario) {
    return std::make_unique<AdcSeries>(source, scenario);
}

std::vector<double> adc_skew() {
    const signals::SlotTiming timing = signals::multiplexer_timing();
    std::vector<double> out;
    for (std::size_t x = 0; x < 3; ++x) {
        out.push_back(timing.current[x]);
        out.push_back(timing.voltage[x]);
    }
    out.push_back(timing.current[3]);
    return out;
}

std::unique_ptr<signals::Sampled> current_series(const SourceAt& source,
                                                 const signals::Scenario& scenario) {
    return std::make_unique<CurrentSeries>(source, scenario);
}

}  // namespace bench
