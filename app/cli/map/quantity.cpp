#include "app/cli/map/quantity.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace cli {
namespace {

constexpr const char* kMeasurement = "measurement";
constexpr const char* kTotal = "total_increasing";

// clang-format off
constexpr std::array<Quantity, 12> kQuantities{{
    {"kWh",    "energy",         "kWh",    kTotal,       0, "energy"},
    {"kVAh",   "",               "kVAh",   kTotal,       0, "energy"},
    {"kVARh",  "",               "kvarh",  kTotal,       0, "energy"},
    {"kW",     "power",          "kW",     kMeasurement, 0, "power"},
    {"kVA",    "apparent_power", "VA",     kMeasurement, 3, "power"},
    {"kVAR",   "reactive_power", "var",    kMeasurement, 3, "power"},
    {"V",      "voltage",        "V",      kMeasurement, 0, "voltage"},
    {"A",      "current",        "A",      kMeasurement, 0, "current"},
    {"Hz",     "frequency",      "Hz",     kMeasurement, 0, "frequency"},
    {"ratio",  "power_factor",   "",       kMeasurement, 0, "gauge"},
    {"pulses", "",               "pulses", kTotal,       0, "gauge"},
    {"",       "",               "",       kMeasurement, 0, "gauge"},  // everything else
}};
// clang-format on

}  // namespace

const Quantity& quantity_of(const meter::RegisterRow& row) {
    const auto* found = std::find_if(
        kQuantities.begin(), kQuantities.end() - 1,
        [units = std::string_view(row.units)](const Quantity& q) { return units == q.units; });
    return *found;
}

}  // namespace cli
