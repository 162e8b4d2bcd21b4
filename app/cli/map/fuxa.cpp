// FUXA 1.3: a project with one device, its tags and no views; runtime/devices/modbus/index.js.
// Tags count from 1, as the register numbers do. FUXA reads neighbours within a hundred of
// addresses as one block, which no block of this meter's map gives a hole to fall into.
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "app/cli/map/export.h"
#include "core/registers/codec.h"

namespace cli {
namespace {

using nlohmann::ordered_json;
using polling::Transport;

constexpr std::array<const char*, 5> kFuxaTypes{"UInt16", "UInt16", "Int16", "UInt32", "Float32"};
constexpr const char* kHolding = "400000";
constexpr const char* kInput = "300000";

ordered_json property(const polling::Target& t) {
    if (t.transport == Transport::rtu)
        return {{"address", t.device},
                {"baudrate", std::to_string(t.baud)},
                {"databits", "8"},
                {"stopbits", std::to_string(t.stop_bits)},
                {"parity", parity_word(t)},
                {"slaveid", std::to_string(t.unit)},
                {"connectionOption", "RTUBufferedPort"}};
    return {{"address", fmt::format("{}:{}", t.host, t.port)},
            {"slaveid", std::to_string(t.unit)},
            {"connectionOption", t.transport == Transport::tcp ? "TcpPort" : "TcpRTUBufferedPort"}};
}

// FUXA divides by `divisor`.
ordered_json tag(const meter::RegisterRow& row, const Export& what) {
    const std::string id = fmt::format("t_{}", row.name);
    ordered_json tag{{"id", id},
                     {"name", row.name},
                     {"label", row.name},
                     {"type", kFuxaTypes.at(static_cast<std::size_t>(row.format))},
                     {"memaddress", what.function == 4 ? kInput : kHolding},
                     {"address", std::to_string(row.number)},
                     {"description", fmt::format("{} [{}]", title(row), row.units)},
                     {"daq", {{"enabled", true}, {"changed", true}, {"interval", 60}}}};
    const int exponent = meter::scale_exponent(row.scale, what.scales);
    if (row.format != meter::Format::Float && exponent < 0)
        tag["divisor"] =
            ordered_json::parse("1" + std::string(static_cast<std::size_t>(-exponent), '0'));
    if (row.format != meter::Format::Float && exponent > 0)
        tag["divisor"] = 1.0 / ordered_json::parse(factor_text(row, what.scales)).get<double>();
    return tag;
}

}  // namespace

std::string to_fuxa(const Export& what) {
    ordered_json tags = ordered_json::object();
    for (const meter::RegisterRow* row : what.rows) {
        const ordered_json one = tag(*row, what);
        tags[one["id"].get<std::string>()] = one;
    }
    const std::string id = "d_" + what.name;
    const ordered_json device{
        {"id", id},
        {"name", what.name},
        {"enabled", true},
        {"type", what.target.transport == Transport::rtu ? "ModbusRTU" : "ModbusTCP"},
        {"polling", 1'000 * what.interval_s},
        {"property", property(what.target)},
        {"tags", tags}};
    const ordered_json project{{"version", "1.01"},
                               {"name", what.name},
                               {"server",
                                {{"id", "0"},
                                 {"name", "FUXA"},
                                 {"type", "FuxaServer"},
                                 {"property", ordered_json::object()}}},
                               {"hmi", {{"views", ordered_json::array()}}},
                               {"devices", {{id, device}}}};
    return project.dump(2) + "\n";
}

}  // namespace cli
