// Wiring between the diagram and the bench. Pure functions.
#pragma once

#include "signals/timeline/event.h"
#include "signals/wiring/wiring.h"
#include "widgets/wiring/wiring_picture.h"

namespace desktop {

// What the diagram draws, as a scenario's event of the kind `wiring` that begins now and lasts: the
// whole wiring, whatever was wrong before.
[[nodiscard]] signals::Event wiring_event(const widgets::WiringPicture& picture);
// What that event makes of a bench's wiring.
[[nodiscard]] signals::Wiring matrices_of(const widgets::WiringPicture& picture);
// The nearest picture of a bench's wiring: a terminal is drawn on the conductor that it hears most
// of. A lead on the neutral hears nothing and comes back as open.
[[nodiscard]] widgets::WiringPicture picture_of(const signals::Wiring& wiring, int system_type);

}  // namespace desktop
