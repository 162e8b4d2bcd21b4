// Rows of the register table: identity, 7001..7002 (meter.md 3.9; 7002 is inferred).
// One row: number, count, name, access, nv, format, units, scale, range, default, availability;
// getter, setting; description; source. Included by table.cpp only.
#pragma once

#include "core/registers/columns.h"
#include "core/registers/getters.h"
#include "core/registers/table.h"

namespace meter::rows {

using namespace columns;
using namespace getters;

// clang-format off
inline constexpr RegisterRow kIdentity[] = {
    {7001, 1, "fw_os_version", R, NV, Word, "", thousandth, "0-65535", "", yes,
     version<&Points::os_version>, fixed,
     "Firmware version, operating system. 12345 means V12.345; used for device id object",
     "4000-R p18 (reference only)"},
    {7002, 1, "fw_rs_version", R, NV, Word, "", thousandth, "0-65535", "", unknown,
     version<&Points::rs_version>, fixed,
     "Firmware version, reset system (the RS version shown in the Report ID string and in the "
     "unit information screens)",
     "inferred"},
};
// clang-format on

}  // namespace meter::rows
