#include "signals/replay/options.h"

#include <fmt/format.h>

#include <cmath>

#include "signals/capture/phrases.h"
#include "signals/capture/text.h"
#include "signals/replay/channel_name.h"

namespace signals {
namespace {

MappedChannel& terminal(Mapping& mapping, std::size_t i) {
    return i < 3 ? mapping.voltage[i] : mapping.current[i - 3];
}

// Whether `name` ("V", "IA") means terminal i.
bool names_terminal(std::string_view name, std::size_t i) {
    const std::string_view full = kTerminalNames[i];
    return name == full || name == full.substr(0, 1);
}

}  // namespace

Hold parse_hold(std::string_view text) {
    if (text == "pre-fault") return {Hold::Where::pre_fault, 0.0};
    if (text == "end") return {Hold::Where::end, 0.0};
    const std::optional<double> seconds = number(text);
    if (!seconds || *seconds < 0.0) {
        throw MappingError(Sentence::of(kCapture.hold, text));
    }
    return {Hold::Where::at, *seconds};
}

TransformerSide parse_side(std::string_view text) {
    if (text == "primary") return TransformerSide::primary;
    if (text == "secondary") return TransformerSide::secondary;
    throw MappingError(Sentence::of(kCapture.side, text));
}

Resampling parse_resampling(std::string_view text) {
    if (text == "ideal") return Resampling::ideal;
    if (text == "hardware") return Resampling::hardware;
    throw MappingError(Sentence::of(kCapture.resampling, text));
}

std::string to_string(const Hold& hold) {
    switch (hold.where) {
        case Hold::Where::nowhere:
            return "";
        case Hold::Where::pre_fault:
            return "pre-fault";
        case Hold::Where::end:
            return "end";
        case Hold::Where::at:
            break;
    }
    return fmt::format("{}", hold.seconds);
}

const char* to_string(TransformerSide side) {
    constexpr const char* kNames[] = {"", "primary", "secondary"};
    return kNames[static_cast<std::size_t>(side)];
}

const char* to_string(Resampling resampling) {
    return resampling == Resampling::ideal ? "ideal" : "hardware";
}

std::array<double, 6> parse_scale(std::string_view text) {
    std::array<double, 6> out{1.0, 1.0, 1.0, 1.0, 1.0, 1.0};
    for (const TextField& entry : split_fields(text, ',')) {
        const std::size_t equals = std::min(entry.text.find('='), entry.text.size());
        const std::string name = upper(trimmed(entry.text.substr(0, equals)));
        const std::optional<double> factor =
            number(entry.text.substr(std::min(equals + 1, entry.text.size())));
        bool known = false;
        for (std::size_t i = 0; i < out.size(); ++i) {
            if (!factor || *factor == 0.0 || !names_terminal(name, i)) continue;
            out[i] = *factor;
            known = true;
        }
        if (!known) {
            throw MappingError(Sentence::of(kCapture.scale, entry.text));
        }
    }
    return out;
}

void apply_side(Mapping& mapping, const Recording& r, TransformerSide side) {
    if (side == TransformerSide::unknown) return;
    for (std::size_t i = 0; i < 6; ++i) {
        const AnalogChannel& c = r.analog[terminal(mapping, i).index];
        const bool ratio_known = c.primary > 0.0 && c.secondary > 0.0;
        if (c.side == side) continue;
        if (c.side == TransformerSide::unknown || !ratio_known) {
            mapping.explanation.push_back(
                fmt::format("{} stays as recorded: {} does not tell its {}", kTerminalNames[i],
                            describe(c), ratio_known ? "side" : "ratio"));
            continue;
        }
        const double ratio =
            side == TransformerSide::primary ? c.primary / c.secondary : c.secondary / c.primary;
        terminal(mapping, i).scale *= ratio;
        mapping.explanation.push_back(fmt::format("{} is turned to the {} side: times {:g}",
                                                  kTerminalNames[i], to_string(side), ratio));
    }
}

void apply_scale(Mapping& mapping, std::string_view scale) {
    const std::array<double, 6> factors = parse_scale(scale);
    for (std::size_t i = 0; i < factors.size(); ++i) {
        if (factors[i] == 1.0) continue;
        terminal(mapping, i).scale *= factors[i];
        mapping.explanation.push_back(
            fmt::format("{} is multiplied by {:g}, by hand", kTerminalNames[i], factors[i]));
    }
}

}  // namespace signals
