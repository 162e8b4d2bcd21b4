// A fault engine that any thread may add to, remove from and look at while the line runs.
//
//   auto faults = std::make_shared<line::SharedFaults>();
//   runner.set_answer_filter(faults);
//   faults->add(signals::parse_fault("bad-crc:every=10"));   // strikes from the next exchange on
#pragma once

#include <mutex>
#include <vector>

#include "app/line/fault_engine.h"

namespace line {

class SharedFaults final : public AnswerFilter {
 public:
    // As FaultEngine.
    int add(const signals::Fault& fault) {
        const std::lock_guard lock(mutex_);
        return engine_.add(fault);
    }
    bool remove(int id) {
        const std::lock_guard lock(mutex_);
        return engine_.remove(id);
    }
    void clear() {
        const std::lock_guard lock(mutex_);
        engine_.clear();
    }
    // Active rules with their counts, as they are now.
    [[nodiscard]] std::vector<ActiveFault> rules() const {
        const std::lock_guard lock(mutex_);
        return engine_.rules();
    }

    AnswerPlan plan(const Exchange& exchange) override {
        const std::lock_guard lock(mutex_);
        return engine_.plan(exchange);
    }
    std::optional<std::uint8_t> refuse(const Exchange& exchange) override {
        const std::lock_guard lock(mutex_);
        return engine_.refuse(exchange);
    }

 private:
    mutable std::mutex mutex_;
    FaultEngine engine_;
};

}  // namespace line
