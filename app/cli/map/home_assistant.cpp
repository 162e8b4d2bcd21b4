// Home Assistant, integration modbus: homeassistant/components/modbus/schemas.py. A part of
// configuration.yaml. Strings are quoted as in JSON, which is YAML too.
#include <fmt/format.h>

#include <array>
#include <iterator>

#include "app/cli/map/export.h"
#include "app/cli/map/quantity.h"

namespace cli {
namespace {

using meter::Format;
using polling::Transport;

struct DataType {
    const char* name;
    const char* nan;  // QNAN as the integration compares it, before scaling; floats know theirs
};
constexpr std::array<DataType, 5> kHomeAssistantTypes{{{"uint16", "0x8000"},
                                                       {"uint16", ""},
                                                       {"int16", ""},
                                                       {"uint32", "0x80000000"},
                                                       {"float32", ""}}};

std::string modbus_hub(const polling::Target& t) {
    if (t.transport == Transport::rtu)
        return fmt::format(
            "    type: serial\n    method: rtu\n    port: \"{}\"\n    baudrate: {}\n"
            "    bytesize: 8\n    parity: \"{}\"\n    stopbits: {}\n",
            t.device, t.baud, parity_letter(t), t.stop_bits);
    return fmt::format("    type: {}\n    host: \"{}\"\n    port: {}\n",
                       t.transport == Transport::tcp ? "tcp" : "rtuovertcp", t.host, t.port);
}

void add_if(std::string& out, const char* key, const std::string& value) {
    if (!value.empty()) fmt::format_to(std::back_inserter(out), "        {}: \"{}\"\n", key, value);
}

std::string sensor(const meter::RegisterRow& row, const Export& what) {
    const Quantity& quantity = quantity_of(row);
    const DataType& type = kHomeAssistantTypes.at(static_cast<std::size_t>(row.format));
    std::string out = fmt::format(
        "      - name: \"{0} {1}\"\n        unique_id: \"{0}_{2}\"\n        slave: {3}\n"
        "        address: {4}\n        input_type: {5}\n        data_type: {6}\n"
        "        scan_interval: {7}\n",
        what.name, title(row), row.name, what.target.unit, wire_address(row),
        what.function == 4 ? "input" : "holding", type.name, what.interval_s);
    const std::string factor = factor_text(row, what.scales, quantity.more);
    if (factor != "1") fmt::format_to(std::back_inserter(out), "        scale: {}\n", factor);
    const bool real = row.format == Format::Float || factor.find('.') != std::string::npos;
    if (real) fmt::format_to(std::back_inserter(out), "        precision: 4\n");
    if (type.nan[0] != '\0')
        fmt::format_to(std::back_inserter(out), "        nan_value: {}\n", type.nan);
    add_if(out, "device_class", quantity.device_class);
    add_if(out, "unit_of_measurement", quantity.unit);
    add_if(out, "state_class", quantity.state_class);
    return out;
}

}  // namespace

std::string to_home_assistant(const Export& what) {
    std::string out = fmt::format("modbus:\n  - name: \"{}\"\n{}    timeout: 3\n    sensors:\n",
                                  what.name, modbus_hub(what.target));
    for (const meter::RegisterRow* row : what.rows) out += sensor(*row, what);
    return out;
}

}  // namespace cli
