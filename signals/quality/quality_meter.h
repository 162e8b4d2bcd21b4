// Power quality of a recording in double precision, block by block, in bounded memory.
//
//   blocks ─► History ─┬─► HalfCycles of each phase ─► Urms(1/2), Irms, P of a cycle ─► events
//                      └─► cycles of the reference phase, 10 or 12 together ─► window: rms, P, Q,
//                          harmonics to 40 (61000-4-7), THD, unbalance, frequency
//
// Measurement methods follow IEC 61000-4-30 (windows of 10 cycles at 50 Hz, 12 at 60 Hz, without
// gaps) but claim no class: recordings have no UTC ticks to resynchronize to. Frequency over 10 s
// counts whole cycles in consecutive 10 s of the recording; a shorter rest makes no value.
#pragma once

#include <array>
#include <functional>
#include <memory>
#include <vector>

#include "signals/quality/events.h"
#include "signals/quality/spectrum.h"
#include "signals/quality/symmetry.h"

namespace signals {

struct QualitySettings {
    double rate = 0.0;      // Hz, rows of the recording
    double start = 0.0;     // s, time of the first row
    double nominal = 50.0;  // Hz: 50 or 60, decides 10 or 12 cycles
    double declared = 0.0;  // V rms: Udin, against which events are judged; 0: no events
    EventLimits limits{};
    std::array<bool, 3> phases{true, true, true};  // that have a voltage
    std::size_t reference = 0;                     // phase whose cycles make windows
};

// One cycle of a phase, refreshed every half cycle.
struct CycleValues {
    std::size_t phase = 0;
    double begin = 0.0, end = 0.0;  // s
    double voltage = 0.0;           // Urms(1/2), V
    double current = 0.0;           // A rms over the same cycle
    double real = 0.0;              // W
    double reactive = 0.0;          // var, of the fundamental, > 0 when the current lags
};

struct QualityWindow {
    double begin = 0.0, end = 0.0;  // s
    double frequency = 0.0;         // Hz, whole cycles over their duration
    int cycles = 0;
    std::array<double, kQualityChannels> rms{};  // V, A: true rms
    std::array<double, 3> real{};                // W, signed
    std::array<double, 3> reactive{};            // var, Budeanu, > 0 when the current lags
    std::array<ChannelSpectrum, kQualityChannels> spectrum{};
    Symmetry voltage{};
    Symmetry current{};
    bool flagged = false;  // an event touched it (61000-4-30, 4.7)
};

struct FrequencyValue {
    double begin = 0.0;  // s
    double hertz = 0.0;
};

// Called while blocks are added, in order of time. Any may be empty.
struct QualityObserver {
    std::function<void(const CycleValues&)> cycle{};
    std::function<void(const QualityWindow&)> window{};
    std::function<void(const QualityEvent&)> event{};
    std::function<void(const FrequencyValue&)> frequency{};
};

class QualityMeter {
 public:
    // Throws std::invalid_argument: rate below 8 rows a cycle, nominal not 50 or 60.
    QualityMeter(const QualitySettings& settings, QualityObserver observer);
    ~QualityMeter();

    // All spans are equally long. How a recording is cut into blocks changes nothing.
    void add(const QualityBlock& block);
    // Ends the recording: tells events that still go on, without an end.
    void finish();

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace signals
