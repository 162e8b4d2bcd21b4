// --write NAME=VALUE of `poll`: parse, send, read back.
#pragma once

#include <cstdint>
#include <string>

#include "app/poll/link.h"

namespace cli {

struct RegisterWrite {
    const meter::RegisterRow* row;
    std::uint16_t word;
};

// NAME is a register's name or number; VALUE is in the units that `poll` shows, so 2.5 for
// pt_ratio. Throws std::invalid_argument with the text and what is allowed.
RegisterWrite parse_write(const std::string& text);

// Function 06, then a read of the same register. Returns the line to print: what was written and
// what the register reads now. The command register 129 always reads 0. Throws polling::Failure,
// for exception 03 with the range of the register; std::runtime_error when another value reads
// back.
std::string write_and_read_back(polling::Link& link, const RegisterWrite& write);

}  // namespace cli
