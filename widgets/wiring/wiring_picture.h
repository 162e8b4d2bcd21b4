// How a meter is wired, as the wiring diagram draws and edits it. Plain data.
#pragma once

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace widgets {

// Conductors of the installation.
enum Conductor { kOpen = -1, kLineA = 0, kLineB = 1, kLineC = 2, kNeutral = 3 };
inline constexpr int kWiringConductors = 4;

// What exists in a system type (meter.md 2).
struct WiringType {
    int code;
    const char* label;  // panel.md, S SYS
    const char* name;   // translated when shown
    int voltages;       // terminals from A on that are connected
    bool neutral;       // terminal N is connected
    int ropes;          // ropes from A on
    int conductors;     // lines from A on that the service has
};
inline constexpr std::array<WiringType, 5> kWiringTypes{{
    {10, "1L+1n", QT_TRANSLATE_NOOP("widgets::Wiring", "single phase, line and neutral"), 1, true,
     1, 1},
    {11, "2L", QT_TRANSLATE_NOOP("widgets::Wiring", "single phase, two lines"), 2, false, 1, 2},
    {12, "2L+1n", QT_TRANSLATE_NOOP("widgets::Wiring", "split phase, two lines and neutral"), 2,
     true, 2, 2},
    {31, "3L", QT_TRANSLATE_NOOP("widgets::Wiring", "three phase delta, no neutral"), 3, false, 3,
     3},
    {40, "3L+1n", QT_TRANSLATE_NOOP("widgets::Wiring", "three phase wye with neutral"), 3, true, 3,
     3},
}};
// Type 40 when there is no such code.
const WiringType& wiring_type(int code);

struct WiringPicture {
    int system_type = 40;
    std::array<int, 3> voltage{kLineA, kLineB, kLineC};  // conductor at voltage terminal A, B, C
    std::array<int, 3> rope{kLineA, kLineB, kLineC};     // conductor inside rope A, B, C
    std::array<bool, 3> reversed{};                      // rope turned round

    bool operator==(const WiringPicture&) const = default;
};

enum class LeadKind { voltage, rope };

struct Lead {
    LeadKind kind = LeadKind::voltage;
    int index = 0;  // terminal or rope A, B, C

    bool operator==(const Lead&) const = default;
};

[[nodiscard]] WiringPicture correct_wiring(int system_type);
[[nodiscard]] bool exists(const WiringPicture& picture, Lead lead);
[[nodiscard]] int conductor_of(const WiringPicture& picture, Lead lead);

// `lead` to `conductor` (kOpen: loose). Nothing changes when the service has no such conductor,
// or a rope would go round the neutral.
[[nodiscard]] WiringPicture connected(WiringPicture picture, Lead lead, int conductor);
// The same, and the lead of its kind that was there goes to where this one was.
[[nodiscard]] WiringPicture swapped(WiringPicture picture, Lead lead, int conductor);
[[nodiscard]] WiringPicture turned_round(WiringPicture picture, int rope);

// What is wrong, one line per fault in words: "voltage A is on B", "rope C is reversed".
[[nodiscard]] QStringList wiring_faults(const WiringPicture& picture);

}  // namespace widgets
