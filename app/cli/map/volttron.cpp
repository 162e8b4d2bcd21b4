// VOLTTRON, driver modbus_tk: a device configuration and the registry that it names
// (services/core/PlatformDriverAgent/platform_driver/interfaces/modbus_tk). The driver scales
// integers with the meter's own scale registers.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <iterator>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "app/cli/map/export.h"
#include "app/poll/csv.h"
#include "app/poll/reading.h"

namespace cli {
namespace {

using meter::Format;
using meter::Scale;
using nlohmann::ordered_json;
using polling::Transport;

constexpr std::array<const char*, 5> kVolttronTypes{"uint16", "uint16", "int16", "uint32", "float"};

std::string transform(const meter::RegisterRow& row) {
    if (row.scale == Scale::none) return "";
    if (row.scale >= Scale::I && row.scale <= Scale::E) {
        const int index = static_cast<int>(row.scale) - static_cast<int>(Scale::I);
        const auto number = static_cast<std::uint16_t>(polling::kFirstScale + index);
        return fmt::format("scale_reg_pow_10({})", meter::find_register(number)->name);
    }
    return fmt::format("scale({})", meter::text(row.scale));
}

// A transform may only name registers of the same file.
polling::Rows with_scales(polling::Rows rows) {
    if (!polling::needs_scales(rows)) return rows;
    for (std::uint16_t i = 0; i < polling::ScaleWords{}.size(); ++i) {
        const auto* row =
            meter::find_register(static_cast<std::uint16_t>(polling::kFirstScale + i));
        if (std::find(rows.begin(), rows.end(), row) == rows.end()) rows.push_back(row);
    }
    return rows;
}

}  // namespace

std::string to_volttron_config(const Export& what) {
    const polling::Target& t = what.target;
    if (t.transport == Transport::rtu_over_tcp)
        throw std::invalid_argument(
            "VOLTTRON's modbus_tk driver has no RTU over TCP; use tcp or rtu");
    const bool serial = t.transport == Transport::rtu;
    ordered_json driver{
        {"name", what.name},           {"device_address", serial ? t.device : t.host},
        {"port", serial ? 0 : t.port}, {"slave_id", t.unit},
        {"addressing", "offset"},      {"endian", "big"}};
    if (serial) {
        driver["baudrate"] = t.baud;
        driver["bytesize"] = 8;
        driver["parity"] = parity_word(t);
        driver["stopbits"] = t.stop_bits;
        driver["xonxoff"] = 0;
    }
    const ordered_json config{{"driver_config", driver},
                              {"driver_type", "modbus_tk"},
                              {"registry_config", fmt::format("config://{}.csv", what.name)},
                              {"interval", what.interval_s},
                              {"timezone", "UTC"}};
    return config.dump(4) + "\n";
}

std::string to_volttron_registry(const Export& what) {
    const char* table =
        what.function == 4 ? "analog_input_registers" : "analog_output_holding_registers";
    std::string out =
        "Volttron Point Name,Register Name,Address,Type,Units,Writable,Transform,Table,"
        "Description\n";
    for (const meter::RegisterRow* row : with_scales(what.rows))
        fmt::format_to(std::back_inserter(out), "{0},{0},{1},{2},{3},FALSE,{4},{5},{6}\n",
                       row->name, wire_address(*row),
                       kVolttronTypes.at(static_cast<std::size_t>(row->format)), row->units,
                       transform(*row), table, polling::csv_field(title(*row)));
    return out;
}

}  // namespace cli
