// A recording in front of the meter, from file to Source: the one door to replay/.
//
//   open_replay(path) ─► capture ─► mapping ─► settings ─► tape ─► source(), truth()
//
// The meter settles on the record's first whole cycles, held (tape.h); then the record plays once,
// or round and round with `loop`. Everything that was decided on the way is said in words.
#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "signals/capture/recording.h"
#include "signals/replay/mapping.h"
#include "signals/replay/playable.h"
#include "signals/replay/record_sums.h"
#include "signals/replay/replay_source.h"
#include "signals/replay/steadiness.h"
#include "signals/replay/tape.h"
#include "signals/scenario/scenario.h"

namespace signals {

// The sample chain settles with 0.41 s (metrology.md 2.4) and the first reading window is partial;
// 6 s leave five windows, the last of them settled to 1e-5.
inline constexpr double kSettleSeconds = 6.0;

struct ReplayOptions {
    std::optional<std::string> map;  // read_mapping(); find_mapping() without it
    bool loop = false;
    double settle_seconds = kSettleSeconds;  // at least this long, rounded up to whole holds
};

// What is heard in a frame.
struct Playing {
    TapePart part = TapePart::settling;
    std::int64_t pass = 0;     // of the record, from 0
    double record_time = 0.0;  // s from the record's start
};

class Replay {
 public:
    // CaptureError, MappingError or ReplayError, each with the file in its text.
    Replay(const std::filesystem::path& path, const ReplayOptions& options);

    [[nodiscard]] Source& source() { return *source_; }
    // What the recording says over the `frames` frames that end with last_frame, put together
    // from the stretches of it that were played; blends count as what follows them.
    [[nodiscard]] Truth truth(std::int64_t last_frame, int frames) const;

    [[nodiscard]] Playing playing(std::int64_t frame) const;
    // Frames [begin, end) that lie wholly inside the record's first pass.
    [[nodiscard]] std::int64_t record_begin_frame() const;
    [[nodiscard]] std::int64_t record_end_frame() const;
    [[nodiscard]] const Tape& tape() const { return tape_; }

    // The capture with its header and warnings; samples are no longer in it.
    [[nodiscard]] const Recording& recording() const { return recording_; }
    [[nodiscard]] const Mapping& mapping() const { return mapping_; }
    [[nodiscard]] const MeterSettings& settings() const { return settings_; }
    [[nodiscard]] double frequency() const { return frequency_; }
    [[nodiscard]] double sampling_rate() const { return rate_; }
    [[nodiscard]] double record_seconds() const { return duration_; }  // rows / rate

    [[nodiscard]] Truth record_truth() const;  // all rows, each once
    [[nodiscard]] Truth held_truth() const;    // the first whole cycles, as held
    [[nodiscard]] int held_cycles() const { return held_cycles_; }
    [[nodiscard]] const std::vector<Steadiness>& steadiness() const { return steadiness_; }

    // Mapping, settings, preparation and steadiness in words, a sentence each.
    [[nodiscard]] const std::vector<std::string>& explanation() const { return explanation_; }

 private:
    void prepare(const Series& record, const ReplayOptions& options);
    void plan_tape(const Series& record, const RecordCycles& cycles, const ReplayOptions& options);
    void explain_tape();
    void explain_unseen(const Series& record, const Series& played);

    Recording recording_;
    Mapping mapping_;
    MeterSettings settings_;
    double frequency_ = 0.0;
    double rate_ = 0.0;
    double duration_ = 0.0;
    int held_cycles_ = 0;
    Tape tape_{TapePlan{}};
    std::optional<RecordSums> sums_;
    std::unique_ptr<ReplaySource> source_;
    std::vector<Steadiness> steadiness_;
    std::vector<std::string> explanation_;
};

}  // namespace signals
