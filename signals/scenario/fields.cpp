#include "signals/scenario/fields.h"

#include <fmt/format.h>

#include <algorithm>

#include "signals/scenario/phrases.h"

namespace signals {

namespace {

constexpr std::array<int, 5> kSystemTypeCodes{10, 11, 12, 31, 40};
constexpr Allowed kDegrees{-360.0, 360.0, "degrees"};
constexpr Allowed kPercent{0.0, 1'000.0, "%"};
constexpr Allowed kRelativeError{-0.5, 0.5, ""};
constexpr Allowed kPinMicrovolts{-500'000.0, 500'000.0, "uV"};
constexpr Allowed kPpm{-10'000.0, 10'000.0, "ppm/K"};
constexpr Allowed kNoise{0.0, 100'000.0, "uV"};

}  // namespace

// clang-format off
std::vector<ScenarioField> fields_of(MeterSettings& m) {
    return {
        {"system_type",    &m.system_type,    {10, 40, "", kSystemTypeCodes}},
        {"ct_primary",     &m.ct_primary,     {5, 5'000, "A"}},         // meter.md 3.3, 131
        {"system_voltage", &m.system_voltage, {82, 32'000, "V"}},       // meter.md 3.3, 134
        {"pt_ratio",       &m.pt_ratio,       {0.01, 320.0, ""}},       // meter.md 3.3, 133
    };
}

std::vector<ScenarioField> fields_of(Installation& i) {
    return {
        {"frequency",      &i.frequency,      {10.0, 400.0, "Hz"}},
        {"voltage",        &i.voltage,        {0.0, 2'000.0, "V"}},
        {"current",        &i.current,        {0.0, 50'000.0, "A"}},
        {"angle",          &i.angle,          kDegrees},
        {"voltage_angle",  &i.voltage_angle,  kDegrees},
    };
}

std::vector<ScenarioField> fields_of(Harmonic& h) {
    return {
        {"order",          &h.order,          {2, 40, ""}},
        {"voltage",        &h.voltage_percent, kPercent},
        {"current",        &h.current_percent, kPercent},
        {"voltage_angle",  &h.voltage_angle,  kDegrees},
        {"current_angle",  &h.current_angle,  kDegrees},
    };
}

std::vector<ScenarioField> fields_of(FrontEndSettings& f) {
    return {
        {"coil_mutual_uh",   &f.coil_mutual_uh,   {0.001, 100.0, "uH"}},
        {"coil_gain_error",  &f.coil_gain_error,  kRelativeError},
        {"coil_phase_error", &f.coil_phase_error, {-10.0, 10.0, "degrees"}},
        {"coil_pickup_ma_per_v", &f.coil_pickup_ma_per_v, {-10.0, 10.0, "mA/V"}},
        {"coil_position_error",  &f.coil_position_error,  kRelativeError},
        {"coil_temperature_ppm", &f.coil_temperature_ppm, kPpm},
        {"gain_error",       &f.gain_error,       kRelativeError},
        {"gain_temperature_ppm", &f.gain_temperature_ppm, kPpm},
        {"offset_uv",        &f.offset_uv,        kPinMicrovolts},
        {"offset_temperature_uv", &f.offset_temperature_uv, {-1'000.0, 1'000.0, "uV/K"}},
        {"noise_uv",         &f.noise_uv,         kNoise},
        {"channel_noise_uv", &f.channel_noise_uv, kNoise},
        {"chop_uv",          &f.chop_uv,          kPinMicrovolts},
        {"channel_chop_uv",  &f.channel_chop_uv,  kPinMicrovolts},
        {"channel_clip_percent", &f.channel_clip_percent, {0.1, 100.0, "%"}},
        {"noise",            &f.noise,            {}},
        {"quantization",     &f.quantization,     {}},
        {"clipping",         &f.clipping,         {}},
        {"seed",             &f.seed,             kSeed},
    };
}
// clang-format on

bool is_allowed(const Allowed& allowed, double value) {
    if (!(value >= allowed.low && value <= allowed.high)) return false;
    return allowed.one_of.empty() ||
           std::any_of(allowed.one_of.begin(), allowed.one_of.end(),
                       [&](int one) { return static_cast<double>(one) == value; });
}

std::string describe(const Allowed& allowed, Words words) {
    if (allowed.one_of.empty()) {
        if (*allowed.unit == '\0') return say(words, kScenario.range, allowed.low, allowed.high);
        return say(words, kScenario.range_of_units, allowed.low, allowed.high,
                   words(kScenarioContext, allowed.unit));
    }
    const auto last = std::to_string(allowed.one_of.back());
    if (allowed.one_of.size() == 1) return last;
    const auto before = allowed.one_of.first(allowed.one_of.size() - 1);
    return say(words, kScenario.or_last, fmt::format("{}", fmt::join(before, ", ")), last);
}

Sentence sentence_of(const Allowed& allowed) {
    return Sentence::made_by([allowed](Words words) { return describe(allowed, words); });
}

std::string number_text(double value) { return fmt::format("{}", value); }

}  // namespace signals
