// What stands in front of the meter, as the analysis wants it: the waveform, variants of it with
// a cause of error taken out, and the truth.
#pragma once

#include <cstdint>
#include <memory>

#include "signals/replay/replay.h"
#include "signals/scenario/scenario.h"
#include "signals/source.h"
#include "signals/timeline/course.h"
#include "signals/timeline/track.h"
#include "signals/truth/truth.h"

namespace analysis {

// What of the waveform's way to the meter is there.
struct Variant {
    bool rope = true;        // the ropes' phase errors and pick-up
    bool connection = true;  // wrong wiring, errors of voltage and current transformers
    bool aliases = true;     // what lies above half the frame rate and folds down
};

class Subject {
 public:
    virtual ~Subject() = default;
    // Settings of the meter and of the front end that the waveform went through.
    [[nodiscard]] virtual const signals::Scenario& scenario() const = 0;
    virtual signals::Source& source(const Variant& variant) = 0;
    // degC, of ropes and front end.
    [[nodiscard]] virtual const signals::Track& temperature() const = 0;
    // Whether anything lies above half the frame rate; true when that is not known.
    [[nodiscard]] virtual bool has_aliases() const = 0;
    // Whether anything may be wrong between conductors and terminals.
    [[nodiscard]] virtual bool has_connection_errors() const = 0;
    // Of the `frames` frames that end with last_frame.
    [[nodiscard]] virtual signals::Truth truth(std::int64_t last_frame, int frames) const = 0;
    // True when truth() is of whole cycles for ever (closed form), whatever frames it is asked for;
    // false when it is of exactly these frames.
    [[nodiscard]] virtual bool truth_is_steady() const = 0;
};

// A synthesized installation with its timeline.
std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario);

// The same with what was changed on it while it ran: `course`, and whether it was.
std::unique_ptr<Subject> subject_of(const signals::Scenario& scenario,
                                    const signals::Course& course, bool edited);

// A recording; `settings` are those the meter was given. The replay must outlive the subject.
std::unique_ptr<Subject> subject_of(signals::Replay& replay, const signals::Scenario& scenario);

}  // namespace analysis
