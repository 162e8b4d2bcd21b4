// Rows of the register table: configuration and status, 129..154 (meter.md 3.3).
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
inline constexpr RegisterRow kConfiguration[] = {
    {129, 1, "command", RW, volatile_, UInt, "", none, "30078;21211;21212;16498", "0", yes,
     zero, fixed,
     "Command/reset register. Reads 0. 30078 clear all energies; 21211 begin new demand "
     "sub-interval; 21212 max demand := present demand; 16498 clear pulse counters. 16640 "
     "(reset logging) exists on logging siblings only",
     "EM3555/E51C3/41OUM; E50H5A lists exactly these four as writable; E50C1 (30078+16498)"},
    {130, 1, "system_type", RW, NV, UInt, "", none, "10;11;12;31;40", "40", yes,
     setting<&Config::system_type>, &Config::system_type,
     "10 A+N; 11 A+B; 12 A+B+N; 31 delta A+B+C; 40 wye A+B+C+N",
     "4000-R (quick guide, p21 refs); E50C1"},
    {131, 1, "ct_primary", RW, NV, UInt, "A", none, "5-5000", "100", yes,
     setting<&Config::ct_primary>, &Config::ct_primary,
     "CT primary amps (siblings: 1-32000, E50H5A 5-32000; 4000-R overview states 5 A to 5000 "
     "A so 5-5000 is the recommended range)",
     "E50C1/E51; range inferred from 4000-R p18"},
    {132, 1, "ct_secondary", RW, NV, UInt, "V", none, "1;3", "0x8000 (QNAN)", yes,
     not_valid, fixed,
     "CT secondary interface (1 = 1 V, 3 = 1/3 V). On rope-CT hardware not user configurable "
     "and reads QNAN",
     "E51C3A default table (rope CT sibling); row meaning E50C1/E51"},
    {133, 1, "pt_ratio", RW, NV, UInt, "x0.01", hundredth, "1-32000", "100", yes,
     pt_ratio, &Config::pt_ratio,
     "PT ratio times 100 (200 = 2:1; range 0.01-320.00). Set before 134",
     "E50C1; EM3555; 41OUM"},
    {134, 1, "system_voltage", RW, NV, UInt, "V", none, "82-32000", "600", yes,
     setting<&Config::system_voltage>, &Config::system_voltage,
     "System voltage, L-L except type 10 where it is L-N. Refused unless 82 <= value/PT <= 660",
     "E50C1; E50H; 4000-R p21 refs"},
    {135, 1, "theoretical_max_power", R, NV, UInt, "kW", W, "1-32767", "104 kW", yes,
     max_power, fixed,
     "Theoretical maximum system power from 130,131,134 at PF 1; recomputed whenever one "
     "changes; W scaling",
     "E50C1; E50H; 4000-R p21 refs"},
    {136, 1, "reserved_136", R, volatile_, UInt, "", none, "0", "0", yes,
     zero, fixed,
     "Reserved, returns 0",
     "E51 (row exists R UInt; text inferred)"},
    {137, 1, "display_units", RW, NV, UInt, "", none, "0;1", "1", yes,
     setting<&Config::display_units>, &Config::display_units,
     "0 = IEC (U,V,P,Q,S); 1 = IEEE (VLL,VLN,W,VAR,VA)",
     "E50H (same setting); E51 row"},
    {138, 1, "scale_i", R, volatile_, SInt, "exponent", none, "-4..4", "", yes,
     derived<&Derived::scale_i>, fixed,
     "Scale factor for current integers: multiplier 10^n. Recomputed when configuration "
     "changes",
     "4000-R p21"},
    {139, 1, "scale_v", R, volatile_, SInt, "exponent", none, "-4..4", "", yes,
     derived<&Derived::scale_v>, fixed,
     "Scale factor for voltage integers: multiplier 10^n. Recomputed when configuration "
     "changes",
     "4000-R p21"},
    {140, 1, "scale_w", R, volatile_, SInt, "exponent", none, "-4..4", "", yes,
     derived<&Derived::scale_w>, fixed,
     "Scale factor for power integers: multiplier 10^n. Recomputed when configuration changes",
     "4000-R p21"},
    {141, 1, "scale_e", R, volatile_, SInt, "exponent", none, "-4..4", "", yes,
     derived<&Derived::scale_e>, fixed,
     "Scale factor for energy integers: multiplier 10^n. Recomputed when configuration changes",
     "4000-R p21"},
    {142, 1, "phase_loss_v_threshold", RW, NV, UInt, "%", none, "1-99", "10", yes,
     setting<&Config::phase_loss_threshold>, &Config::phase_loss_threshold,
     "Phase loss voltage threshold, percent below expected voltage",
     "4000-R p21"},
    {143, 1, "phase_loss_imbalance", RW, NV, UInt, "%", none, "1-99", "25", yes,
     setting<&Config::phase_loss_imbalance>, &Config::phase_loss_imbalance,
     "Phase loss imbalance threshold, percent phase-to-phase difference",
     "4000-R p21"},
    {144, 1, "wh_per_pulse", RW, NV, UInt, "Wh", none, "10;100;1000;10000", "1000", yes,
     setting<&Config::wh_per_pulse>, &Config::wh_per_pulse,
     "Energy (Wh and VARh) per pulse. Rejected if no pulse duration keeps up with 135",
     "4000-R p21"},
    {145, 1, "pulse_duration", R, NV, UInt, "ms", none, "500;250;100;50;25;10", "500", yes,
     derived<&Derived::pulse_ms>, fixed,
     "Closure time chosen by the meter: slowest that keeps up with 135; open time >= closure "
     "time",
     "4000-R p21 (row start); E51 (text)"},
    {146, 1, "alert_bitmap", R, volatile_, Word, "bitmap", none, "0-65535", "0", yes,
     word<&Points::alerts>, fixed,
     "Diagnostic alert bitmap, 1 = active, see spec section 3.5",
     "E50C2/E50C3; 4000-R p21 refers to it"},
    {147, 1, "energy_reset_count", R, NV, UInt, "count", none, "0-32767", "0", yes,
     energy_resets, fixed,
     "Count of energy accumulator resets",
     "E50C2/E50C3"},
    {148, 1, "reserved_148", R, volatile_, UInt, "", none, "0", "0", yes,
     zero, fixed,
     "Reserved, returns 0",
     "E50C2/E50C3"},
    {149, 1, "demand_subintervals", RW, NV, UInt, "", none, "1-6", "1", yes,
     setting<&Config::demand_subintervals>, &Config::demand_subintervals,
     "Sub-intervals per demand interval; 1 = block. Ignored when 150 = 0",
     "E50C2/E50C3; E51; EM3555"},
    {150, 1, "demand_subinterval_length", RW, NV, UInt, "s", none, "0;10-32767", "900", yes,
     setting<&Config::demand_seconds>, &Config::demand_seconds,
     "Sub-interval length. 0 = sync-to-comms (use 129<-21211)",
     "E51; EM3555; 41OUM"},
    {151, 1, "reserved_151", RW, volatile_, UInt, "", none, "1-32767", "0", yes,
     zero, fixed,
     "Reserved, returns 0",
     "E51; EM3555"},
    {152, 1, "power_up_count", R, NV, UInt, "count", none, "0-32767", "", yes,
     word<&Points::power_up_count>, fixed,
     "Power up counter (control power cycles)",
     "E51; EM3555; E50H"},
    {153, 1, "output_config", R, NV, UInt, "", none, "0-32767", "0", yes,
     zero, fixed,
     "Output configuration; 0 = N.O. energy contact + N.C. phase loss contact",
     "E51; EM3555"},
    {154, 1, "reserved_154", R, volatile_, UInt, "", none, "0", "0", yes,
     zero, fixed,
     "Reserved, returns 0",
     "E51; EM3555"},
};
// clang-format on

}  // namespace meter::rows
