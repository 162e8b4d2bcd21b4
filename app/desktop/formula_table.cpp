#include "app/desktop/formula_table.h"

#include <algorithm>
#include <array>

#include "core/registers/getters.h"

namespace desktop {

namespace {

using namespace meter::getters;
using meter::Config;
using meter::DemandTriple;
using meter::Derived;
using meter::Energies;
using meter::Points;
using meter::Power;

constexpr const char* kPhaseP = QT_TRANSLATE_NOOP(
    "desktop::Formulas",
    "P%1 = mean of v%1 \u00b7 i%1; shown as its magnitude (unidirectional meter)");
constexpr const char* kPhaseQ =
    QT_TRANSLATE_NOOP("desktop::Formulas",
                      "Q%1 = mean of v%1, delayed by 90\u00b0, \u00b7 i%1; shown as its magnitude");
constexpr const char* kPhaseS =
    QT_TRANSLATE_NOOP("desktop::Formulas", "S%1 = V%1 rms \u00b7 I%1 rms");
constexpr const char* kPhasePf =
    QT_TRANSLATE_NOOP("desktop::Formulas", "PF%1 = |P%1| / S%1; 1 while S%1 is 0");
constexpr const char* kVi =
    QT_TRANSLATE_NOOP("desktop::Formulas",
                      "aligned samples of voltage %1 and of rope %1 after the digital integrator");
constexpr const char* kLn = QT_TRANSLATE_NOOP(
    "desktop::Formulas", "V%1N = root of the mean of v%1\u00b2, times the PT ratio (133)");
constexpr const char* kLl = QT_TRANSLATE_NOOP(
    "desktop::Formulas",
    "V%1 = root of the mean of (difference of the two voltages)\u00b2, times the PT ratio (133)");
constexpr const char* kAmps =
    QT_TRANSLATE_NOOP("desktop::Formulas", "I%1 = root of the mean of i%1\u00b2");
constexpr const char* kEnergyPhase = QT_TRANSLATE_NOOP(
    "desktop::Formulas", "sum of P%1 over all frames, magnitude per reading window, / 3600 s");
constexpr const char* kDemandNow = QT_TRANSLATE_NOOP(
    "desktop::Formulas",
    "energy of the last %1 sub-intervals / their duration, in whole sub-intervals (149, 150)");
constexpr const char* kDemandMost = QT_TRANSLATE_NOOP(
    "desktop::Formulas", "the largest present demand since the last reset (129 \u2190 21212)");
constexpr const char* kSetting = QT_TRANSLATE_NOOP(
    "desktop::Formulas", "setting, as it was written on the line, at the panel or by the scenario");

// clang-format off
const FormulaRow kFormulas[] = {
    {total<&Power::real_uw>, QT_TRANSLATE_NOOP("desktop::Formulas", "P = |PA| + |PB| + |PC| of the active phases"), QT_TRANSLATE_NOOP("desktop::Formulas", "real power per phase (10 to 12)"), Behind::window},
    {total<&Power::reactive_uvar>, QT_TRANSLATE_NOOP("desktop::Formulas", "Q = |QA| + |QB| + |QC| (inferred)"), QT_TRANSLATE_NOOP("desktop::Formulas", "reactive power per phase (34 to 36)"), Behind::window},
    {total<&Power::apparent_uva>, QT_TRANSLATE_NOOP("desktop::Formulas", "S = \u221a(P\u00b2 + Q\u00b2) of the totals (inferred)"), QT_TRANSLATE_NOOP("desktop::Formulas", "total P and Q (3, 4)"), Behind::window},
    {power_factor_total, QT_TRANSLATE_NOOP("desktop::Formulas", "PF = P / S; 1 while S is 0"), QT_TRANSLATE_NOOP("desktop::Formulas", "total P and S (3, 5)"), Behind::window},
    {phase<&Power::real_uw, 0>, kPhaseP, kVi, Behind::window, "A"},
    {phase<&Power::real_uw, 1>, kPhaseP, kVi, Behind::window, "B"},
    {phase<&Power::real_uw, 2>, kPhaseP, kVi, Behind::window, "C"},
    {phase<&Power::reactive_uvar, 0>, kPhaseQ, kVi, Behind::window, "A"},
    {phase<&Power::reactive_uvar, 1>, kPhaseQ, kVi, Behind::window, "B"},
    {phase<&Power::reactive_uvar, 2>, kPhaseQ, kVi, Behind::window, "C"},
    {phase<&Power::apparent_uva, 0>, kPhaseS, QT_TRANSLATE_NOOP("desktop::Formulas", "V%1 and I%1 of the same window"), Behind::window, "A"},
    {phase<&Power::apparent_uva, 1>, kPhaseS, QT_TRANSLATE_NOOP("desktop::Formulas", "V%1 and I%1 of the same window"), Behind::window, "B"},
    {phase<&Power::apparent_uva, 2>, kPhaseS, QT_TRANSLATE_NOOP("desktop::Formulas", "V%1 and I%1 of the same window"), Behind::window, "C"},
    {power_factor<0>, kPhasePf, QT_TRANSLATE_NOOP("desktop::Formulas", "P%1 and S%1 of the same window"), Behind::window, "A"},
    {power_factor<1>, kPhasePf, QT_TRANSLATE_NOOP("desktop::Formulas", "P%1 and S%1 of the same window"), Behind::window, "B"},
    {power_factor<2>, kPhasePf, QT_TRANSLATE_NOOP("desktop::Formulas", "P%1 and S%1 of the same window"), Behind::window, "C"},
    {voltage_ln<0>, kLn, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of voltage %1"), Behind::window, "A"},
    {voltage_ln<1>, kLn, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of voltage %1"), Behind::window, "B"},
    {voltage_ln<2>, kLn, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of voltage %1"), Behind::window, "C"},
    {voltage_ll<0>, kLl, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of both voltages"), Behind::window, "AB"},
    {voltage_ll<1>, kLl, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of both voltages"), Behind::window, "BC"},
    {voltage_ll<2>, kLl, QT_TRANSLATE_NOOP("desktop::Formulas", "aligned samples of both voltages"), Behind::window, "CA"},
    {voltage_ll_average, QT_TRANSLATE_NOOP("desktop::Formulas", "mean of the line-to-line voltages that the system type has"), QT_TRANSLATE_NOOP("desktop::Formulas", "V AB, BC, CA (16 to 18)"), Behind::window},
    {voltage_ln_average, QT_TRANSLATE_NOOP("desktop::Formulas", "mean of the line-to-neutral voltages that the system type has"), QT_TRANSLATE_NOOP("desktop::Formulas", "V AN, BN, CN (19 to 21)"), Behind::window},
    {current<0>, kAmps, QT_TRANSLATE_NOOP("desktop::Formulas", "samples of rope %1 after the digital integrator"), Behind::window, "A"},
    {current<1>, kAmps, QT_TRANSLATE_NOOP("desktop::Formulas", "samples of rope %1 after the digital integrator"), Behind::window, "B"},
    {current<2>, kAmps, QT_TRANSLATE_NOOP("desktop::Formulas", "samples of rope %1 after the digital integrator"), Behind::window, "C"},
    {current_average, QT_TRANSLATE_NOOP("desktop::Formulas", "mean of the currents of the active ropes"), QT_TRANSLATE_NOOP("desktop::Formulas", "I A, B, C (22 to 24)"), Behind::window},
    {frequency, QT_TRANSLATE_NOOP("desktop::Formulas", "f = whole cycles / time between the first and the last rising zero crossing, between samples by a straight line"), QT_TRANSLATE_NOOP("desktop::Formulas", "zero crossings of the reference voltage (phase A)"), Behind::window},
    {not_valid, QT_TRANSLATE_NOOP("desktop::Formulas", "none: reads not valid (0x8000 or 0x7FC00000)"), QT_TRANSLATE_NOOP("desktop::Formulas", "nothing"), Behind::nothing},
    {zero, QT_TRANSLATE_NOOP("desktop::Formulas", "none: reads 0"), QT_TRANSLATE_NOOP("desktop::Formulas", "nothing"), Behind::nothing},
    {energy<&Energies::real>, QT_TRANSLATE_NOOP("desktop::Formulas", "sum of |PA| + |PB| + |PC| over all frames / 3600 s"), QT_TRANSLATE_NOOP("desktop::Formulas", "real power of every frame, magnitude per window and phase"), Behind::energy},
    {energy<&Energies::reactive>, QT_TRANSLATE_NOOP("desktop::Formulas", "sum of |QA| + |QB| + |QC| over all frames / 3600 s"), QT_TRANSLATE_NOOP("desktop::Formulas", "reactive power of every frame"), Behind::energy},
    {energy<&Energies::apparent>, QT_TRANSLATE_NOOP("desktop::Formulas", "sum of total S per reading window \u00b7 its length / 3600 s"), QT_TRANSLATE_NOOP("desktop::Formulas", "total S of every window (5)"), Behind::energy},
    {energy_phase<0>, kEnergyPhase, QT_TRANSLATE_NOOP("desktop::Formulas", "real power of phase %1"), Behind::energy, "A"},
    {energy_phase<1>, kEnergyPhase, QT_TRANSLATE_NOOP("desktop::Formulas", "real power of phase %1"), Behind::energy, "B"},
    {energy_phase<2>, kEnergyPhase, QT_TRANSLATE_NOOP("desktop::Formulas", "real power of phase %1"), Behind::energy, "C"},
    {pulses<0>, QT_TRANSLATE_NOOP("desktop::Formulas", "real energy in whole pulses of the weight in 144"), QT_TRANSLATE_NOOP("desktop::Formulas", "real energy, 144"), Behind::pulses},
    {pulses<1>, QT_TRANSLATE_NOOP("desktop::Formulas", "reactive energy in whole pulses of the weight in 144"), QT_TRANSLATE_NOOP("desktop::Formulas", "reactive energy, 144"), Behind::pulses},
    {float_pulses<0>, QT_TRANSLATE_NOOP("desktop::Formulas", "real energy in whole pulses of the weight in 144"), QT_TRANSLATE_NOOP("desktop::Formulas", "real energy, 144"), Behind::pulses},
    {float_pulses<1>, QT_TRANSLATE_NOOP("desktop::Formulas", "reactive energy in whole pulses of the weight in 144"), QT_TRANSLATE_NOOP("desktop::Formulas", "reactive energy, 144"), Behind::pulses},
    {demand<&Points::demand_present, &DemandTriple::real_uw>, kDemandNow, QT_TRANSLATE_NOOP("desktop::Formulas", "real energy"), Behind::demand},
    {demand<&Points::demand_present, &DemandTriple::reactive_uvar>, kDemandNow, QT_TRANSLATE_NOOP("desktop::Formulas", "reactive energy"), Behind::demand},
    {demand<&Points::demand_present, &DemandTriple::apparent_uva>, kDemandNow, QT_TRANSLATE_NOOP("desktop::Formulas", "apparent energy"), Behind::demand},
    {demand<&Points::demand_maximum, &DemandTriple::real_uw>, kDemandMost, QT_TRANSLATE_NOOP("desktop::Formulas", "present demand (37)"), Behind::demand},
    {demand<&Points::demand_maximum, &DemandTriple::reactive_uvar>, kDemandMost, QT_TRANSLATE_NOOP("desktop::Formulas", "present demand (38)"), Behind::demand},
    {demand<&Points::demand_maximum, &DemandTriple::apparent_uva>, kDemandMost, QT_TRANSLATE_NOOP("desktop::Formulas", "present demand (39)"), Behind::demand},
    {setting<&Config::system_type>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::ct_primary>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::system_voltage>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::display_units>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::phase_loss_threshold>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::phase_loss_imbalance>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::wh_per_pulse>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::demand_subintervals>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {setting<&Config::demand_seconds>, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {pt_ratio, kSetting, QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::settings},
    {max_power, QT_TRANSLATE_NOOP("desktop::Formulas", "system voltage \u00b7 CT primary, times \u221a(3) in types 31 and 40 (inferred)"), QT_TRANSLATE_NOOP("desktop::Formulas", "130, 131, 134"), Behind::settings},
    {derived<&Derived::scale_i>, QT_TRANSLATE_NOOP("desktop::Formulas", "the smallest exponent of ten with which currents fit 32767"), QT_TRANSLATE_NOOP("desktop::Formulas", "CT primary (131)"), Behind::settings},
    {derived<&Derived::scale_v>, QT_TRANSLATE_NOOP("desktop::Formulas", "the smallest exponent of ten with which voltages fit 32767"), QT_TRANSLATE_NOOP("desktop::Formulas", "system voltage and PT ratio (134, 133)"), Behind::settings},
    {derived<&Derived::scale_w>, QT_TRANSLATE_NOOP("desktop::Formulas", "the smallest exponent of ten with which powers fit 32767"), QT_TRANSLATE_NOOP("desktop::Formulas", "theoretical maximum power (135)"), Behind::settings},
    {derived<&Derived::scale_e>, QT_TRANSLATE_NOOP("desktop::Formulas", "the exponent of ten that energies are counted in"), QT_TRANSLATE_NOOP("desktop::Formulas", "theoretical maximum power (135)"), Behind::settings},
    {derived<&Derived::pulse_ms>, QT_TRANSLATE_NOOP("desktop::Formulas", "the slowest closure that keeps up with the theoretical maximum power"), QT_TRANSLATE_NOOP("desktop::Formulas", "135, 144"), Behind::settings},
    {word<&Points::alerts>, QT_TRANSLATE_NOOP("desktop::Formulas", "one bit per alert that is active"), QT_TRANSLATE_NOOP("desktop::Formulas", "readings of the window, limits from 131, 134, 142, 143, 144"), Behind::window},
    {energy_resets, QT_TRANSLATE_NOOP("desktop::Formulas", "how often the energies were cleared (129 \u2190 30078, or RESET at the panel)"), QT_TRANSLATE_NOOP("desktop::Formulas", "commands"), Behind::counter},
    {word<&Points::power_up_count>, QT_TRANSLATE_NOOP("desktop::Formulas", "how often control power came"), QT_TRANSLATE_NOOP("desktop::Formulas", "control power"), Behind::counter},
    {version<&Points::os_version>, QT_TRANSLATE_NOOP("desktop::Formulas", "version of the operating system, thousandths"), QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::nothing},
    {version<&Points::rs_version>, QT_TRANSLATE_NOOP("desktop::Formulas", "version of the reset system, thousandths"), QT_TRANSLATE_NOOP("desktop::Formulas", "nothing measured"), Behind::nothing},
};
// clang-format on

constexpr std::array kBehind{
    QT_TRANSLATE_NOOP(
        "desktop::Formulas",
        "One reading window: 2520 frames of 0.397 ms and on to the next rising zero crossing of "
        "the reference voltage, 2720 at most. It changes once a second, when the window closes."),
    QT_TRANSLATE_NOOP(
        "desktop::Formulas",
        "Every frame since the last reset: nothing is left out between windows. It is published "
        "when a window closes; what does not fill a count yet waits in the remainder."),
    QT_TRANSLATE_NOOP(
        "desktop::Formulas",
        "Every frame of whole demand sub-intervals (their length in s is register 150); it "
        "changes when one ends."),
    QT_TRANSLATE_NOOP("desktop::Formulas",
                      "Every frame since the last reset; it changes as a pulse begins."),
    QT_TRANSLATE_NOOP("desktop::Formulas", "No samples: it changes with a setting."),
    QT_TRANSLATE_NOOP("desktop::Formulas", "No samples: it counts events."),
    QT_TRANSLATE_NOOP("desktop::Formulas", "No samples: it does not change."),
};

}  // namespace

const FormulaRow* find_formula(meter::Getter get) {
    const auto* row = std::find_if(std::begin(kFormulas), std::end(kFormulas),
                                   [get](const FormulaRow& f) { return f.get == get; });
    return row == std::end(kFormulas) ? nullptr : row;
}

const char* text_of(Behind behind) { return kBehind[static_cast<std::size_t>(behind)]; }

}  // namespace desktop
