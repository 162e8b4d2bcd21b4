// How deep the stack gets: what lies below the stack pointer is painted, and looked at afterwards.
#pragma once

#include <cstdint>

namespace firmware {

class StackGauge {
 public:
    // Paints everything below the present stack pointer.
    void paint();
    // Bytes that have been in use below where paint() was called, at most; what was written with
    // the paint's own value does not show.
    [[nodiscard]] std::uint32_t depth() const;

 private:
    const volatile std::uint32_t* base_ = nullptr;
};

}  // namespace firmware
