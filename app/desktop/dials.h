// Phasors between bench and dials. Pure functions.
#pragma once

#include <optional>

#include "app/bench/view.h"
#include "widgets/installation/installation_settings.h"
#include "widgets/phasor/dial_geometry.h"
#include "widgets/phasor/power_triangle.h"

namespace desktop {

// The fundamentals of an installation; phases that the system type does not have are hidden.
[[nodiscard]] widgets::Dial dial_of(const signals::Installation& installation, int system_type);

// `settings` with one phasor at another place. A voltage takes its current along: the lag stays.
[[nodiscard]] widgets::InstallationSettings turned(widgets::InstallationSettings settings,
                                                   widgets::Handle handle, double rms,
                                                   double degrees);

// The fundamentals on the meter's terminals; those that its system type does not have are hidden.
[[nodiscard]] widgets::Dial true_dial(const bench::View& view);
// What the meter reads: rms values, each current turned away from `truth`'s voltage by the meter's
// own P and Q. Hidden before the first reading window.
[[nodiscard]] widgets::Dial measured_dial(const bench::View& view, const widgets::Dial& truth);

// Of phase 0..2, or -1 for the total. Nothing when the system type has no such point, or there is
// no reading yet.
[[nodiscard]] std::optional<widgets::Powers> measured_powers(const bench::View& view, int phase);
[[nodiscard]] std::optional<widgets::Powers> true_powers(const bench::View& view, int phase);

}  // namespace desktop
