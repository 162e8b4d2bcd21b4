// Telegraf, plugin inputs.modbus, configuration style "request": plugins/inputs/modbus/README.md.
#include <fmt/format.h>

#include <array>
#include <iterator>

#include "app/cli/map/export.h"

namespace cli {
namespace {

using meter::Format;
using polling::Transport;

constexpr std::array<const char*, 5> kTelegrafTypes{"UINT16", "UINT16", "INT16", "UINT32",
                                                    "FLOAT32"};

std::string telegraf_connection(const polling::Target& t) {
    if (t.transport == Transport::rtu)
        return fmt::format(
            "  controller = \"file://{}\"\n  baud_rate = {}\n  data_bits = 8\n"
            "  parity = \"{}\"\n  stop_bits = {}\n  transmission_mode = \"RTU\"\n",
            t.device, t.baud, parity_letter(t), t.stop_bits);
    const char* mode = t.transport == Transport::tcp ? "TCP" : "RTUoverTCP";
    return fmt::format("  controller = \"tcp://{}:{}\"\n  transmission_mode = \"{}\"\n", t.host,
                       t.port, mode);
}

std::string field(const meter::RegisterRow& row, const meter::Derived& scales) {
    std::string text =
        fmt::format("{{ address={}, name=\"{}\", type=\"{}\"", wire_address(row), row.name,
                    kTelegrafTypes.at(static_cast<std::size_t>(row.format)));
    const std::string factor = factor_text(row, scales);
    if (row.format != Format::Float && factor != "1")
        text += fmt::format(", scale={}{}, output=\"FLOAT64\"", factor,
                            factor.find('.') == std::string::npos ? ".0" : "");
    return text + " }";
}

}  // namespace

std::string to_telegraf(const Export& what) {
    std::string out = fmt::format(
        "[[inputs.modbus]]\n  name = \"{0}\"\n  interval = \"{1}s\"\n  timeout = \"1s\"\n"
        "  busy_retries = 3\n  busy_retries_wait = \"100ms\"\n{2}"
        "  configuration_type = \"request\"\n\n"
        "  [[inputs.modbus.request]]\n    slave_id = {3}\n    byte_order = \"ABCD\"\n"
        "    register = \"{4}\"\n    measurement = \"{0}\"\n    fields = [\n",
        what.name, what.interval_s, telegraf_connection(what.target), what.target.unit,
        what.function == 4 ? "input" : "holding");
    for (const meter::RegisterRow* row : what.rows)
        fmt::format_to(std::back_inserter(out), "      {},\n", field(*row, what.scales));
    return out + "    ]\n";
}

}  // namespace cli
