#include "app/analysis/report_json.h"

#include <cmath>

#include "signals/replay/mapping.h"

namespace analysis {
namespace {

using nlohmann::ordered_json;

constexpr std::array<const char*, 6> kPowers{"PA", "PB", "PC", "QA", "QB", "QC"};

ordered_json number(double x) { return std::isfinite(x) ? ordered_json(x) : ordered_json(nullptr); }

template <class Range>
ordered_json numbers(const Range& range) {
    ordered_json out = ordered_json::array();
    for (const double x : range) out.push_back(number(x));
    return out;
}

template <class Array>
ordered_json by_channel(const Array& values) {
    ordered_json out = ordered_json::object();
    for (std::size_t c = 0; c < values.size(); ++c)
        out[signals::kTerminalNames[c]] = number(values[c]);
    return out;
}

ordered_json settings_json(const signals::MeterSettings& s) {
    return {{"system_type", s.system_type},
            {"ct_primary", s.ct_primary},
            {"system_voltage", s.system_voltage},
            {"pt_ratio", s.pt_ratio}};
}

ordered_json windows_json(const Answer& a) {
    if (!a.windows) return nullptr;
    return {{"count", a.windows->windows},
            {"seconds", a.windows->seconds},
            {"held", a.windows_are_held},
            {"meter", by_name(a.windows->meter)},
            {"truth", by_name(a.windows->truth)},
            {"error_percent", errors_by_name(a.windows->meter, a.windows->truth)}};
}

ordered_json rows_json(const Answer& a) {
    ordered_json out = ordered_json::array();
    for (const WindowRow& row : a.rows) {
        out.push_back({{"begin", row.begin},
                       {"end", row.end},
                       {"windows", a.windows_per_row},
                       {"meter", by_name(row.meter)},
                       {"truth", by_name(row.truth)}});
    }
    return out;
}

ordered_json causes_json() {
    ordered_json out = ordered_json::array();
    for (std::size_t c = 0; c < kCauses; ++c) {
        const auto cause = static_cast<Cause>(c);
        out.push_back({{"name", name_of(cause)}, {"words", words_for(cause)}});
    }
    return out;
}

ordered_json explanation_json(const Explanation& e) {
    ordered_json shares = ordered_json::object();
    for (std::size_t c = 0; c < kCauses; ++c)
        shares[name_of(static_cast<Cause>(c))] = number(e.share[c]);
    return {{"quantity", e.quantity->name},
            {"unit", e.quantity->unit},
            {"meter", number(e.meter)},
            {"truth", number(e.truth)},
            {"error_percent", number(e.error)},
            {"shares", shares},
            {"not_explained", number(e.not_explained)},
            {"as_integer", e.as_integer ? ordered_json(*e.as_integer) : ordered_json(nullptr)}};
}

ordered_json signal_json(const SignalSummary& s) {
    ordered_json harmonics = ordered_json::object();
    for (std::size_t c = 0; c < s.harmonic.size(); ++c)
        harmonics[signals::kTerminalNames[c]] = numbers(s.harmonic[c]);
    return {{"frequency_hz", number(s.frequency)},
            {"windows", s.windows},
            {"thd_percent", by_channel(s.thd)},
            {"unbalance_percent",
             {{"voltage_negative", number(s.voltage_negative)},
              {"voltage_zero", number(s.voltage_zero)},
              {"current_negative", number(s.current_negative)},
              {"current_zero", number(s.current_zero)}}},
            {"harmonics", harmonics}};
}

ordered_json event_json(const signals::QualityEvent& e) {
    std::string phases;
    for (std::size_t x = 0; x < 3; ++x) phases += e.phase[x] ? "ABC"[x] : '\0';
    std::erase(phases, '\0');
    ordered_json end = nullptr;
    ordered_json duration = nullptr;
    if (e.end) {
        end = *e.end;
        duration = *e.end - e.begin;
    }
    return {{"kind", to_string(e.kind)},      {"begin", e.begin},           {"end", end},
            {"duration", duration},           {"worst_v", number(e.worst)}, {"phases", phases},
            {"extreme_v", numbers(e.extreme)}};
}

ordered_json profile_json(const std::vector<ProfilePoint>& points) {
    ordered_json out = ordered_json::array();
    for (const ProfilePoint& p : points) {
        ordered_json row = {{"begin", p.begin}, {"end", p.end}};
        for (std::size_t x = 0; x < 3; ++x) {
            row[signals::kTerminalNames[x]] = {p.volts[x].least, p.volts[x].most};
            row[signals::kTerminalNames[x + 3]] = {p.amps[x].least, p.amps[x].most};
            row[kPowers[x]] = {p.watts[x].least, p.watts[x].most};
            row[kPowers[x + 3]] = {p.vars[x].least, p.vars[x].most};
        }
        out.push_back(std::move(row));
    }
    return out;
}

ordered_json quality_rows_json(const RecordingQuality& q) {
    ordered_json out = ordered_json::array();
    for (const QualityRow& r : q.rows) {
        out.push_back({{"begin", r.begin},
                       {"end", r.end},
                       {"frequency_hz", number(r.frequency)},
                       {"rms", by_channel(r.rms)},
                       {"real_w", numbers(r.real)},
                       {"reactive_var", numbers(r.reactive)},
                       {"thd_percent", by_channel(r.thd)},
                       {"negative_percent", number(r.negative)},
                       {"zero_percent", number(r.zero)},
                       {"flagged", r.flagged}});
    }
    return out;
}

ordered_json quality_json(const RecordingQuality& q) {
    const signals::EventLimits& l = q.settings.limits;
    ordered_json events = ordered_json::array();
    for (const auto& e : q.events) events.push_back(event_json(e));
    ordered_json frequencies = ordered_json::array();
    for (const auto& f : q.frequencies)
        frequencies.push_back({{"begin", f.begin}, {"hertz", f.hertz}});
    return {{"nominal_hz", q.settings.nominal},
            {"declared_v", q.settings.declared},
            {"declared_is_chosen", q.declared_is_chosen},
            {"limits",
             {{"sag", l.sag},
              {"swell", l.swell},
              {"interruption", l.interruption},
              {"hysteresis", l.hysteresis}}},
            {"events", events},
            {"frequency_10s", frequencies},
            {"cycles", profile_json(q.profile)},
            {"windows_per_row", q.windows_per_row},
            {"rows", quality_rows_json(q)}};
}

}  // namespace

ordered_json by_name(const Values& values) {
    ordered_json out = ordered_json::object();
    for (const Quantity& q : quantities()) out[q.name] = number(q.of(values));
    return out;
}

ordered_json errors_by_name(const Values& meter, const Values& truth) {
    ordered_json out = ordered_json::object();
    for (const Quantity& q : quantities()) {
        const auto error = error_percent(q, meter, truth);
        out[q.name] = error ? ordered_json(*error) : ordered_json(nullptr);
    }
    return out;
}

ordered_json to_json(const Answer& a) {
    ordered_json explanations = ordered_json::array();
    for (const Explanation& e : a.explanations) explanations.push_back(explanation_json(e));
    return {{"format", "metertwin-answer"},
            {"version", kAnswerVersion},
            {"subject", a.subject},
            {"recorded", a.recorded},
            {"settings", settings_json(a.scenario.meter)},
            {"windows", windows_json(a)},
            {"whole", a.whole ? by_name(*a.whole) : ordered_json(nullptr)},
            {"rows", rows_json(a)},
            {"explained_windows", a.explained_windows},
            {"causes", causes_json()},
            {"explanations", explanations},
            {"signal", a.has_signal ? signal_json(a.signal) : ordered_json(nullptr)},
            {"quality", a.quality ? quality_json(*a.quality) : ordered_json(nullptr)},
            {"no_quality", a.no_quality},
            {"choices", a.choices},
            {"warnings", a.warnings},
            {"differences", a.differences}};
}

}  // namespace analysis
