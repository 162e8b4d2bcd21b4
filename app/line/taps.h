// Those who listen to a line: a list that is cheap while it is empty.
#pragma once

#include <memory>
#include <utility>
#include <vector>

#include "app/line/traffic.h"

namespace line {

class Taps {
 public:
    void add(std::shared_ptr<Tap> tap) { taps_.push_back(std::move(tap)); }
    [[nodiscard]] bool empty() const { return taps_.empty(); }
    void heard(const Traffic& traffic) const {
        for (const auto& tap : taps_) tap->heard(traffic);
    }

 private:
    std::vector<std::shared_ptr<Tap>> taps_;
};

}  // namespace line
