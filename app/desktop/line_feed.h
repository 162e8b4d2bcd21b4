// The line log between the thread that owns the line and the window: hears there, is read here.
#pragma once

#include <cstdint>
#include <mutex>
#include <vector>

#include "app/line/log.h"

namespace desktop {

class LineFeed final : public line::Tap {
 public:
    void heard(const line::Traffic& traffic) override {
        const std::lock_guard lock(mutex_);
        log_.heard(traffic);
    }
    // Those behind record `number` that pass, oldest first, the newest `most` of them.
    [[nodiscard]] std::vector<line::Record> since(std::uint64_t number,
                                                  const line::LogFilter& filter,
                                                  std::size_t most) const {
        const std::lock_guard lock(mutex_);
        return log_.since(number, filter, most);
    }
    void clear() {
        const std::lock_guard lock(mutex_);
        log_.clear();
    }

 private:
    mutable std::mutex mutex_;
    line::LineLog log_;
};

}  // namespace desktop
