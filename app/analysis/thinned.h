// A list that stays bounded: when it is full, neighbours are put together two by two, and from then
// on each entry takes twice as many values.
#pragma once

#include <cstddef>
#include <utility>
#include <vector>

namespace analysis {

// T needs void join(const T& next): make this the two of them. Limit: at most so many entries.
template <class T, std::size_t Limit>
class Thinned {
    static_assert(Limit % 2 == 0);

 public:
    void add(const T& value) {
        if (pending_ == 0) {
            if (entries_.size() == Limit) halve();
            entries_.push_back(value);
        } else {
            entries_.back().join(value);
        }
        pending_ = (pending_ + 1) % stride_;
    }

    [[nodiscard]] const std::vector<T>& entries() const { return entries_; }
    // Values in an entry (the last may have fewer).
    [[nodiscard]] std::size_t stride() const { return stride_; }

 private:
    void halve() {
        std::vector<T> half;
        half.reserve(Limit);
        for (std::size_t i = 0; i < entries_.size(); i += 2) {
            half.push_back(entries_[i]);
            half.back().join(entries_[i + 1]);
        }
        entries_ = std::move(half);
        stride_ *= 2;
    }

    std::vector<T> entries_;
    std::size_t stride_ = 1;
    std::size_t pending_ = 0;  // values in the newest entry, modulo stride
};

}  // namespace analysis
