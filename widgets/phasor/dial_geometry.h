// Phasors on a dial: from rms values and angles to points, and back from a dragged tip. Plain data.
//
// Angle 0 points to the right, angles grow counter-clockwise, as phasors are drawn. Voltages and
// currents have scales of their own; voltages fill the outer ring, currents at most 80 % of it.
#pragma once

#include <QPointF>
#include <QSizeF>
#include <array>
#include <optional>

namespace widgets {

struct DialPhasor {
    double rms = 0.0;      // V or A
    double degrees = 0.0;  // of the phasor itself
    bool shown = true;
};

enum class Quantity { voltage, current };

// Three voltages and three currents.
struct Dial {
    std::array<DialPhasor, 3> voltage;
    std::array<DialPhasor, 3> current;

    [[nodiscard]] const DialPhasor& at(Quantity quantity, int phase) const;
};

struct Handle {
    Quantity quantity = Quantity::voltage;
    int phase = 0;

    bool operator==(const Handle&) const = default;
};

class DialGeometry {
 public:
    // Scales hold the largest phasor: `voltage_full` and `current_full` are on the outer ring and
    // at 80 % of it.
    DialGeometry(const QSizeF& size, double voltage_full, double current_full);

    [[nodiscard]] QPointF centre() const { return centre_; }
    [[nodiscard]] double radius() const { return radius_; }  // of the outer ring, pixels
    [[nodiscard]] double full(Quantity quantity) const;      // rms at that quantity's ring
    [[nodiscard]] double ring(Quantity quantity) const;      // pixels
    [[nodiscard]] QPointF tip(Quantity quantity, const DialPhasor& phasor) const;
    // What a phasor would be with its tip at `point`.
    [[nodiscard]] DialPhasor phasor_at(Quantity quantity, const QPointF& point) const;

 private:
    QPointF centre_;
    double radius_;
    double voltage_full_, current_full_;
};

// The phasor whose tip is nearest to `point`, within `reach` pixels.
std::optional<Handle> handle_at(const Dial& dial, const DialGeometry& geometry,
                                const QPointF& point, double reach);

// A round number of 1, 1.5, 2, 3, 4, 5, 6, 8 times a power of ten that holds the largest phasor;
// `present` is kept while the largest fills 40 % of it, so that the dial does not jump.
double full_scale(const std::array<DialPhasor, 3>& phasors, double present);

}  // namespace widgets
