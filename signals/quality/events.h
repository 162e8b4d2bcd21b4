// Sags, swells and interruptions from Urms(1/2), by IEC 61000-4-30 5.4 and 5.5 (metrology.md 3.7;
// the standard is paid, so its rules are from memory).
//
//   sag           begins when any phase is below 90 % of the declared voltage, ends when all are
//                 back at 90 % + 2 %
//   swell         begins when any phase is above 110 %, ends when all are back at 110 % - 2 %
//   interruption  begins when all phases are below 5 %, ends when any is back at 5 % + 2 %
//
// An event begins with the beginning of the Urms(1/2) that began it and ends with the end of the
// one that ended it. An interruption lies inside a sag, and both are told.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace signals {

struct EventLimits {
    double sag = 0.90;  // of the declared voltage, like all of these
    double swell = 1.10;
    double interruption = 0.05;
    double hysteresis = 0.02;

    bool operator==(const EventLimits&) const = default;
};

enum class EventKind : std::uint8_t { sag, swell, interruption };
const char* to_string(EventKind kind);

struct QualityEvent {
    EventKind kind = EventKind::sag;
    double begin = 0.0;               // s of the recording
    std::optional<double> end;        // nothing: the recording ended first
    std::array<double, 3> extreme{};  // V rms: least, for a swell most, of each phase
    std::array<bool, 3> phase{};      // was beyond the limit
    double worst = 0.0;               // V rms: residual voltage, or the swell's maximum
};

class EventDetector {
 public:
    // `declared`: V rms, above 0. `phases`: those that count; a phase without voltage at all (a
    // two-wire recording) is left out by the caller.
    EventDetector(double declared, const EventLimits& limits, std::array<bool, 3> phases);

    // The next Urms(1/2) of a phase: V, over [begin, end] s. Returns an event that it ended.
    std::vector<QualityEvent> add(std::size_t phase, double rms, double begin, double end);

    // Events that still go on.
    [[nodiscard]] std::vector<QualityEvent> open() const;
    // True while one goes on: other values of that time are to be flagged.
    [[nodiscard]] bool flagged() const;

 private:
    struct Watch {
        EventKind kind;
        double enter, leave;  // V
        bool below;           // beyond means below
        bool all;             // begins with all phases beyond, ends with any back; else any / all
        std::array<bool, 3> beyond{};
        std::array<double, 3> since{};  // begin of the value that went beyond
        std::optional<QualityEvent> event;
    };

    std::optional<QualityEvent> step(Watch& watch, std::size_t phase, double rms, double begin,
                                     double end);
    [[nodiscard]] bool begun(const Watch& watch) const;

    std::array<bool, 3> phases_;
    std::array<Watch, 3> watches_;
};

}  // namespace signals
