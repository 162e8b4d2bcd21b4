// An installation over time: its scenario's timeline, with what was changed while it ran.
//
//   tracks        what stays: installation, steps, ramps, harmonics, frequency        (track.h)
//   profiles      current and angle from a load profile, until something later sets them
//   occurrences   what is on top for a while, in the order of its beginning           (shapes.h);
//                 those that take something away (burst, interruption, phase_loss, wiring)
//                 come last
//
// levels_at() is a pure function of the frame: any frame, in any order. Changes at run time are
// stamped with their frame; they set what they change and nothing else, as a step of the timeline
// at that frame would, and what the timeline has for later still comes. They forget tracks that
// were over kMemory frames before.
#pragma once

#include <cstdint>
#include <vector>

#include "signals/timeline/event.h"
#include "signals/timeline/levels.h"
#include "signals/timeline/occurrence.h"
#include "signals/timeline/turning.h"

namespace signals {

inline constexpr std::int64_t kMemory = 1 << 15;       // frames, 13 s
inline constexpr std::size_t kMostTones = 40;          // at the same time
inline constexpr double kReferenceTemperature = 25.0;  // degC, at which errors are as given

class Course {
 public:
    // `pt_ratio` is what a profile's kilowatts are brought to the terminals with. Throws
    // std::invalid_argument as check(Installation) and occurrences_of().
    explicit Course(const Installation& installation = {}, const Timeline& timeline = {},
                    const Wiring& wiring = {}, double pt_ratio = 1.0);

    [[nodiscard]] Levels levels_at(std::int64_t frame) const;
    // Frames around `frame` over which levels_at() is the same.
    [[nodiscard]] Span span_at(std::int64_t frame) const;
    [[nodiscard]] const Turning& turning() const { return turning_; }
    [[nodiscard]] double temperature_at(std::int64_t frame) const {  // degC
        return tracks_[kTemperature][0].at(frame);
    }
    [[nodiscard]] const Track& temperature() const { return tracks_[kTemperature][0]; }
    [[nodiscard]] std::uint64_t seed() const { return seed_; }

    // As a person would see it in an editor: without what is there for a while only.
    [[nodiscard]] Installation installation_at(std::int64_t frame) const;
    // Sets, from `frame` on, what differs from installation_at(frame). Throws std::invalid_argument
    // as check(Installation), changing nothing.
    void edit(const Installation& installation, std::int64_t frame);
    // Begins an event at `frame`, once. Throws std::invalid_argument as check(Event).
    void begin(const Event& event, std::int64_t frame);

    // With what is wrong in it.
    [[nodiscard]] Wiring wiring_at(std::int64_t frame) const;
    void set_wiring(const Wiring& wiring) { wiring_ = wiring; }
    // As the meter should be connected: without what is wrong.
    [[nodiscard]] const Wiring& wiring() const { return wiring_; }
    // All of them, past and future, by start.
    [[nodiscard]] const std::vector<Occurrence>& occurrences() const { return occurrences_; }

    template <class A>
    friend void transfer(A& archive, Course& c) {
        archive(c.wiring_.voltage, c.wiring_.current, c.pt_ratio_, c.seed_, c.begun_, c.turning_,
                c.tracks_, c.harmonics_, c.profiles_, c.occurrences_);
        c.index_ends();
    }

 private:
    // Rows in the order of the parameters of step and ramp (kinds.cpp); frequency is turning_.
    enum Row : std::uint8_t {
        kFrequency,
        kVoltage,
        kCurrent,
        kAngle,
        kVoltageAngle,
        kDcVoltage,
        kDcCurrent,
        kNoiseVoltage,
        kNoiseCurrent,
        kPtRatio,
        kPtPhase,
        kCtRatio,
        kCtPhase,
        kTemperature,
        kRows
    };
    using TrackRow = std::array<Track, 3>;

    struct HarmonicTracks {
        int order = 2;
        Track listed{0.0};             // 1 while the installation has it
        std::array<TrackRow, 4> rows;  // voltage, current, voltage_angle, current_angle
    };
    struct LoadTracks {
        std::int64_t start = 0;
        std::int64_t length = 0;       // frames of one round; 0: never again
        std::array<TrackRow, 2> rows;  // W, var at the primary side
    };
    template <class A>
    friend void transfer(A& archive, HarmonicTracks& h) {
        archive(h.order, h.listed, h.rows);
    }
    template <class A>
    friend void transfer(A& archive, LoadTracks& l) {
        archive(l.start, l.length, l.rows);
    }

    void put(const Occurrence& occurrence);
    void put_levels(const Occurrence& occurrence);
    void put_harmonic(const Occurrence& occurrence);
    void put_wander(const Occurrence& occurrence);
    void put_profile(const Profile& profile);
    void edit_harmonics(const Installation& from, const Installation& to, std::int64_t frame);
    HarmonicTracks& harmonic(int order);
    void index_ends();
    void forget_before(std::int64_t frame);

    [[nodiscard]] PerPhase values(Row row, std::int64_t frame) const;
    [[nodiscard]] Levels lasting_levels(std::int64_t frame) const;
    void apply_profile(const LoadTracks& load, std::int64_t frame, Levels& levels) const;
    [[nodiscard]] std::vector<const Occurrence*> active_at(std::int64_t frame) const;
    [[nodiscard]] Span occurrence_span(std::int64_t frame) const;

    Wiring wiring_;
    double pt_ratio_ = 1.0;
    std::uint64_t seed_ = 1;
    std::uint64_t begun_ = 0;  // events begun by hand
    Turning turning_;
    std::array<TrackRow, kRows> tracks_;
    std::vector<HarmonicTracks> harmonics_;  // ascending orders
    std::vector<LoadTracks> profiles_;
    std::vector<Occurrence> occurrences_;   // by start
    std::vector<std::int64_t> latest_end_;  // of occurrences 0..i
};

}  // namespace signals
