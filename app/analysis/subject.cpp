#include "app/analysis/subject.h"

#include <algorithm>
#include <vector>

#include "signals/coil/coil.h"
#include "signals/synth/synthesizer.h"
#include "signals/truth/installation_truth.h"
#include "signals/wiring/wiring.h"

namespace analysis {
namespace {

signals::Installation band_limited(signals::Installation installation) {
    std::erase_if(installation.harmonics, [&](const signals::Harmonic& h) {
        return h.order * installation.frequency >= 0.5 * signals::kFrameRate;
    });
    return installation;
}

class InstallationSubject final : public Subject {
 public:
    explicit InstallationSubject(const signals::Scenario& scenario)
        : scenario_(scenario), limited_(band_limited(scenario.installation)) {
        for (const bool rope_errors : {false, true}) {
            for (const bool aliases : {false, true}) add_source(rope_errors, aliases);
        }
    }

    [[nodiscard]] const signals::Scenario& scenario() const override { return scenario_; }
    signals::Source& source(bool rope_errors, bool aliases) override {
        return sources_[(rope_errors ? 2U : 0U) + (aliases ? 1U : 0U)];
    }
    [[nodiscard]] bool has_aliases() const override {
        return !(limited_ == scenario_.installation);
    }
    [[nodiscard]] signals::Truth truth(std::int64_t last_frame, int frames) const override {
        const signals::MeterSettings& meter = scenario_.meter;
        if (truth_is_steady()) {
            return signals::installation_truth(scenario_.installation, meter.system_type,
                                               meter.pt_ratio);
        }
        return signals::course_truth(sources_.back().course(), last_frame, frames,
                                     meter.system_type, meter.pt_ratio);
    }
    [[nodiscard]] bool truth_is_steady() const override {
        return scenario_.timeline.events.empty() && scenario_.timeline.profiles.empty();
    }

 private:
    void add_source(bool rope_errors, bool aliases) {
        const signals::FrontEndSettings& rope = scenario_.front_end;
        const signals::MeterSettings& meter = scenario_.meter;
        sources_.emplace_back(
            signals::Course(aliases ? scenario_.installation : limited_, scenario_.timeline,
                            signals::wiring_of(meter.system_type), meter.pt_ratio),
            rope_errors ? signals::channel_timing(rope) : signals::multiplexer_timing());
        if (rope_errors) sources_.back().set_pickup(signals::pickup_of(rope));
    }

    signals::Scenario scenario_;
    signals::Installation limited_;
    std::vector<signals::Synthesizer> sources_;  // rope errors: +2, aliases: +1
};

// A recording has no rope of its own, and its band is limited before it is played.
class ReplaySubject final : public Subject {
 public:
    ReplaySubject(signals::Replay& replay, const signals::Scenario& scenario)
        : replay_(replay), scenario_(scenario) {}

    [[nodiscard]] const signals::Scenario& scenario() const override { return scenario_; }
    signals::Source& source(bool, bool) override { return replay_.source(); }
    [[nodiscard]] bool has_aliases() const override { return true; }
    [[nodiscard]] signals::Truth truth(std::int64_t last_frame, int frames) const override {
        return replay_.truth(last_frame, frames);
    }
    [[nodiscard]] bool truth_is_steady() const override { return false; }

 private:
    signals::Replay& replay_;
    signals::Scenario scenario_;
};

}  // namespace

std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario) {
    return std::make_unique<InstallationSubject>(scenario);
}

std::unique_ptr<Subject> subject_of(signals::Replay& replay, const signals::Scenario& scenario) {
    return std::make_unique<ReplaySubject>(replay, scenario);
}

}  // namespace analysis
