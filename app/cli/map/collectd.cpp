// collectd, plugin modbus: collectd.conf(5). To be included from collectd.conf.
#include <fmt/format.h>

#include <array>
#include <iterator>
#include <stdexcept>

#include "app/cli/map/export.h"
#include "app/cli/map/quantity.h"

namespace cli {
namespace {

using polling::Transport;

constexpr std::array<const char*, 5> kCollectdTypes{"Uint16", "Uint16", "Int16", "Uint32", "Float"};

std::string collectd_connection(const polling::Target& t) {
    if (t.transport == Transport::rtu_over_tcp)
        throw std::invalid_argument("collectd's modbus plugin has no RTU over TCP; use tcp or rtu");
    if (t.transport == Transport::tcp)
        return fmt::format("    Address \"{}\"\n    Port \"{}\"\n", t.host, t.port);
    if (t.parity != meter::Parity::none || t.stop_bits != 1)
        throw std::invalid_argument("collectd's modbus plugin knows 8N1 lines only");
    return fmt::format("    Device \"{}\"\n    Baudrate {}\n", t.device, t.baud);
}

std::string data(const meter::RegisterRow& row, const Export& what) {
    std::string out = fmt::format(
        "  <Data \"{0}\">\n    RegisterBase {1}\n    RegisterType {2}\n    RegisterCmd {3}\n"
        "    Type \"{4}\"\n    Instance \"{0}\"\n",
        row.name, wire_address(row), kCollectdTypes.at(static_cast<std::size_t>(row.format)),
        what.function == 4 ? "ReadInput" : "ReadHolding", quantity_of(row).collectd_type);
    const std::string factor = factor_text(row, what.scales);
    if (factor != "1") fmt::format_to(std::back_inserter(out), "    Scale {}\n", factor);
    return out + "  </Data>\n";
}

}  // namespace

std::string to_collectd(const Export& what) {
    std::string out = "LoadPlugin modbus\n\n<Plugin modbus>\n";
    for (const meter::RegisterRow* row : what.rows) out += data(*row, what);
    fmt::format_to(std::back_inserter(out),
                   "  <Host \"{0}\">\n{1}    Interval {2}\n    <Slave {3}>\n      Instance "
                   "\"{0}\"\n",
                   what.name, collectd_connection(what.target), what.interval_s, what.target.unit);
    for (const meter::RegisterRow* row : what.rows)
        fmt::format_to(std::back_inserter(out), "      Collect \"{}\"\n", row->name);
    return out + "    </Slave>\n  </Host>\n</Plugin>\n";
}

}  // namespace cli
