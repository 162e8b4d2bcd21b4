#include "app/desktop/wiring.h"

#include <algorithm>
#include <cmath>

#include "signals/timeline/kinds.h"

namespace desktop {

namespace {

constexpr bool carries(int conductor) { return conductor >= 0 && conductor < widgets::kNeutral; }

signals::Value per_phase(const std::array<double, 3>& values) {
    return {.given = true, .draw = signals::Draw::fixed, .fixed = values, .a = 0.0, .b = 0.0};
}

// Conductors as the event counts them: from 1, 0 is none.
signals::Value places(const std::array<int, 3>& leads) {
    std::array<double, 3> out{};
    for (std::size_t x = 0; x < 3; ++x) out[x] = carries(leads[x]) ? leads[x] + 1 : 0;
    return per_phase(out);
}

signals::Value set_of(const std::array<bool, 3>& phases) {
    unsigned set = 0;
    for (std::size_t x = 0; x < 3; ++x) set |= (phases[x] ? 1U : 0U) << x;
    return per_phase(
        {static_cast<double>(set), static_cast<double>(set), static_cast<double>(set)});
}

void connect(signals::Wiring::Matrix& matrix, std::size_t terminal, int conductor, bool reversed) {
    matrix[terminal] = {};
    if (carries(conductor))
        matrix[terminal][static_cast<std::size_t>(conductor)] = reversed ? -1.0 : 1.0;
}

int loudest(const std::array<double, 3>& row) {
    const auto* found = std::max_element(
        row.begin(), row.end(), [](double a, double b) { return std::abs(a) < std::abs(b); });
    return *found == 0.0 ? widgets::kOpen : static_cast<int>(found - row.begin());
}

}  // namespace

signals::Event wiring_event(const widgets::WiringPicture& picture) {
    const signals::KindRow& row = signals::row_of(signals::Kind::wiring);
    signals::Event event;
    event.kind = row.kind;
    event.values.resize(row.parameters.size());
    event.values[index_of(row, "voltage_on")] = places(picture.voltage);
    event.values[index_of(row, "ct_on")] = places(picture.rope);
    event.values[index_of(row, "reverse_ct")] = set_of(picture.reversed);
    return event;
}

signals::Wiring matrices_of(const widgets::WiringPicture& picture) {
    signals::Wiring out;
    for (std::size_t x = 0; x < 3; ++x) {
        connect(out.voltage, x, picture.voltage[x], false);
        connect(out.current, x, picture.rope[x], picture.reversed[x]);
    }
    return out;
}

widgets::WiringPicture picture_of(const signals::Wiring& wiring, int system_type) {
    widgets::WiringPicture out;
    out.system_type = system_type;
    for (std::size_t x = 0; x < 3; ++x) {
        out.voltage[x] = loudest(wiring.voltage[x]);
        out.rope[x] = loudest(wiring.current[x]);
        out.reversed[x] =
            carries(out.rope[x]) && wiring.current[x][static_cast<std::size_t>(out.rope[x])] < 0.0;
    }
    return out;
}

}  // namespace desktop
