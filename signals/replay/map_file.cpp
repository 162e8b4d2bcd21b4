#include "signals/replay/map_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <sstream>

#include "signals/capture/text.h"
#include "signals/scenario/scenario_file.h"
#include "signals/scenario/toml_reader.h"

namespace signals {
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 2> kTables{"map", "capture"};
constexpr std::array<std::string_view, 6> kTerminals{"VA", "VB", "VC", "IA", "IB", "IC"};
constexpr std::array<std::string_view, 7> kKeys{"rate", "side", "scale",   "from",
                                                "to",   "hold", "resample"};

class MapFileReader {
 public:
    MapFileReader(const std::string& file, const std::string& text)
        : reader_(file), root_(reader_.parse(text)) {
        reader_.refuse_unknown(root_, "", kTables);
    }

    void merge(ReplayOptions& options) const {
        if (const toml::table* map = reader_.subtable(root_, "map")) {
            reader_.refuse_unknown(*map, "map", kTerminals);
            if (!options.map) options.map = map_text(*map);
        }
        const toml::table* capture = reader_.subtable(root_, "capture");
        if (capture == nullptr) return;
        reader_.refuse_unknown(*capture, "capture", kKeys);
        const auto merge_number = [&](const char* key, std::optional<double>& to) {
            if (const toml::node* node = capture->get(key); node != nullptr && !to) {
                to = number_of(*node, key);
            }
        };
        merge_number("rate", options.capture.rate);
        merge_number("from", options.from);
        merge_number("to", options.to);
        if (const toml::node* node = capture->get("scale"); node != nullptr && !options.scale) {
            options.scale = text_of(*node);
            checked(*node, [&] { parse_scale(*options.scale); });
        }
        if (const toml::node* node = capture->get("side");
            node != nullptr && options.side == TransformerSide::unknown) {
            checked(*node, [&] { options.side = parse_side(text_of(*node)); });
        }
        if (const toml::node* node = capture->get("hold");
            node != nullptr && options.hold.where == Hold::Where::nowhere && !options.loop) {
            checked(*node, [&] { options.hold = parse_hold(text_of(*node)); });
        }
        if (const toml::node* node = capture->get("resample");
            node != nullptr && options.resampling == Resampling::ideal) {
            checked(*node, [&] { options.resampling = parse_resampling(text_of(*node)); });
        }
    }

 private:
    template <class Work>
    void checked(const toml::node& node, Work work) const {
        try {
            work();
        } catch (const MappingError& error) {
            reader_.fail(node.source(), sentence_of(error));
        }
    }

    [[nodiscard]] double number_of(const toml::node& node, const char* key) const {
        const std::optional<double> value = node.value<double>();
        const bool rate = std::string_view{key} == "rate";
        if (!value || !(*value >= 0.0) || (rate && *value == 0.0)) {
            const Sentence allowed =
                rate ? Sentence::of(kScenario.some_hertz) : Sentence::of(kScenario.some_seconds);
            if (node.is_number()) reader_.fail(node.source(), kScenario.map_value, key, allowed);
            reader_.fail(node.source(), kScenario.map_number, key, allowed);
        }
        return *value;
    }

    // A string, or a number as text.
    [[nodiscard]] std::string text_of(const toml::node& node) const {
        if (const auto text = node.value<std::string>()) return *text;
        if (const auto whole = node.value_exact<std::int64_t>()) return fmt::format("{}", *whole);
        if (const auto value = node.value_exact<double>()) return fmt::format("{}", *value);
        reader_.fail(node.source(), kScenario.map_string, type_of(node));
    }

    [[nodiscard]] std::string map_text(const toml::table& map) const {
        std::string out;
        for (const std::string_view terminal : kTerminals) {
            const toml::node* node = map.get(terminal);
            if (node == nullptr) reader_.fail(map.source(), kScenario.not_mapped, terminal);
            out += fmt::format("{}{}={}", out.empty() ? "" : ",", terminal, text_of(*node));
        }
        return out;
    }

    TomlReader reader_;
    toml::table root_;
};

std::string in_quotes(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out.push_back('\\');
        out.push_back(c);
    }
    return out + '"';
}

// A name that read_mapping() finds again, or the position.
std::string channel_text(const Recording& r, const MappedChannel& mapped) {
    const AnalogChannel& channel = r.analog[mapped.index];
    const auto same = std::count_if(r.analog.begin(), r.analog.end(), [&](const AnalogChannel& c) {
        return upper(c.name) == upper(channel.name);
    });
    const bool plain = channel.name.find_first_of(",=") == std::string::npos &&
                       trimmed(channel.name) == channel.name && !channel.name.empty();
    return same == 1 && plain ? in_quotes(channel.name) : fmt::format("{}", channel.position);
}

}  // namespace

std::optional<fs::path> map_file_of(const fs::path& capture) {
    std::error_code ignored;
    fs::path beside = capture;
    beside += ".map.toml";
    if (fs::is_regular_file(beside, ignored)) return beside;
    beside = capture;
    beside.replace_extension(".map.toml");
    if (fs::is_regular_file(beside, ignored)) return beside;
    return std::nullopt;
}

void merge_map_file(const fs::path& file, ReplayOptions& options) {
    std::ifstream in{file};
    if (!in)
        throw ScenarioError(
            Sentence::after(file.string() + ": ", Sentence::of(kScenario.map_not_opened)));
    std::ostringstream text;
    text << in.rdbuf();
    MapFileReader{file.string(), text.str()}.merge(options);
}

std::string map_file_text(const Recording& recording, const Mapping& mapping,
                          const ReplayOptions& options) {
    std::string out = "# Which channels of this capture stand at the meter's terminals\n[map]\n";
    for (std::size_t i = 0; i < kTerminals.size(); ++i) {
        out += fmt::format(
            "{} = {}\n", kTerminals[i],
            channel_text(recording, i < 3 ? mapping.voltage[i] : mapping.current[i - 3]));
    }
    std::string rest;
    const auto add = [&](const char* key, const std::string& value) {
        rest += fmt::format("{} = {}\n", key, value);
    };
    if (options.capture.rate) add("rate", fmt::format("{}", *options.capture.rate));
    if (options.side != TransformerSide::unknown) add("side", in_quotes(to_string(options.side)));
    if (options.scale) add("scale", in_quotes(*options.scale));
    if (options.from) add("from", fmt::format("{}", *options.from));
    if (options.to) add("to", fmt::format("{}", *options.to));
    if (options.hold.where != Hold::Where::nowhere) add("hold", in_quotes(to_string(options.hold)));
    if (options.resampling == Resampling::hardware) add("resample", in_quotes("hardware"));
    return rest.empty() ? out : out + "\n[capture]\n" + rest;
}

}  // namespace signals
