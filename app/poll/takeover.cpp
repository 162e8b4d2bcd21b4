#include "app/poll/takeover.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>
#include <optional>
#include <stdexcept>

#include "core/registers/derived.h"
#include "core/registers/rules.h"
#include "signals/wiring/wiring.h"

namespace polling {
namespace {

constexpr double kDegrees = 180.0 / std::numbers::pi;

class Values {
 public:
    explicit Values(const Sweep& sweep) : sweep_(sweep) {}

    [[nodiscard]] const Reading* find(std::string_view name) const {
        const auto at = std::find_if(sweep_.readings.begin(), sweep_.readings.end(),
                                     [&](const Reading& r) { return name == r.row->name; });
        return at == sweep_.readings.end() ? nullptr : &*at;
    }
    [[nodiscard]] std::optional<double> value(std::string_view name) const {
        const Reading* reading = find(name);
        return reading == nullptr ? std::nullopt : reading->value();
    }
    // Of phase 0..2, e.g. f_kw_ and 1: f_kw_b. 0 when it does not exist.
    [[nodiscard]] double phase(std::string_view stem, std::size_t phase) const {
        return value(fmt::format("{}{}", stem, "abc"[phase])).value_or(0.0);
    }

 private:
    const Sweep& sweep_;
};

meter::Config config_from(const Sweep& sweep) {
    meter::Config config;
    for (const Reading& reading : sweep.readings) {
        if (reading.row->setting == nullptr) continue;
        if (!reading.read)
            throw std::runtime_error(
                fmt::format("{} ({}) could not be read: {}", reading.row->name, reading.row->number,
                            sweep.errors.empty() ? "" : sweep.errors.front().in_english()));
        config.*(reading.row->setting) = reading.words[0];
    }
    const meter::ConfigError broken = meter::validate(config);
    if (broken == meter::ConfigError::none) return config;
    throw std::runtime_error(fmt::format(
        "the meter's settings are none that this model knows: {} (it reads system type {}, CT "
        "primary {}, PT ratio {}, system voltage {})",
        meter::describe(broken), config.system_type, config.ct_primary, config.pt_ratio,
        config.system_voltage));
}

struct Point {
    double x;
    double y;
};

// Corners of a triangle with these sides (A-B, B-C, C-A), seen from its centre of gravity. Sides
// that make no triangle are drawn out flat.
std::array<Point, 3> corners(double ab, double bc, double ca) {
    const double along = ab > 0.0 ? (ab * ab + ca * ca - bc * bc) / (2.0 * ab) : 0.0;
    const double across = std::sqrt(std::max(0.0, ca * ca - along * along));
    std::array<Point, 3> found{Point{0.0, 0.0}, Point{ab, 0.0}, Point{along, across}};
    const Point centre{(ab + along) / 3.0, across / 3.0};
    for (Point& p : found) p = {p.x - centre.x, p.y - centre.y};
    return found;
}

void set_delta(signals::Installation& installation, const Values& values, double pt) {
    const auto at = corners(values.value("f_v_ab").value_or(0.0) / pt,
                            values.value("f_v_bc").value_or(0.0) / pt,
                            values.value("f_v_ac").value_or(0.0) / pt);
    const double first = std::atan2(at[0].y, at[0].x);
    for (std::size_t i = 0; i < 3; ++i) {
        installation.voltage[i] = std::hypot(at[i].x, at[i].y);
        // Drawn counter-clockwise A, B, C; phases turn the other way.
        const double angle = -(std::atan2(at[i].y, at[i].x) - first) * kDegrees;
        installation.voltage_angle[i] = std::remainder(angle, 360.0);
    }
}

void set_voltages(signals::Installation& installation, const Values& values,
                  const meter::Config& config) {
    const double pt = config.pt_ratio / 100.0;
    installation.voltage_angle = signals::default_voltage_angles(config.system_type);
    if (config.system_type == 31) return set_delta(installation, values, pt);
    for (std::size_t i = 0; i < 3; ++i)
        installation.voltage[i] = values.value(fmt::format("f_v_{}n", "abc"[i])).value_or(0.0) / pt;
    if (config.system_type == 11)  // two lines, no neutral: half of A-B each
        installation.voltage[0] = installation.voltage[1] =
            values.value("f_v_ab").value_or(0.0) / pt / 2.0;
}

void set_currents(signals::Installation& installation, const Values& values) {
    for (std::size_t i = 0; i < 3; ++i) {
        installation.current[i] = values.phase("f_i_", i);
        installation.angle[i] =
            std::atan2(values.phase("f_kvar_", i), values.phase("f_kw_", i)) * kDegrees;
    }
}

void tell_line(Takeover& takeover, const Target& target) {
    meter::LineConfig& line = takeover.config.line;
    if (target.unit >= 1 && target.unit <= 247)
        line.address = static_cast<std::uint8_t>(target.unit);
    if (target.transport != Transport::rtu) {
        takeover.left_out.push_back(fmt::format(
            "baud and parity (no register has them): {} 8N1 as from the factory; address {} from "
            "the URL",
            line.baud, line.address));
        return;
    }
    line.parity = target.parity;
    if (target.baud <= 38'400) line.baud = target.baud;
    takeover.left_out.push_back(
        "address, baud and parity (no register has them): those of the URL, by which it answers");
}

void tell_scales(Takeover& takeover, const Values& values) {
    const meter::Derived ours = meter::derive(takeover.config);
    const std::array<std::pair<const char*, int>, 4> scales{{{"scale_i", ours.scale_i},
                                                             {"scale_v", ours.scale_v},
                                                             {"scale_w", ours.scale_w},
                                                             {"scale_e", ours.scale_e}}};
    for (const auto& [name, exponent] : scales) {
        const auto theirs = values.value(name);
        if (theirs && *theirs != exponent)
            takeover.left_out.push_back(fmt::format(
                "{}: the meter reads {:.0f}, this model {}; integers differ, values do not", name,
                *theirs, exponent));
    }
}

}  // namespace

Rows takeover_rows() { return select(std::array<std::string, 2>{"config", "floats"}); }

Takeover take_over(const Sweep& sweep, const Target& target) {
    const Values values(sweep);
    Takeover takeover{config_from(sweep), {}, {}};
    signals::Installation& installation = takeover.installation;
    const double frequency = values.value("f_frequency").value_or(0.0);
    if (frequency > 0.0)
        installation.frequency = frequency;
    else
        takeover.left_out.push_back("frequency: the meter tells none; 60 Hz");
    set_voltages(installation, values, takeover.config);
    set_currents(installation, values);
    tell_line(takeover, target);
    takeover.left_out.push_back("passcodes (no register has them): 00000 both");
    takeover.left_out.push_back("energies, maximum demands and counters: they start at 0");
    takeover.left_out.push_back(
        "lead or lag of the currents, harmonics: the meter does not tell; lagging, none");
    tell_scales(takeover, values);
    return takeover;
}

signals::Scenario scenario_of(Takeover& takeover) {
    static constexpr std::array<const char*, 4> kKeys{"system_type", "ct_primary", "pt_ratio",
                                                      "system_voltage"};
    const meter::Config& config = takeover.config;
    const meter::Config factory;
    signals::Scenario scenario;
    scenario.meter = {config.system_type, config.ct_primary, config.system_voltage,
                      config.pt_ratio / 100.0};
    scenario.installation = takeover.installation;
    for (const meter::RegisterRow& row : meter::register_table()) {
        const bool has_key = std::any_of(kKeys.begin(), kKeys.end(),
                                         [&](std::string_view key) { return key == row.name; });
        if (row.setting == nullptr || has_key || config.*(row.setting) == factory.*(row.setting))
            continue;
        takeover.left_out.push_back(fmt::format("{} ({}) is {}: a scenario file has no key for it",
                                                row.name, row.number, config.*(row.setting)));
    }
    return scenario;
}

}  // namespace polling
