#include "tests/firmware/target/stack_gauge.h"

#include <bit>

extern "C" {
extern volatile std::uint32_t stack_limit;  // from mps2_an386.ld
}

namespace firmware {

namespace {

constexpr std::uint32_t kPaint = 0x5AFE57AC;

}  // namespace

// Volatile, so that the loop stays a loop: a call of memset would paint its own frame.
void StackGauge::paint() {
    volatile std::uint32_t* top;
    asm volatile("mov %0, sp" : "=r"(top));
    for (volatile std::uint32_t* word = &stack_limit; word != top; ++word) *word = kPaint;
    base_ = top;
}

std::uint32_t StackGauge::depth() const {
    const volatile std::uint32_t* word = &stack_limit;
    while (word != base_ && *word == kPaint) ++word;
    return static_cast<std::uint32_t>(base_ - word) * 4;
}

}  // namespace firmware
