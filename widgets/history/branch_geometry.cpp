#include "widgets/history/branch_geometry.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace widgets {

namespace {

constexpr double kShortest = 1.0;  // s

}  // namespace

BranchGeometry::BranchGeometry(const QSizeF& size, std::vector<BranchLane> lanes)
    : size_(size), lanes_(std::move(lanes)) {
    if (lanes_.empty()) lanes_.push_back({});
    begin_ = lanes_.front().fork;
    end_ = begin_ + kShortest;
    for (const BranchLane& lane : lanes_) end_ = std::max(end_, lane.tip);
}

double BranchGeometry::y_of(int lane) const {
    return size_.height() * (lane + 0.5) / static_cast<double>(lanes_.size());
}

// The branch that has this moment of its own.
RunMoment BranchGeometry::at_home(RunMoment moment) const {
    for (;;) {
        const BranchLane& lane = lanes_[static_cast<std::size_t>(moment.branch)];
        if (moment.seconds >= lane.fork || lane.parent < 0) return moment;
        moment.branch = lane.parent;
    }
}

QPointF BranchGeometry::point(const RunMoment& moment) const {
    const RunMoment home = at_home(moment);
    const double width = std::max(size_.width() - 2 * kMargin, 1.0);
    return {kMargin + (moment.seconds - begin_) / (end_ - begin_) * width, y_of(home.branch)};
}

RunMoment BranchGeometry::moment(const QPointF& point) const {
    const auto count = static_cast<double>(lanes_.size());
    const double lane = std::floor(point.y() / size_.height() * count);
    const double width = std::max(size_.width() - 2 * kMargin, 1.0);
    return clamped({static_cast<int>(std::clamp(lane, 0.0, count - 1.0)),
                    begin_ + (point.x() - kMargin) / width * (end_ - begin_)});
}

RunMoment BranchGeometry::clamped(RunMoment moment) const {
    moment.branch = std::clamp(moment.branch, 0, static_cast<int>(lanes_.size()) - 1);
    moment.seconds =
        std::clamp(moment.seconds, begin_, lanes_[static_cast<std::size_t>(moment.branch)].tip);
    return moment;
}

}  // namespace widgets
