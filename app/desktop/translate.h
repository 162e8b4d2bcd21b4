// From what the bench publishes to what the widgets show, and back. Pure functions.
#pragma once

#include <QString>

#include "app/bench/view.h"
#include "widgets/installation/installation_settings.h"
#include "widgets/readings/reading.h"

namespace desktop {

// The meter's values and the truth, one row per quantity. A point that the system type does not
// have, and every value before the first reading window, is missing. Errors of P and Q are
// relative to S (docs/design.md, definitions).
widgets::Readings readings_of(const meter::Points& points, const signals::Truth& truth);

widgets::InstallationSettings settings_of(const signals::Installation& installation);
// `base` with what the editor edits replaced.
signals::Installation with_settings(signals::Installation base,
                                    const widgets::InstallationSettings& settings);

// "address 1, 19200 baud, no parity"
QString line_text(const meter::LineConfig& line);
// "System type 40 (3L-1N), CT 400 A, 480 V, PT 1.00"
QString meter_text(const meter::Config& config);

}  // namespace desktop
