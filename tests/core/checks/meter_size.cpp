// One Meter's worth of bytes: its size as a symbol, for check_size.cmake to read with nm.
#include <cstddef>

#include "core/meter.h"

extern "C" {
extern std::byte meter_state[sizeof(meter::Meter)];
alignas(meter::Meter) std::byte meter_state[sizeof(meter::Meter)];
}
