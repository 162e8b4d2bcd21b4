// What happens to an installation: events, as a scenario file gives them.
//
// An event's kind has a row in kinds.h: its parameters with units, ranges and defaults. `values`
// follow the row's order. When an event begins and how often is said by the fields here, the same
// for all kinds.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

namespace signals {

enum class Kind : std::uint8_t {
    step,
    ramp,
    harmonic,
    sag,
    swell,
    interruption,
    phase_loss,
    frequency_wander,
    inrush,
    motor_start,
    phase_fired,
    rectifier,
    flicker,
    tone,
    burst,
    wiring
};

// A set of conductors: bit 0 is A.
using Phases = std::uint8_t;
inline constexpr Phases kAllPhases = 7;
constexpr bool has(Phases set, std::size_t phase) { return (set & (1U << phase)) != 0; }
// "AC"
inline std::string letters(Phases set) {
    std::string out;
    for (std::size_t x = 0; x < 3; ++x) {
        if (has(set, x)) out += static_cast<char>('A' + x);
    }
    return out;
}

// A number, or how to draw one each time that the event happens.
enum class Draw : std::uint8_t {
    fixed,
    uniform,     // from a to b
    normal,      // mean a, standard deviation b, kept inside the parameter's range
    exponential  // mean a, kept inside the parameter's range
};
struct Value {
    bool given = false;
    Draw draw = Draw::fixed;
    std::array<double, 3> fixed{};  // per phase; what is one number has it three times
    double a = 0.0;
    double b = 0.0;

    bool operator==(const Value&) const = default;
};

struct Event {
    Kind kind = Kind::step;
    double at = 0.0;             // s after power-up; of a random event: when chances begin
    Value duration{};            // s; 0: until the end
    double every = 0.0;          // s between two beginnings; 0: once
    int count = 0;               // how often, with `every`; 0: until `until`
    double until = 0.0;          // s; when repetitions and chances end; 0: a day after `at`
    double rate_per_hour = 0.0;  // > 0: begins at random, so often on average
    Phases phases = kAllPhases;
    std::vector<Value> values;  // one for each parameter of the kind
    std::string name;           // for people

    bool operator==(const Event&) const = default;
};

// One row of a load profile.
struct ProfilePoint {
    double at = 0.0;                 // s after the profile's start
    std::array<double, 3> real_w{};  // at the primary side
    std::array<double, 3> reactive_var{};

    bool operator==(const ProfilePoint&) const = default;
};
// What a load draws, from a CSV file (profile_file.h). From its start on it decides current and
// angle, until one of them is set by something that begins later.
struct Profile {
    std::string file;     // as written in the scenario
    double at = 0.0;      // s
    bool linear = false;  // between two points; else each holds until the next
    bool repeat = false;  // from the start when it is over; else its last point holds
    std::vector<ProfilePoint> points;

    bool operator==(const Profile&) const = default;
};

struct Timeline {
    std::uint64_t seed = 1;  // of everything random in it
    std::vector<Event> events;
    std::vector<Profile> profiles;

    bool operator==(const Timeline&) const = default;
};

}  // namespace signals
