// Node-RED with node-red-contrib-modbus 5.23: a flow to import. One modbus-read node for each block
// of registers, one function node that names and scales the values, one debug node. The latest
// values are in the flow's context too, as flow.<name>.<register>.
#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>

#include "app/cli/map/export.h"
#include "app/poll/blocks.h"

namespace cli {
namespace {

using nlohmann::ordered_json;
using polling::Transport;

// Ids only have to differ; these say where they come from.
std::string id(int number) { return fmt::format("6d74776e{:08x}", number); }
constexpr int kTab = 0;
constexpr int kClient = 1;
constexpr int kDebug = 2;
constexpr int kFirstRead = 0x100;
constexpr int kFirstDecode = 0x200;

constexpr std::array<const char*, 5> kReads{"readUInt16BE", "readUInt16BE", "readInt16BE",
                                            "readUInt32BE", "readFloatBE"};

ordered_json client(const Export& what) {
    const polling::Target& t = what.target;
    const bool serial = t.transport == Transport::rtu;
    return {{"id", id(kClient)},
            {"type", "modbus-client"},
            {"name", what.name},
            {"clienttype", serial ? "simpleser" : "tcp"},
            {"bufferCommands", true},
            {"stateLogEnabled", false},
            {"queueLogEnabled", false},
            {"failureLogEnabled", true},
            {"tcpHost", serial ? "127.0.0.1" : t.host},
            {"tcpPort", std::to_string(t.port)},
            {"tcpType", t.transport == Transport::rtu_over_tcp ? "TCP-RTU-BUFFERED" : "DEFAULT"},
            {"serialPort", serial ? t.device : "/dev/ttyUSB0"},
            {"serialType", "RTU-BUFFERD"},  // as the client spells it
            {"serialBaudrate", std::to_string(t.baud)},
            {"serialDatabits", "8"},
            {"serialStopbits", std::to_string(t.stop_bits)},
            {"serialParity", parity_word(t)},
            {"serialConnectionDelay", "100"},
            {"serialAsciiResponseStartDelimiter", "0x3A"},
            {"unit_id", t.unit},
            {"commandDelay", "1"},
            {"clientTimeout", "1000"},
            {"reconnectOnTimeout", true},
            {"reconnectTimeout", "2000"},
            {"parallelUnitIdsAllowed", true}};
}

ordered_json read_node(const Export& what, const polling::Block& block, int index) {
    return {{"id", id(kFirstRead + index)},
            {"type", "modbus-read"},
            {"z", id(kTab)},
            {"name", fmt::format("{} to {}", block.first, block.first + block.count - 1)},
            {"topic", what.name},
            {"showStatusActivities", true},
            {"logIOActivities", false},
            {"showErrors", true},
            {"unitid", std::to_string(what.target.unit)},
            {"dataType", what.function == 4 ? "InputRegister" : "HoldingRegister"},
            {"adr", std::to_string(block.first - 1)},
            {"quantity", std::to_string(block.count)},
            {"rate", std::to_string(what.interval_s)},
            {"rateUnit", "s"},
            {"delayOnStart", false},
            {"startDelayTime", ""},
            {"server", id(kClient)},
            {"useIOFile", false},
            {"ioFile", ""},
            {"useIOForPayload", false},
            {"emptyMsgOnFail", false},
            {"x", 160},
            {"y", 80 + 60 * index},
            {"wires", {{id(kFirstDecode + index)}, ordered_json::array()}}};
}

// Rows as [name, byte offset, reader, factor, raw value of "not valid"].
std::string decoder(const Export& what, const polling::Block& block) {
    ordered_json points = ordered_json::array();
    for (const meter::RegisterRow* row : what.rows) {
        if (!polling::covers(block, *row)) continue;
        const bool uint = row->format == meter::Format::UInt;
        const bool ulong = row->format == meter::Format::ULong;
        const ordered_json invalid = uint    ? ordered_json(0x8000)
                                     : ulong ? ordered_json(0x8000'0000U)
                                             : ordered_json(nullptr);
        points.push_back({row->name, 2 * (row->number - block.first),
                          kReads.at(static_cast<std::size_t>(row->format)),
                          ordered_json::parse(factor_text(*row, what.scales)), invalid});
    }
    return fmt::format(R"js(// name, byte offset, reader, factor, raw value of "not valid"
const points = {};
const bytes = Buffer.alloc(2 * msg.payload.length);
msg.payload.forEach((word, i) => bytes.writeUInt16BE(word, 2 * i));
const values = {{}};
for (const [name, at, reader, factor, invalid] of points) {{
    const raw = bytes[reader](at);
    values[name] = Number.isNaN(raw) || raw === invalid ? null : raw * factor;
}}
flow.set("{}", Object.assign(flow.get("{}") || {{}}, values));
msg.payload = values;
return msg;
)js",
                       points.dump(), what.name, what.name);
}

ordered_json decode_node(const Export& what, const polling::Block& block, int index) {
    return {{"id", id(kFirstDecode + index)},
            {"type", "function"},
            {"z", id(kTab)},
            {"name", "values in units"},
            {"func", decoder(what, block)},
            {"outputs", 1},
            {"timeout", 0},
            {"noerr", 0},
            {"initialize", ""},
            {"finalize", ""},
            {"libs", ordered_json::array()},
            {"x", 380},
            {"y", 80 + 60 * index},
            {"wires", {{id(kDebug)}}}};
}

ordered_json debug_node() {
    return {{"id", id(kDebug)},
            {"type", "debug"},
            {"z", id(kTab)},
            {"name", "values"},
            {"active", true},
            {"tosidebar", true},
            {"console", false},
            {"tostatus", false},
            {"complete", "payload"},
            {"x", 580},
            {"y", 80},
            {"targetType", "msg"},
            {"statusVal", ""},
            {"statusType", "auto"},
            {"wires", ordered_json::array()}};
}

}  // namespace

std::string to_node_red(const Export& what) {
    ordered_json flow = ordered_json::array();
    flow.push_back({{"id", id(kTab)},
                    {"type", "tab"},
                    {"label", what.name},
                    {"disabled", false},
                    {"info", ""}});
    flow.push_back(client(what));
    int index = 0;
    for (const polling::Block& block : polling::blocks_of(what.rows)) {
        flow.push_back(read_node(what, block, index));
        flow.push_back(decode_node(what, block, index));
        ++index;
    }
    flow.push_back(debug_node());
    return flow.dump(2) + "\n";
}

}  // namespace cli
