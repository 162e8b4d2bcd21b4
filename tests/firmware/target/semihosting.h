// Files and text of the machine that holds the debugger, here QEMU (Arm semihosting, version 2.0).
#pragma once

#include <cstdint>
#include <span>

namespace firmware::semihosting {

// Zero-terminated, without a line end of its own.
void write(const char* text);

// What follows `arg=` in QEMU's -semihosting-config, blanks between; false when it does not fit.
bool command_line(std::span<char> out);

// A file to read; negative when it cannot be opened.
std::int32_t open_to_read(const char* path);
// Bytes read; fewer than asked for at the end of the file.
std::size_t read(std::int32_t file, std::span<std::uint8_t> out);

// Ends the program; the emulator exits with this status.
[[noreturn]] void exit(std::uint32_t status);

}  // namespace firmware::semihosting
