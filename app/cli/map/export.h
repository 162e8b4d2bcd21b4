// Ready configurations for other people's Modbus masters, made from the register table.
//
// Each client counts addresses in its own way: most take the wire address (register - 1), FUXA the
// register number itself. Integers that carry a scale letter are given the factor that the meter's
// registers 138..141 ask for now; where a client can read those itself (VOLTTRON) it does.
#pragma once

#include <string>

#include "app/poll/selection.h"
#include "app/poll/target.h"
#include "core/registers/points.h"

namespace cli {

struct Export {
    polling::Target target;
    polling::Rows rows;
    int function = 3;  // to read with, 3 or 4
    int interval_s = 10;
    std::string name = "meter";
    meter::Derived scales;  // 138..141 as the meter reads now
};

// Each returns the whole file. Throws std::invalid_argument when the client cannot do what `target`
// asks for.
std::string to_telegraf(const Export& what);
std::string to_home_assistant(const Export& what);
std::string to_node_red(const Export& what);
std::string to_fuxa(const Export& what);
std::string to_volttron_config(const Export& what);
std::string to_volttron_registry(const Export& what);
std::string to_collectd(const Export& what);

// ---- what the files have in common
// ---------------------------------------------------------------
[[nodiscard]] constexpr int wire_address(const meter::RegisterRow& row) { return row.number - 1; }

// What a raw integer is multiplied with to get the row's units, as text: "0.01", "1", "100".
[[nodiscard]] std::string factor_text(const meter::RegisterRow& row, const meter::Derived& scales);
// The same times ten to `more`.
[[nodiscard]] std::string factor_text(const meter::RegisterRow& row, const meter::Derived& scales,
                                      int more);

// N, E or O.
[[nodiscard]] char parity_letter(const polling::Target& target);
[[nodiscard]] const char* parity_word(const polling::Target& target);  // none, even, odd

// The first sentence of the row's description: what a person calls it.
[[nodiscard]] std::string title(const meter::RegisterRow& row);

}  // namespace cli
