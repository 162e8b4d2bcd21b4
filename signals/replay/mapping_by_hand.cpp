#include <fmt/format.h>

#include <optional>

#include "signals/capture/text.h"
#include "signals/replay/channel_name.h"
#include "signals/replay/mapping.h"

namespace signals {
namespace {

std::size_t terminal_index(std::string_view name) {
    for (std::size_t i = 0; i < kTerminalNames.size(); ++i) {
        if (upper(name) == kTerminalNames[i]) return i;
    }
    throw MappingError(fmt::format("terminal '{}' is none of VA VB VC IA IB IC", name));
}

std::size_t channel_index(std::string_view wanted, const Recording& r) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < r.analog.size(); ++i) {
        if (upper(r.analog[i].name) != upper(wanted)) continue;
        if (found) {
            throw MappingError(
                fmt::format("channels {} and {} are both named '{}'; give the position instead",
                            *found + 1, i + 1, wanted));
        }
        found = i;
    }
    if (found) return *found;
    const long long position = integer(wanted).value_or(0);
    if (position >= 1 && position <= std::ssize(r.analog)) {
        return static_cast<std::size_t>(position - 1);
    }
    throw MappingError(fmt::format("no channel '{}': neither a name nor a position from 1 to {}",
                                   wanted, r.analog.size()));
}

void assign(Mapping& mapping, std::size_t terminal, std::size_t index, const Recording& r) {
    const AnalogChannel& channel = r.analog[index];
    const ChannelMeaning meaning = meaning_of(channel, r);
    const Quantity wanted = terminal < 3 ? Quantity::voltage : Quantity::current;
    const bool bare = meaning.quantity == Quantity::none;
    if (bare && !channel.unit.empty() && channel.unit != "none") {
        throw MappingError(fmt::format("{} cannot be {}: its unit is no {}", describe(channel),
                                       kTerminalNames[terminal], noun(wanted)));
    }
    if (!bare && meaning.quantity != wanted) {
        throw MappingError(fmt::format("{} cannot be {}: it is a {}", describe(channel),
                                       kTerminalNames[terminal], noun(meaning.quantity)));
    }
    MappedChannel& place = terminal < 3 ? mapping.voltage[terminal] : mapping.current[terminal - 3];
    place = {index, bare ? 1.0 : meaning.scale};
    mapping.explanation.push_back(
        fmt::format("{} is {}: by hand{}", kTerminalNames[terminal], describe(channel),
                    bare ? fmt::format(", without a unit: taken as {}", terminal < 3 ? "V" : "A")
                         : std::string{}));
}

}  // namespace

MapText parse_map(std::string_view text) {
    MapText out;
    for (const TextField& entry : split_fields(text, ',')) {
        const std::size_t equals = entry.text.find('=');
        const std::string_view channel =
            equals == std::string_view::npos ? "" : trimmed(entry.text.substr(equals + 1));
        if (channel.empty()) {
            throw MappingError(
                fmt::format("map entry '{}' is not TERMINAL=channel, such as VA=4", entry.text));
        }
        const std::size_t terminal = terminal_index(trimmed(entry.text.substr(0, equals)));
        if (!out[terminal].empty()) {
            throw MappingError(fmt::format("{} is mapped twice", kTerminalNames[terminal]));
        }
        out[terminal] = channel;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i].empty()) {
            throw MappingError(fmt::format("{} is not mapped; VA VB VC IA IB IC are all needed",
                                           kTerminalNames[i]));
        }
    }
    return out;
}

Mapping read_mapping(std::string_view text, const Recording& recording) {
    const MapText map = parse_map(text);
    Mapping mapping;
    for (std::size_t i = 0; i < map.size(); ++i) {
        assign(mapping, i, channel_index(map[i], recording), recording);
    }
    return mapping;
}

}  // namespace signals
