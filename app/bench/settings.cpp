#include "app/bench/settings.h"

#include <cmath>
#include <limits>

#include "app/bench/phrases.h"
#include "core/registers/rules.h"

namespace bench {
namespace {

constexpr double kMost = std::numeric_limits<std::uint16_t>::max();

Sentence words_of(meter::ConfigError rule) {
    return Sentence::of(meter::kSettingContext, meter::describe(rule));
}

// A register's raw value; whole numbers of 0..65535 only.
std::uint16_t raw(double value, double asked, meter::ConfigError rule) {
    const double whole = std::round(value);
    if (!(whole >= 0.0 && whole <= kMost) || std::abs(value - whole) > 1e-6)
        throw Problem(Sentence::of(kBench.setting, words_of(rule), asked));
    return static_cast<std::uint16_t>(whole);
}

}  // namespace

meter::Config config_of(const signals::MeterSettings& settings) {
    using meter::ConfigError;
    meter::Config config;
    config.system_type = raw(settings.system_type, settings.system_type, ConfigError::system_type);
    config.ct_primary = raw(settings.ct_primary, settings.ct_primary, ConfigError::ct_primary);
    config.pt_ratio = raw(settings.pt_ratio * 100.0, settings.pt_ratio, ConfigError::pt_ratio);
    config.system_voltage =
        raw(settings.system_voltage, settings.system_voltage, ConfigError::system_voltage);
    const ConfigError broken = meter::validate(config);
    if (broken == ConfigError::none) return config;
    throw Problem(Sentence::of(kBench.settings, words_of(broken), settings.system_type,
                               settings.ct_primary, settings.pt_ratio, settings.system_voltage));
}

}  // namespace bench
