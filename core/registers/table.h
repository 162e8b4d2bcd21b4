// THE register table: one row per register of the map (meter.md 3; registers.csv).
//
// Modbus, command line, register view, documentation and tests are derived from it. Rows that
// the 4000-R does not have (logging siblings) are not in it. Text columns are those of
// registers.csv, so the map can be printed from here alone.
//
//   number  name        format  units  scale  get
//   3       kw_total    UInt    kW     W      total<&Power::real_uw>  ─┐ the same function:
//   261     f_kw_total  Float   kW            total<&Power::real_uw>  ─┘ twins cannot disagree
//
// From a row to words on the wire and back: core/registers/codec.h.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "core/registers/config.h"
#include "core/registers/points.h"
#include "core/registers/value.h"

namespace meter {

enum class Access : std::uint8_t { read, read_write };

// How a row's value sits in its registers (meter.md 3.1). Word is a UInt whose 16 bits may all
// be used (146, 7001, 7002); a UInt stays below 0x8000, which means "not valid".
enum class Format : std::uint8_t { UInt, Word, SInt, ULong, Float };

// An integer row counts units of ten to this exponent: one of 138..141, or a fixed one.
enum class Scale : std::uint8_t { none, I, V, W, E, hundredth, thousandth, ten_thousandth };

// Whether the 4000-R is known to have the register (column available_4000R).
enum class Availability : std::uint8_t { yes, unknown };

using Getter = Value (*)(const Points&);

// Columns in the order of registers.csv, padding or not.
// NOLINTNEXTLINE(clang-analyzer-optin.performance.Padding)
struct RegisterRow {
    std::uint16_t number;  // PLC style, base 1; wire address = number - 1
    std::uint16_t count;   // 16-bit registers: 1 or 2
    const char* name;
    Access access;
    bool nv;  // kept through power loss
    Format format;
    const char* units;
    Scale scale;
    const char* range;
    const char* initial;  // column "default"
    Availability available;
    Getter get;                      // never null; in the units of the point, e.g. kW, V, ratio
    std::uint16_t Config::*setting;  // where a write goes; null: nowhere
    const char* description;
    const char* source;  // document of the rule, or "inferred"
};

// Name of the table where its words (description, units) are translated.
inline constexpr const char* kRegisterContext = "Registers";

// Every row, ascending by number, without overlap.
[[nodiscard]] std::span<const RegisterRow> register_table();

// The row that covers register `number` (for 32-bit rows: either half); null in a hole.
[[nodiscard]] const RegisterRow* find_register(std::uint16_t number);
// By name, exactly; null when there is none.
[[nodiscard]] const RegisterRow* find_register(std::string_view name);

// Column texts as in registers.csv.
[[nodiscard]] const char* text(Access access);              // R, R/W
[[nodiscard]] const char* text(Format format);              // UInt, SInt, ULong, Float
[[nodiscard]] const char* text(Scale scale);                // "", I, V, W, E, 0.01, 0.001, 0.0001
[[nodiscard]] const char* text(Availability availability);  // yes, unknown

}  // namespace meter
