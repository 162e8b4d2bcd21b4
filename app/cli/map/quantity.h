// What kind of thing a register measures, in the words of clients that want to know.
#pragma once

#include "core/registers/table.h"

namespace cli {

// A row's units decide; a row whose units are not listed is a plain number.
struct Quantity {
    const char* units;  // of the register table
    // Home Assistant (developers.home-assistant.io, sensor entity): device class or "", unit of
    // measurement or "", state class, and the power of ten that leads to that unit. Apparent and
    // reactive power are VA and var there in every release; reactive energy has a class in recent
    // ones only, and apparent energy in none, so they go without.
    const char* device_class;
    const char* unit;
    const char* state_class;
    int more;
    // collectd (types.db(5)): data set with one gauge.
    const char* collectd_type;
};

[[nodiscard]] const Quantity& quantity_of(const meter::RegisterRow& row);

}  // namespace cli
