// Power quality of a recording's own rows, kept in bounded size for reports.
#pragma once

#include <array>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/analysis/rows.h"
#include "app/analysis/signal_summary.h"
#include "app/analysis/thinned.h"
#include "signals/quality/quality_meter.h"

namespace analysis {

// Least and most of some neighbours.
struct Extent {
    double least = 0.0;
    double most = 0.0;

    void join(const Extent& next);
};

// The cycles of the three phases over a stretch: Urms(1/2), Irms, P and Q of the fundamental.
struct ProfilePoint {
    double begin = 0.0, end = 0.0;  // s
    std::array<Extent, 3> volts{};
    std::array<Extent, 3> amps{};
    std::array<Extent, 3> watts{};
    std::array<Extent, 3> vars{};

    void join(const ProfilePoint& next);
};

// One or more windows of 10 or 12 cycles.
struct QualityRow {
    double begin = 0.0, end = 0.0;  // s
    double frequency = 0.0;
    std::array<double, signals::kQualityChannels> rms{};
    std::array<double, 3> real{}, reactive{};
    std::array<double, signals::kQualityChannels> thd{};
    double negative = 0.0, zero = 0.0;  // unbalance of the voltages, percent
    bool flagged = false;

    void join(const QualityRow& next);
};

inline constexpr std::size_t kMostProfile = 2'000;
inline constexpr std::size_t kMostRows = 2'000;

struct RecordingQuality {
    signals::QualitySettings settings;
    bool declared_is_chosen = false;  // nobody said what is declared: the recording's own middle
    SignalSummary signal;             // of the windows without a flag; of all when none is without
    std::vector<signals::QualityEvent> events;
    std::vector<signals::FrequencyValue> frequencies;  // over 10 s
    std::vector<ProfilePoint> profile;                 // thinned to kMostProfile
    std::vector<QualityRow> rows;                      // thinned to kMostRows
    std::size_t windows_per_row = 1;
};

// What is known of the recording before its quality is looked at.
struct QualityRequest {
    double frequency = 50.0;        // Hz, of its fundamental
    std::array<double, 3> volts{};  // rms over all of it: which phases have a voltage
    std::optional<double>
        declared;  // V rms L-N; without it the median Urms(1/2) of the first second
    // Each cycle of each phase, in order of time; may be empty.
    std::function<void(const signals::CycleValues&)> cycle{};
};

// Reads the rows once, in order. Nothing when the recording is too slow or too short: `why` then
// says so.
std::optional<RecordingQuality> quality_of(const Rows& rows, const QualityRequest& request,
                                           std::string& why);

}  // namespace analysis
