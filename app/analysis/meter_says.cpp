#include "app/analysis/meter_says.h"

#include <array>
#include <cmath>
#include <string>
#include <string_view>

#include "core/registers/codec.h"
#include "core/registers/table.h"

namespace analysis {
namespace {

constexpr double kKilo = 1'000.0;
constexpr std::array<const char*, 3> kPhase{"a", "b", "c"};

double read(const meter::Points& points, Registers kind, const std::string& name) {
    const std::string wanted = (kind == Registers::floating ? "f_" : "") + name;
    for (const meter::RegisterRow& row : meter::register_table()) {
        if (std::string_view(row.name) != wanted) continue;
        const meter::Words words = meter::encode(row, points);
        const auto physical = meter::decode(row, std::span(words).first(row.count), points.derived);
        if (physical.valid) return meter::to_real<double>(physical);
    }
    return signals::kNoPoint;
}

}  // namespace

Values values_of(const meter::Points& points, Registers kind) {
    Values out;
    for (std::size_t x = 0; x < 3; ++x) {
        const std::string phase = kPhase[x];
        const meter::Power& signs = points.readings.power[x];
        out.volts[x] = read(points, kind, "v_" + phase + "n");
        out.amps[x] = read(points, kind, "i_" + phase);
        out.watts[x] = std::copysign(kKilo * read(points, kind, "kw_" + phase),
                                     static_cast<double>(signs.real_uw));
        out.vars[x] = std::copysign(kKilo * read(points, kind, "kvar_" + phase),
                                    static_cast<double>(signs.reactive_uvar));
    }
    for (std::size_t x = 0; x < 3; ++x)
        out.vas[x] = kKilo * read(points, kind, std::string("kva_") + kPhase[x]);
    out.hertz = read(points, kind, "frequency");
    return out;
}

}  // namespace analysis
