// Short names for the columns of the register table's rows.
#pragma once

#include "core/registers/table.h"

namespace meter::rows::columns {

using enum Format;
using enum Scale;
using enum Availability;

inline constexpr Access R = Access::read;
inline constexpr Access RW = Access::read_write;
inline constexpr bool NV = true;
inline constexpr bool volatile_ = false;
inline constexpr std::uint16_t Config::*fixed = nullptr;  // no setting behind this register

}  // namespace meter::rows::columns
