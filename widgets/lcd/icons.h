// The four icons of the glass as outlines in a square of `size` at the origin.
#pragma once

#include <QPainterPath>

namespace widgets {

QPainterPath wrench_icon(double size);
QPainterPath heart_icon(double size);
QPainterPath pulse_icon(double size);
QPainterPath lock_icon(double size);

}  // namespace widgets
