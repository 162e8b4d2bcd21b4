#include "signals/timeline/kinds.h"

#include <algorithm>
#include <stdexcept>

namespace signals {

namespace {

constexpr Allowed kVolts{0.0, 2'000.0, "V"};
constexpr Allowed kAmperes{0.0, 50'000.0, "A"};
constexpr Allowed kDegrees{-360.0, 360.0, "degrees"};
constexpr Allowed kPercent{0.0, 1'000.0, "%"};
constexpr Allowed kErrorPercent{-50.0, 50.0, "%"};
constexpr Allowed kShift{-30.0, 30.0, "degrees"};
constexpr Allowed kDcVolts{-2'000.0, 2'000.0, "V"};
constexpr Allowed kDcAmperes{-50'000.0, 50'000.0, "A"};
constexpr Allowed kMains{10.0, 400.0, "Hz"};
constexpr Allowed kTau{0.001, 600.0, "s"};
constexpr auto kEach = Shape::per_phase;

constexpr std::array<std::string_view, 4> kRectifiers{"six_pulse", "twelve_pulse", "single_phase",
                                                      "half_wave"};
constexpr std::array<std::string_view, 2> kFlickerShapes{"rectangular", "sine"};
constexpr std::array<std::string_view, 3> kFlickerOf{"voltage", "current", "both"};

// clang-format off
constexpr std::array kLevels{
    Parameter{"frequency",      Shape::number, false, 0, kMains,        "frequency"},
    Parameter{"voltage",        kEach, false, 0, kVolts,        "rms at the meter's L-N terminals"},
    Parameter{"current",        kEach, false, 0, kAmperes,      "rms in the conductors"},
    Parameter{"angle",          kEach, false, 0, kDegrees,      "current lags its voltage"},
    Parameter{"voltage_angle",  kEach, false, 0, kDegrees,      "angle of the phase voltages"},
    Parameter{"dc_voltage",     kEach, false, 0, kDcVolts,      "constant part of the voltage"},
    Parameter{"dc_current",     kEach, false, 0, kDcAmperes,    "constant part of the current; a rope does not see it"},
    Parameter{"noise_voltage",  kEach, false, 0, kVolts,        "rms of white noise on the terminals"},
    Parameter{"noise_current",  kEach, false, 0, kAmperes,      "rms of white noise in the conductors"},
    Parameter{"pt_ratio_error", kEach, false, 0, kErrorPercent, "ratio error of the voltage transformer"},
    Parameter{"pt_phase_error", kEach, false, 0, kShift,        "phase displacement of the voltage transformer, > 0: it leads"},
    Parameter{"ct_ratio_error", kEach, false, 0, kErrorPercent, "ratio error of the current transformer"},
    Parameter{"ct_phase_error", kEach, false, 0, kShift,        "phase displacement of the current transformer, > 0: it leads"},
    Parameter{"temperature",    Shape::number, false, 0, {-40.0, 85.0, "degC"}, "of ropes and front end"},
};
constexpr std::array kHarmonic{
    Parameter{"order",          Shape::number, true,  0, {2, 40, ""}, "which harmonic"},
    Parameter{"voltage",        kEach, false, 0, kPercent, "of the fundamental"},
    Parameter{"current",        kEach, false, 0, kPercent, "of the fundamental"},
    Parameter{"voltage_angle",  kEach, false, 0, kDegrees, "of the harmonic, at the fundamental's zero crossing"},
    Parameter{"current_angle",  kEach, false, 0, kDegrees, "likewise, of the current"},
};
constexpr std::array kSag{
    Parameter{"remaining",      kEach, true,  0, {0.0, 100.0, "%"}, "voltage that is left"},
    Parameter{"phase_jump",     kEach, false, 0, kDegrees, "of the voltage, while it lasts"},
};
constexpr std::array kSwell{
    Parameter{"level",          kEach, true,  0, {100.0, 1'000.0, "%"}, "voltage while it lasts"},
};
constexpr std::array kWander{
    Parameter{"by",             Shape::number, true, 0, {0.001, 20.0, "Hz"}, "the frequency goes up and down by so much, as a sine"},
    Parameter{"period",         Shape::number, true, 0, {0.1, 86'400.0, "s"}, "of that sine"},
};
constexpr std::array kInrush{
    Parameter{"current",        kEach, true,  0, kAmperes, "rms of the fundamental at first, 90 degrees behind the voltage"},
    Parameter{"dc",             Shape::number, false, 100, {0.0, 100.0, "%"}, "constant part; 100 lets the current start at zero"},
    Parameter{"second",         Shape::number, false, 40,  {0.0, 100.0, "%"}, "second harmonic, of the fundamental"},
    Parameter{"decay",          Shape::number, false, 0.3, kTau, "time constant"},
};
constexpr std::array kMotor{
    Parameter{"current",        kEach, true,  0, kAmperes, "rms of the running motor, on top of what flows"},
    Parameter{"angle",          Shape::number, false, 30, kDegrees, "lag of the running motor"},
    Parameter{"multiple",       Shape::number, false, 6,  {1.0, 20.0, ""}, "of that current at first"},
    Parameter{"start_angle",    Shape::number, false, 75, kDegrees, "lag at first"},
    Parameter{"decay",          Shape::number, false, 2,  kTau, "time constant of the way to running"},
};
constexpr std::array kPhaseFired{
    Parameter{"current",        kEach, true,  0, kAmperes, "rms of the unfired sine, on top of what flows"},
    Parameter{"firing",         Shape::number, false, 90, {0.0, 179.0, "degrees"}, "delay in each half cycle"},
};
constexpr std::array kRectifier{
    Parameter{"current",        kEach, true,  0, kAmperes, "rms of the fundamental, on top of what flows"},
    Parameter{"type",           Shape::choice, false, 0, {}, "which rectifier", kRectifiers},
    Parameter{"angle",          Shape::number, false, 0, kDegrees, "lag of the fundamental"},
    Parameter{"width",          Shape::number, false, 60, {10.0, 170.0, "degrees"}, "of a pulse of the single phase rectifier"},
};
constexpr std::array kFlicker{
    Parameter{"depth",          Shape::number, true, 0, {0.001, 100.0, "%"}, "from the highest to the lowest"},
    Parameter{"frequency",      Shape::number, false, 8.8, {0.001, 40.0, "Hz"}, "of the change"},
    Parameter{"shape",          Shape::choice, false, 0, {}, "how it changes", kFlickerShapes},
    Parameter{"of",             Shape::choice, false, 0, {}, "what changes", kFlickerOf},
};
constexpr std::array kTone{
    Parameter{"frequency",      Shape::number, true, 0, {0.01, 2'500.0, "Hz"}, "below, between or above the harmonics"},
    Parameter{"voltage",        kEach, false, 0, kVolts,   "rms"},
    Parameter{"current",        kEach, false, 0, kAmperes, "rms"},
    Parameter{"voltage_angle",  kEach, false, 0, kDegrees, "at power-up"},
    Parameter{"current_angle",  kEach, false, 0, kDegrees, "at power-up"},
};
constexpr std::array kBurst{
    Parameter{"on",             Shape::number, true, 0, {1, 100'000, "cycles"}, "the current flows"},
    Parameter{"off",            Shape::number, true, 0, {1, 100'000, "cycles"}, "and does not"},
};
constexpr int kConductors[]{0, 1, 2, 3};
constexpr Allowed kConductor{0, 3, "", kConductors};
constexpr std::array kWiring{
    Parameter{"swap_voltage",   Shape::pair,   false, 0, {}, "voltage leads of two phases exchanged"},
    Parameter{"swap_ct",        Shape::pair,   false, 0, {}, "CTs of two phases exchanged: each is on the other's conductor"},
    Parameter{"reverse_ct",     Shape::phases, false, 0, {}, "CTs put on the wrong way round"},
    Parameter{"open_ct",        Shape::phases, false, 0, {}, "CT leads not connected"},
    Parameter{"open_voltage",   Shape::phases, false, 0, {}, "voltage leads not connected"},
    Parameter{"open_neutral",   Shape::flag,   false, 0, {}, "neutral lead not connected: the meter's neutral floats to the mean of its terminals"},
    Parameter{"open_conductor", Shape::phases, false, 0, {}, "conductors that are broken: neither voltage nor current; the installation's truth too"},
    Parameter{"voltage_on",     kEach, false, 0, kConductor, "conductor at each voltage lead, instead of what was there: 1 is A, 2 B, 3 C, 0 none"},
    Parameter{"ct_on",          kEach, false, 0, kConductor, "conductor inside each CT, instead of what was there; likewise"},
};

constexpr auto kForGood = Lasting::for_good;
constexpr auto kFor = Lasting::temporary;
constexpr std::array<KindRow, 16> kKinds{{
    {Kind::step,             "step",             kForGood,      "sets quantities at once", kLevels},
    {Kind::ramp,             "ramp",             Lasting::ramp, "moves quantities to new values in a straight line", kLevels},
    {Kind::harmonic,         "harmonic",         Lasting::ramp, "sets a harmonic, at once or over a time", kHarmonic},
    {Kind::sag,              "sag",              kFor,          "lowers the voltage for a while", kSag},
    {Kind::swell,            "swell",            kFor,          "raises the voltage for a while", kSwell},
    {Kind::interruption,     "interruption",     kFor,          "takes voltage and current away", {}},
    {Kind::phase_loss,       "phase_loss",       kFor,          "takes voltage and current of single phases away", {}},
    {Kind::frequency_wander, "frequency_wander", kFor,          "lets the frequency wander around what it is", kWander},
    {Kind::inrush,           "inrush",           kFor,          "adds a transformer's inrush: decaying constant part and second harmonic", kInrush},
    {Kind::motor_start,      "motor_start",      kFor,          "starts a motor: a decaying multiple of its current at a changing power factor", kMotor},
    {Kind::phase_fired,      "phase_fired",      kFor,          "adds a phase-fired load, orders to 40", kPhaseFired},
    {Kind::rectifier,        "rectifier",        kFor,          "adds a rectifier load, orders to 40", kRectifier},
    {Kind::flicker,          "flicker",          kFor,          "modulates amplitudes", kFlicker},
    {Kind::tone,             "tone",             kFor,          "adds an inter-harmonic or sub-harmonic", kTone},
    {Kind::burst,            "burst",            kFor,          "switches the current on and off by whole cycles", kBurst},
    {Kind::wiring,           "wiring",           kFor,          "connects the meter wrongly", kWiring},
}};

constexpr std::array kCommon{
    Parameter{"at",            Shape::number, false, 0, kSeconds, "when it begins, after power-up; a number of seconds, \"1.5h\", \"200ms\" or \"06:30:00\""},
    Parameter{"duration",      Shape::number, false, 0, kSeconds, "how long it lasts or takes; 0 is until the end"},
    Parameter{"every",         Shape::number, false, 0, kSeconds, "time between two beginnings; 0 is once"},
    Parameter{"count",         Shape::number, false, 0, kRepeats, "how often it begins; without it until `until`"},
    Parameter{"until",         Shape::number, false, 0, kSeconds, "when repetitions and chances end; without it a day after `at`"},
    Parameter{"rate_per_hour", Shape::number, false, 0, kRatePerHour, "begins at random, so often on average"},
    Parameter{"phase",         Shape::phases, false, kAllPhases, {}, "which phases: \"A\", \"BC\", ..."},
};
// clang-format on

}  // namespace

std::span<const KindRow> kinds() { return kKinds; }

const KindRow& row_of(Kind kind) { return kKinds[static_cast<std::size_t>(kind)]; }

const KindRow* find_kind(std::string_view name) {
    const auto* row = std::find_if(kKinds.begin(), kKinds.end(),
                                   [&](const KindRow& r) { return r.name == name; });
    return row == kKinds.end() ? nullptr : row;
}

std::size_t index_of(const KindRow& row, std::string_view key) {
    for (std::size_t i = 0; i < row.parameters.size(); ++i) {
        if (row.parameters[i].key == key) return i;
    }
    throw std::logic_error("no such parameter");
}

std::span<const Parameter> common_parameters() { return kCommon; }

}  // namespace signals
