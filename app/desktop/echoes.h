// What has been sent to the bench and not been seen on a view yet. A drag sends faster than the
// bench shows: what it shows may be any of the last ones, and is no news then.
#pragma once

#include <algorithm>
#include <deque>

namespace desktop {

template <class T>
class Echoes {
 public:
    void sent(const T& value) { sent_.push_back(value); }
    // Somebody else's: nothing of ours is under way any more.
    void forget(const T& shown) { sent_ = {shown}; }
    [[nodiscard]] bool is_ours(const T& shown) {
        const auto found = std::find(sent_.begin(), sent_.end(), shown);
        if (found == sent_.end()) return false;
        sent_.erase(sent_.begin(), found);
        return true;
    }

 private:
    std::deque<T> sent_;  // the newest that was shown is first
};

}  // namespace desktop
