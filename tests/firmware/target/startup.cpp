// From reset to main(), and what happens on a fault. No library start-up code is used.
#include <array>
#include <cstddef>
#include <cstdint>

#include "tests/firmware/target/semihosting.h"
#include "tests/firmware/text.h"

namespace firmware {
int run();  // main.cpp; the standard keeps main() for itself
}

extern "C" {

// From mps2_an386.ld.
extern std::uint32_t stack_top;
extern const std::uint32_t data_image;
extern std::uint32_t data_start;
extern std::uint32_t data_end;
extern std::uint32_t bss_start;
extern std::uint32_t bss_end;
extern void (*const init_array_start)();
extern void (*const init_array_end)();

// What a C++ compiler expects of its platform.
void* __dso_handle = nullptr;
int __aeabi_atexit(void*, void (*)(void*), void*) { return 0; }  // nothing ever ends here
[[noreturn]] void __cxa_pure_virtual() {
    firmware::semihosting::write("fault: a pure virtual function was called\n");
    firmware::semihosting::exit(3);
}

[[noreturn]] void reset() {
    const std::uint32_t* from = &data_image;
    for (std::uint32_t* to = &data_start; to != &data_end;) *to++ = *from++;
    for (std::uint32_t* to = &bss_start; to != &bss_end;) *to++ = 0;
    for (auto* construct = &init_array_start; construct != &init_array_end; ++construct)
        (*construct)();
    firmware::semihosting::exit(static_cast<std::uint32_t>(firmware::run()));
}

// `frame` is what the processor pushed: r0-r3, r12, lr, pc, psr. It may not be readable after a
// stack overflow; then this faults again and the emulator stops.
[[noreturn]] void report_fault(const std::uint32_t* frame, std::uint32_t exception) {
    static firmware::Text text;
    text.add("fault: exception ").add_decimal(exception);
    text.add(" at pc ").add_hex(frame[6]).add("\n");
    firmware::semihosting::write(text.c_str());
    firmware::semihosting::exit(3);
}

[[gnu::naked]] void fault() {
    asm volatile(
        "mov  r0, sp     \n"
        "mrs  r1, ipsr   \n"
        "b    report_fault");
}

}  // extern "C"

namespace {

union Vector {
    const std::uint32_t* stack;
    void (*handler)();
};

// Initial stack, reset and the fourteen exceptions of the processor; no interrupts are used.
[[gnu::section(".vectors"), gnu::used]] constexpr std::array<Vector, 16> kVectors = [] {
    std::array<Vector, 16> vectors{};
    vectors[0].stack = &stack_top;
    vectors[1].handler = reset;
    for (std::size_t i = 2; i < vectors.size(); ++i) vectors[i].handler = fault;
    return vectors;
}();

}  // namespace
