// A recording in front of the meter, from file to Source: the one door to replay/.
//
//   open_replay(path) ─► capture ─► mapping ─► settings ─► tape ─► source(), truth()
//
// The meter settles on the record's first whole cycles, held (tape.h); then the record plays once,
// or round and round with `loop`. Everything that was decided on the way is said in words.
#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <vector>

#include "signals/capture/capture.h"
#include "signals/replay/aligned.h"
#include "signals/replay/mapping.h"
#include "signals/replay/options.h"
#include "signals/replay/record_cycles.h"
#include "signals/replay/record_sums.h"
#include "signals/replay/replay_source.h"
#include "signals/replay/settings.h"
#include "signals/replay/steadiness.h"
#include "signals/replay/tape.h"
#include "signals/resample/band_limit.h"
#include "signals/scenario/scenario.h"

namespace signals {

// What is heard in a frame.
struct Playing {
    TapePart part = TapePart::settling;
    std::int64_t pass = 0;     // of the record, from 0
    double record_time = 0.0;  // s from the record's start
};

class Replay {
 public:
    // CaptureError, MappingError or ReplayError, each with the file in its text; ScenarioError for
    // a FILE.map.toml that cannot be read.
    Replay(const std::filesystem::path& path, const ReplayOptions& options);
    Replay(OpenCapture capture, const ReplayOptions& options);

    [[nodiscard]] Source& source() { return *source_; }
    // The same at other instants; lives no longer than this.
    [[nodiscard]] std::unique_ptr<Source> source_at(const SlotTiming& timing) const {
        return source_at(timing, options_.resampling);
    }
    // The same by another way of resampling than the one asked for.
    [[nodiscard]] std::unique_ptr<Source> source_at(const SlotTiming& timing,
                                                    Resampling resampling) const;
    // What the recording says over the `frames` frames that end with last_frame, put together
    // from the stretches of it that were played; blends count as what follows them.
    [[nodiscard]] Truth truth(std::int64_t last_frame, int frames) const;

    [[nodiscard]] Playing playing(std::int64_t frame) const;
    // Frames [begin, end) that lie wholly inside the record's first pass.
    [[nodiscard]] std::int64_t record_begin_frame() const;
    [[nodiscard]] std::int64_t record_end_frame() const;
    [[nodiscard]] const Tape& tape() const { return tape_; }

    // The capture's header and warnings.
    [[nodiscard]] const Recording& recording() const { return capture_->recording(); }
    // The six channels that are played, V and A, on their uniform axis: for analysis of the record.
    [[nodiscard]] AlignedRecord& record() const { return *record_; }
    [[nodiscard]] const ReplayOptions& options() const { return options_; }  // map file included
    [[nodiscard]] const Mapping& mapping() const { return mapping_; }
    [[nodiscard]] const MeterSettings& settings() const { return settings_; }
    [[nodiscard]] double frequency() const { return frequency_; }
    [[nodiscard]] double sampling_rate() const { return record_->rate(); }
    [[nodiscard]] double record_seconds() const { return record_->duration(); }  // rows / rate

    [[nodiscard]] Truth record_truth() const;  // all rows, each once
    [[nodiscard]] Truth held_truth() const;    // the first whole cycles, as held
    [[nodiscard]] int held_cycles() const { return held_cycles_; }
    [[nodiscard]] const std::vector<Steadiness>& steadiness() const { return steadiness_; }

    // Mapping, settings, preparation and steadiness in words, a sentence each.
    [[nodiscard]] const std::vector<std::string>& explanation() const { return explanation_; }

 private:
    void prepare();
    RecordExtremes played_extremes();
    void plan_hold(TapePlan& plan);
    void plan_tape(const RecordCycles& cycles);
    void explain_tape();
    void explain_part();
    void explain_unseen();

    ReplayOptions options_;
    OpenCapture capture_;
    Mapping mapping_;
    MeterSettings settings_;
    double frequency_ = 0.0;
    int held_cycles_ = 0;
    Tape tape_{TapePlan{}};
    std::unique_ptr<AlignedRecord> record_;
    std::unique_ptr<EndlessRecord> endless_;
    std::unique_ptr<Sampled> played_;
    std::array<double, kReplayChannels> played_square_{};  // mean squares inside the record
    std::unique_ptr<RecordSums> sums_;
    std::unique_ptr<Source> source_;
    std::vector<Steadiness> steadiness_;
    std::vector<std::string> explanation_;
};

}  // namespace signals
