// The positions of the speed slider.
#pragma once

#include <QString>
#include <array>
#include <limits>

namespace widgets {

// Times real time; the last is "as fast as it goes".
inline constexpr std::array<double, 13> kSpeeds{0.1,
                                                0.2,
                                                0.5,
                                                1.0,
                                                2.0,
                                                5.0,
                                                10.0,
                                                20.0,
                                                60.0,
                                                100.0,
                                                300.0,
                                                1'000.0,
                                                std::numeric_limits<double>::infinity()};

// The position whose speed is nearest (by ratio) to `speed`.
int position_of(double speed);
// "0.1×", "60×", "max".
QString speed_text(double speed);

}  // namespace widgets
