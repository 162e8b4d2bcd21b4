#include "tests/firmware/target/semihosting.h"

#include <array>
#include <bit>
#include <cstring>

namespace firmware::semihosting {

namespace {

enum class Operation : std::uint32_t {
    open = 0x01,
    write0 = 0x04,
    read = 0x06,
    get_cmdline = 0x15,
    exit_extended = 0x20
};

constexpr std::uint32_t kModeReadBinary = 1;
constexpr std::uint32_t kApplicationExit = 0x20026;  // ADP_Stopped_ApplicationExit

std::uint32_t address(const void* p) { return std::bit_cast<std::uint32_t>(p); }

std::int32_t call(Operation operation, std::uint32_t argument) {
    register auto r0 asm("r0") = static_cast<std::uint32_t>(operation);
    register std::uint32_t r1 asm("r1") = argument;
    asm volatile("bkpt 0xab" : "+r"(r0) : "r"(r1) : "memory");
    return static_cast<std::int32_t>(r0);
}

template <std::size_t N>
std::int32_t call(Operation operation, const std::array<std::uint32_t, N>& block) {
    return call(operation, address(block.data()));
}

}  // namespace

void write(const char* text) { call(Operation::write0, address(text)); }

bool command_line(std::span<char> out) {
    const std::array<std::uint32_t, 2> block{address(out.data()),
                                             static_cast<std::uint32_t>(out.size())};
    return call(Operation::get_cmdline, block) == 0;
}

std::int32_t open_to_read(const char* path) {
    const std::array<std::uint32_t, 3> block{address(path), kModeReadBinary,
                                             static_cast<std::uint32_t>(std::strlen(path))};
    return call(Operation::open, block);
}

std::size_t read(std::int32_t file, std::span<std::uint8_t> out) {
    const std::array<std::uint32_t, 3> block{static_cast<std::uint32_t>(file), address(out.data()),
                                             static_cast<std::uint32_t>(out.size())};
    const std::int32_t missing = call(Operation::read, block);
    return missing < 0 ? 0 : out.size() - static_cast<std::size_t>(missing);
}

void exit(std::uint32_t status) {
    const std::array<std::uint32_t, 2> block{kApplicationExit, status};
    call(Operation::exit_extended, block);
    for (;;) {
    }
}

}  // namespace firmware::semihosting
