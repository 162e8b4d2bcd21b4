#include <fmt/format.h>

#include <optional>

#include "signals/capture/phrases.h"
#include "signals/capture/text.h"
#include "signals/replay/channel_name.h"
#include "signals/replay/mapping.h"

namespace signals {
namespace {

std::size_t terminal_index(std::string_view name) {
    for (std::size_t i = 0; i < kTerminalNames.size(); ++i) {
        if (upper(name) == kTerminalNames[i]) return i;
    }
    throw MappingError(Sentence::of(kCapture.no_terminal, name));
}

std::size_t channel_index(std::string_view wanted, const Recording& r) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < r.analog.size(); ++i) {
        if (upper(r.analog[i].name) != upper(wanted)) continue;
        if (found) {
            throw MappingError(Sentence::of(kCapture.same_names, *found + 1, i + 1, wanted));
        }
        found = i;
    }
    if (found) return *found;
    const long long position = integer(wanted).value_or(0);
    if (position >= 1 && position <= std::ssize(r.analog)) {
        return static_cast<std::size_t>(position - 1);
    }
    throw MappingError(Sentence::of(kCapture.no_such_channel, wanted, r.analog.size()));
}

Sentence refusal(const CaptureText& why, const AnalogChannel& channel, std::size_t terminal) {
    return Sentence::of(why.context, why.english, sentence_of(channel), kTerminalNames[terminal]);
}

void assign(Mapping& mapping, std::size_t terminal, std::size_t index, const Recording& r) {
    const AnalogChannel& channel = r.analog[index];
    const ChannelMeaning meaning = meaning_of(channel, r);
    const Quantity wanted = terminal < 3 ? Quantity::voltage : Quantity::current;
    const bool bare = meaning.quantity == Quantity::none;
    if (bare && !channel.unit.empty() && channel.unit != "none") {
        throw MappingError(refusal(
            wanted == Quantity::voltage ? kCapture.unit_no_voltage : kCapture.unit_no_current,
            channel, terminal));
    }
    if (!bare && meaning.quantity != wanted) {
        throw MappingError(refusal(
            meaning.quantity == Quantity::voltage ? kCapture.is_voltage : kCapture.is_current,
            channel, terminal));
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
            throw MappingError(Sentence::of(kCapture.map_entry, entry.text));
        }
        const std::size_t terminal = terminal_index(trimmed(entry.text.substr(0, equals)));
        if (!out[terminal].empty()) {
            throw MappingError(Sentence::of(kCapture.mapped_twice, kTerminalNames[terminal]));
        }
        out[terminal] = channel;
    }
    for (std::size_t i = 0; i < out.size(); ++i) {
        if (out[i].empty()) {
            throw MappingError(Sentence::of(kCapture.not_mapped, kTerminalNames[i]));
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
