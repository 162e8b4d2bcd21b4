// Where branches of a run and a moment of one are in a strip. Plain data.
//
//   ├──────────────┬───────────●            lane 0, from the run's beginning to its newest moment
//                  └───────────────○        lane 1, forked from lane 0
#pragma once

#include <QPointF>
#include <QRectF>
#include <QString>
#include <vector>

namespace widgets {

struct BranchLane {
    QString name;
    int parent = -1;    // index; -1: none
    double fork = 0.0;  // s
    double tip = 0.0;   // s

    bool operator==(const BranchLane&) const = default;
};

struct RunMoment {
    int branch = 0;
    double seconds = 0.0;

    bool operator==(const RunMoment&) const = default;
};

class BranchGeometry {
 public:
    static constexpr double kMargin = 12.0;  // room for the handle at both ends

    BranchGeometry(const QSizeF& size, std::vector<BranchLane> lanes);

    [[nodiscard]] QPointF point(const RunMoment& moment) const;
    // The moment nearest to a point: its branch by the lane, where that lane has begun already;
    // else the branch that it came from.
    [[nodiscard]] RunMoment moment(const QPointF& point) const;
    // Kept inside what the branch and those before it have.
    [[nodiscard]] RunMoment clamped(RunMoment moment) const;
    [[nodiscard]] const std::vector<BranchLane>& lanes() const { return lanes_; }
    [[nodiscard]] double begin() const { return begin_; }
    [[nodiscard]] double end() const { return end_; }

 private:
    [[nodiscard]] double y_of(int lane) const;
    [[nodiscard]] RunMoment at_home(RunMoment moment) const;

    QSizeF size_;
    std::vector<BranchLane> lanes_;
    double begin_ = 0.0;
    double end_ = 1.0;
};

}  // namespace widgets
