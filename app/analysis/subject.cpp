#include "app/analysis/subject.h"

#include <algorithm>
#include <array>

#include "signals/coil/coil.h"
#include "signals/synth/synthesizer.h"
#include "signals/timeline/kinds.h"
#include "signals/truth/installation_truth.h"
#include "signals/wiring/wiring.h"

namespace analysis {
namespace {

signals::Course course_of(const signals::Scenario& s) {
    return signals::Course(s.installation, s.timeline, signals::wiring_of(s.meter.system_type),
                           s.meter.pt_ratio);
}

// Wrong wiring, or a step or ramp of an error of the transformers.
bool touches_connection(const signals::Occurrence& o) {
    if (o.kind == signals::Kind::wiring) return true;
    if (o.kind != signals::Kind::step && o.kind != signals::Kind::ramp) return false;
    const auto parameters = signals::row_of(o.kind).parameters;
    for (std::size_t i = 0; i < o.given.size(); ++i) {
        const std::string_view name = parameters[i].key;
        if (o.given[i] != 0 && (name.starts_with("pt_") || name.starts_with("ct_"))) return true;
    }
    return false;
}

// Kinds with waves of their own that may lie above half the frame rate, or move others there.
bool may_alias(const signals::Occurrence& o) {
    using signals::Kind;
    switch (o.kind) {
        case Kind::harmonic:
        case Kind::phase_fired:
        case Kind::rectifier:
        case Kind::tone:
            return true;
        case Kind::step:
        case Kind::ramp:
            return o.given[signals::index_of(signals::row_of(o.kind), "frequency")] != 0;
        default:
            return false;
    }
}

class InstallationSubject final : public Subject {
 public:
    InstallationSubject(const signals::Scenario& scenario, const signals::Course& course,
                        bool edited)
        : scenario_(scenario), course_(course), edited_(edited) {}

    [[nodiscard]] const signals::Scenario& scenario() const override { return scenario_; }
    signals::Source& source(const Variant& variant) override {
        auto& slot = sources_[(variant.rope ? 4U : 0U) + (variant.connection ? 2U : 0U) +
                              (variant.aliases ? 1U : 0U)];
        if (!slot) slot = make(variant);
        return *slot;
    }
    [[nodiscard]] const signals::Track& temperature() const override {
        return course_.temperature();
    }
    [[nodiscard]] bool has_aliases() const override {
        const signals::Installation& i = scenario_.installation;
        const auto& all = course_.occurrences();
        return std::any_of(all.begin(), all.end(), may_alias) ||
               std::any_of(i.harmonics.begin(), i.harmonics.end(), [&](const auto& h) {
                   return h.order * i.frequency >= 0.5 * signals::kFrameRate;
               });
    }
    [[nodiscard]] bool has_connection_errors() const override {
        const auto& all = course_.occurrences();
        return std::any_of(all.begin(), all.end(), touches_connection);
    }
    [[nodiscard]] signals::Truth truth(std::int64_t last_frame, int frames) const override {
        const signals::MeterSettings& meter = scenario_.meter;
        if (truth_is_steady()) {
            return signals::installation_truth(scenario_.installation, meter.system_type,
                                               meter.pt_ratio);
        }
        return signals::course_truth(course_, last_frame, frames, meter.system_type,
                                     meter.pt_ratio);
    }
    [[nodiscard]] bool truth_is_steady() const override {
        return !edited_ && course_.occurrences().empty() && scenario_.timeline.profiles.empty();
    }

 private:
    [[nodiscard]] std::unique_ptr<signals::Synthesizer> make(const Variant& variant) const {
        const signals::FrontEndSettings& rope = scenario_.front_end;
        auto out = std::make_unique<signals::Synthesizer>(
            course_, variant.rope ? signals::channel_timing(rope) : signals::multiplexer_timing());
        if (variant.rope) out->set_pickup(signals::pickup_of(rope));
        out->leave_out(
            {.above_half_rate = !variant.aliases, .connection_errors = !variant.connection});
        return out;
    }

    signals::Scenario scenario_;
    signals::Course course_;
    bool edited_;
    std::array<std::unique_ptr<signals::Synthesizer>, 8> sources_;  // made when asked for
};

// A recording has no rope of its own; its band is limited before it is played, unless it is
// resampled as the hardware would.
class ReplaySubject final : public Subject {
 public:
    ReplaySubject(signals::Replay& replay, const signals::Scenario& scenario)
        : replay_(replay), scenario_(scenario) {
        if (replay.options().resampling != signals::Resampling::ideal)
            limited_ = replay.source_at(signals::multiplexer_timing(), signals::Resampling::ideal);
    }

    [[nodiscard]] const signals::Scenario& scenario() const override { return scenario_; }
    signals::Source& source(const Variant& variant) override {
        return variant.aliases || !limited_ ? replay_.source() : *limited_;
    }
    [[nodiscard]] const signals::Track& temperature() const override { return temperature_; }
    [[nodiscard]] bool has_aliases() const override { return true; }
    [[nodiscard]] bool has_connection_errors() const override { return false; }
    [[nodiscard]] signals::Truth truth(std::int64_t last_frame, int frames) const override {
        return replay_.truth(last_frame, frames);
    }
    [[nodiscard]] bool truth_is_steady() const override { return false; }

 private:
    signals::Replay& replay_;
    signals::Scenario scenario_;
    signals::Track temperature_{signals::kReferenceTemperature};
    std::unique_ptr<signals::Source> limited_;
};

}  // namespace

std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario) {
    return std::make_unique<InstallationSubject>(scenario, course_of(scenario), false);
}

std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario,
                                    const signals::Course& course, bool edited) {
    return std::make_unique<InstallationSubject>(scenario, course, edited);
}

std::unique_ptr<Subject> subject_of(signals::Replay& replay, const signals::Scenario& scenario) {
    return std::make_unique<ReplaySubject>(replay, scenario);
}

}  // namespace analysis
