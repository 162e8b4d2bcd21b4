// Where the wiring diagram draws things: service conductors above, meter below, leads between.
//
//   source  A ──┬────( )──────────  load        ( ) rope on its conductor
//           B ──│─┬──────( )──────
//           C ──│─│─┬────────( )──
//           N ──│─│─│─┬───────────
//              ┌┴─┴─┴─┴────────────┐
//              │ A B C N   ropes   │  meter
#pragma once

#include <QPointF>
#include <QRectF>
#include <array>
#include <optional>

#include "widgets/wiring/wiring_picture.h"

namespace widgets {

class WiringGeometry {
 public:
    // `names`: room for the conductors' names, left and right of them.
    WiringGeometry(const QSizeF& size, double names);

    [[nodiscard]] double conductor_y(int conductor) const;
    [[nodiscard]] double left() const { return left_; }
    [[nodiscard]] double right() const { return right_; }
    [[nodiscard]] const QRectF& meter() const { return meter_; }
    // Of voltage terminal 0..3 (3: N) and of a rope's pair of leads, at the meter's upper edge.
    [[nodiscard]] QPointF terminal(int index) const;
    [[nodiscard]] QPointF rope_input(int rope) const;
    // Where a lead's other end is: on its conductor, or hanging free when it is open.
    [[nodiscard]] QPointF end_of(const WiringPicture& picture, Lead lead) const;
    [[nodiscard]] QPointF neutral_end() const;

    // The lead whose end is within `reach` pixels of a point; ropes first.
    [[nodiscard]] std::optional<Lead> lead_at(const WiringPicture& picture, const QPointF& point,
                                              double reach) const;
    // The conductor nearest to a point, kOpen when none is within half their distance.
    [[nodiscard]] int conductor_at(const QPointF& point) const;

 private:
    [[nodiscard]] double x_of(Lead lead) const;

    double left_, right_, first_, pitch_;
    QRectF meter_;
};

}  // namespace widgets
