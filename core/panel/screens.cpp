#include "core/panel/screens.h"

#include <algorithm>

#include "core/panel/screen_table.h"

namespace meter {

namespace {

constexpr auto& kFirstScreen = kScreens[0];

const SystemType& type_of(const Points& points) {
    const SystemType* type = find_system_type(points.config.system_type);
    return type != nullptr ? *type : kSystemTypes.back();
}

bool exists(const Screen& screen, const SystemType& type) {
    return (type.*screen.exists_in & screen.exists_any) != 0;
}

int fixed_screens(Row row) {
    return static_cast<int>(std::count_if(kScreens.begin(), kScreens.end(),
                                          [row](const Screen& s) { return s.row == row; }));
}

const Screen& screen_at(Row row, int detail) {
    const auto* first = std::find_if(kScreens.begin(), kScreens.end(),
                                     [row](const Screen& s) { return s.row == row; });
    return first == kScreens.end() ? kFirstScreen : *(first + detail);
}

const Quantity* quantity_of(Kind kind) {
    for (const Quantity& quantity : kQuantities) {
        if (quantity.kind == kind) return &quantity;
    }
    return nullptr;
}

void light_phases(PhaseSet phases, Lcd& lcd) {
    lcd.set(Annunciator::phase_a, contains(phases, 0));
    lcd.set(Annunciator::phase_b, contains(phases, 1));
    lcd.set(Annunciator::phase_c, contains(phases, 2));
}

int resolution_of(const Quantity& quantity, const Points& points) {
    const auto [scale, offset] = quantity.resolution;
    const int resolution = (scale != nullptr ? points.derived.*scale : 0) + offset;
    return std::max(resolution, quantity.exponent);
}

void show_quantity(const Screen& screen, const Quantity& quantity, const Points& points, Lcd& lcd) {
    show_number({.count = screen.value(points, screen.index),
                 .exponent = quantity.exponent,
                 .resolution = resolution_of(quantity, points),
                 .prefixed = quantity.prefixed,
                 .rounding = quantity.rounding},
                lcd);
}

Lcd draw(const Screen& screen, const Points& points) {
    Lcd lcd{};
    show_label(points.config.display_units == 0 ? screen.iec : screen.ieee, lcd);
    light_phases(screen.phases, lcd);
    const Quantity* quantity = quantity_of(screen.kind);
    lcd.annunciators |= screen.qualifier | (quantity != nullptr ? quantity->units : 0U);
    if (!exists(screen, type_of(points))) {
        show_text(kInvalidText, lcd);
    } else if (quantity != nullptr) {
        show_quantity(screen, *quantity, points, lcd);
    } else if (screen.kind == Kind::text) {
        show_text(screen.text(points), lcd);
    } else if (screen.kind == Kind::address) {
        show_digits(points.config.line.address, 3, lcd);
    }
    return lcd;
}

bool active(const AlertScreen& alert, const Points& points) {
    return ((points.alerts >> alert.bit) & 1) != 0;
}

int active_alerts(const Points& points) {
    return static_cast<int>(
        std::count_if(kAlertScreens.begin(), kAlertScreens.end(),
                      [&points](const AlertScreen& alert) { return active(alert, points); }));
}

// The n-th active alert; NONE when there is none.
Lcd draw_alert(int n, const Points& points) {
    Lcd lcd{};
    for (const AlertScreen& alert : kAlertScreens) {
        if (!active(alert, points) || n-- > 0) continue;
        show_label(alert.label, lcd);
        light_phases(alert.phases, lcd);
        show_text(alert.value, lcd);
        return lcd;
    }
    show_label(kNoAlertLabel, lcd);
    return lcd;
}

}  // namespace

int screens_in(Row row, const Points& points) {
    const int alerts = row == Row::alert ? std::max(active_alerts(points), 1) : 0;
    return std::max(fixed_screens(row) + alerts, 1);
}

Lcd draw_screen(Cursor cursor, const Points& points) {
    const int detail = std::min<int>(cursor.detail, screens_in(cursor.row, points) - 1);
    if (cursor.row == Row::alert && detail > 0) return draw_alert(detail - 1, points);
    return draw(screen_at(cursor.row, detail), points);
}

Lcd draw_version(const Points& points) {
    for (const Screen& screen : kScreens) {
        if (screen.value == from::os) return draw(screen, points);
    }
    return draw(kFirstScreen, points);
}

}  // namespace meter
