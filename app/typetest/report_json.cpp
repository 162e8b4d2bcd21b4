#include "app/typetest/report_json.h"

#include <fmt/format.h>

namespace typetest {
namespace {

using nlohmann::ordered_json;

template <class T>
ordered_json or_null(const std::optional<T>& value) {
    return value ? ordered_json(*value) : ordered_json();
}

ordered_json settings_json(const Setup& s) {
    const signals::FrontEndSettings& f = s.front_end;
    return {{"ct_primary", s.ct_primary},
            {"voltage", s.voltage},
            {"frequency", s.frequency},
            {"calibrated", s.calibrate},
            {"front_end",
             {{"coil_mutual_uh", f.coil_mutual_uh},
              {"coil_gain_error", f.coil_gain_error},
              {"coil_phase_error", f.coil_phase_error},
              {"coil_pickup_ma_per_v", f.coil_pickup_ma_per_v},
              {"gain_error", f.gain_error},
              {"offset_uv", f.offset_uv},
              {"noise_uv", f.noise_uv},
              {"chop_uv", f.chop_uv},
              {"noise", f.noise},
              {"quantization", f.quantization},
              {"clipping", f.clipping}}}};
}

ordered_json point_json(const Result& r, const Setup& setup) {
    const Point& p = r.point;
    const double frequency = p.at.frequency > 0.0 ? p.at.frequency : setup.frequency;
    ordered_json limit;
    ordered_json from;
    if (p.limit) {
        limit = p.limit->of(setup.accuracy);
        from = text(p.limit->from);
    }
    return {{"id", p.id},
            {"group", p.group},
            {"name", p.name},
            {"quantity", p.quantity == Quantity::active ? "active" : "reactive"},
            {"current", p.at.current},
            {"angle", p.at.angle},
            {"voltage", p.at.voltage},
            {"frequency", frequency},
            {"limit_percent", limit},
            {"limit_from", from},
            {"energy_error_percent", or_null(r.energy_error)},
            {"pulse_error_percent", or_null(r.pulse_error)},
            {"judged", or_null(r.judged)},
            {"limit", or_null(r.limit)},
            {"of_limit", or_null(r.of_limit())},
            {"pass", r.pass},
            {"note", r.note},
            {"seconds", r.seconds}};
}

}  // namespace

const char* version() { return METERTWIN_VERSION; }

ordered_json to_json(const meter::Calibration& calibration) {
    ordered_json out = ordered_json::array();
    for (const meter::PhaseCalibration& c : calibration.phase) {
        out.push_back({{"voltage_gain", c.voltage_gain / 16'777'216.0},
                       {"current_gain", c.current_gain / 16'777'216.0},
                       {"phase_adjust", c.phase_adjust},
                       {"voltage_pickup", c.voltage_pickup},
                       {"power_offset", c.power_offset},
                       {"current_offset_q8", c.current_offset_q8}});
    }
    return out;
}

ordered_json to_json(const Report& report) {
    ordered_json points = ordered_json::array();
    for (const Result& r : report.results) points.push_back(point_json(r, report.setup));
    ordered_json largest;
    if (const Result* worst = report.worst())
        largest = {{"id", worst->point.id}, {"of_limit", or_null(worst->of_limit())}};
    return {{"class", text(report.setup.accuracy)},
            {"basis", kDisclaimer},
            {"not_modelled", kNotModelled},
            {"pass", report.pass()},
            {"largest_of_limit", largest},
            {"settings", settings_json(report.setup)},
            {"calibration", to_json(report.calibration)},
            {"seed", report.setup.front_end.seed},
            {"version", version()},
            {"digest", fmt::format("{:016x}", report.digest)},
            {"simulated_seconds", report.simulated_seconds},
            {"points", points}};
}

}  // namespace typetest
