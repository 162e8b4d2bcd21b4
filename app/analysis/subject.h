// What stands in front of the meter, as the analysis wants it: the waveform, variants of it with
// a cause of error taken out, and the truth.
#pragma once

#include <cstdint>
#include <memory>

#include "signals/replay/replay.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/truth/truth.h"

namespace analysis {

class Subject {
 public:
    virtual ~Subject() = default;
    // Settings of the meter and of the front end that the waveform went through.
    [[nodiscard]] virtual const signals::Scenario& scenario() const = 0;
    // As the meter got it, or without the ropes' phase errors and pick-up, or without what lies
    // above half the frame rate and folds down.
    virtual signals::Source& source(bool rope_errors, bool aliases) = 0;
    // Whether anything lies above half the frame rate.
    [[nodiscard]] virtual bool has_aliases() const = 0;
    // Of the `frames` frames that end with last_frame.
    [[nodiscard]] virtual signals::Truth truth(std::int64_t last_frame, int frames) const = 0;
    // True when truth() is of whole cycles for ever (closed form), whatever frames it is asked for;
    // false when it is of exactly these frames.
    [[nodiscard]] virtual bool truth_is_steady() const = 0;
};

// A synthesized installation with its timeline.
std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario);

// A recording; `settings` are those the meter was given. The replay must outlive the subject.
std::unique_ptr<Subject> subject_of(signals::Replay& replay, const signals::Scenario& scenario);

}  // namespace analysis
