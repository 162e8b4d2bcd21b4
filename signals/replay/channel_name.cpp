#include "signals/replay/channel_name.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "signals/capture/phrases.h"
#include "signals/capture/text.h"

namespace signals {
namespace {

struct Unit {
    std::string_view text;
    Quantity quantity;
    double scale;
};
// clang-format off
constexpr Unit kUnits[] = {
    {"V",  Quantity::voltage, 1.0},  {"kV", Quantity::voltage, 1e3},  {"KV", Quantity::voltage, 1e3},
    {"mV", Quantity::voltage, 1e-3}, {"MV", Quantity::voltage, 1e6},  {"v",  Quantity::voltage, 1.0},
    {"A",  Quantity::current, 1.0},  {"kA", Quantity::current, 1e3},  {"KA", Quantity::current, 1e3},
    {"mA", Quantity::current, 1e-3}, {"a",  Quantity::current, 1.0},  {"kv", Quantity::voltage, 1e3},
    {"ka", Quantity::current, 1e3},
};

struct PhaseName {
    std::string_view text;
    int phase;
    PhaseFamily family;
};
constexpr PhaseName kPhaseNames[] = {
    {"A", 0, PhaseFamily::abc},    {"B", 1, PhaseFamily::abc},    {"C", 2, PhaseFamily::abc},
    {"R", 0, PhaseFamily::rst},    {"S", 1, PhaseFamily::rst},    {"T", 2, PhaseFamily::rst},
    {"1", 0, PhaseFamily::digits}, {"2", 1, PhaseFamily::digits}, {"3", 2, PhaseFamily::digits},
};

// Words that tell a derived value from a waveform, and what to say of it.
struct Derived {
    std::string_view word;
    const CaptureText& reason;
};
constexpr Derived kDerived[] = {
    {"MAG", kCapture.magnitude},     {"MAGNITUDE", kCapture.magnitude}, {"ANGLE", kCapture.angle},
    {"ANG", kCapture.angle},        {"DIFF", kCapture.differential},   {"BIAS", kCapture.bias},
    {"RMS", kCapture.rms_value},    {"DC", kCapture.dc_quantity},      {"IDC", kCapture.dc_quantity},
    {"VDC", kCapture.dc_quantity},   {"UDC", kCapture.dc_quantity},     {"FREQ", kCapture.frequency},
    {"HARM", kCapture.harmonic},     {"THD", kCapture.distortion},
};
// clang-format on

const PhaseName* find_phase(std::string_view text) {
    for (const PhaseName& row : kPhaseNames) {
        if (row.text == text) return &row;
    }
    return nullptr;
}

bool is_digits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// A word such as IA, VAN, ULA, IL1, Ia1 or Va2 split into quantity letter, phase and the rest.
struct PhaseWord {
    const PhaseName* phase = nullptr;
    std::string rest;             // group digits behind the phase
    bool between_phases = false;  // VAB
};

std::optional<PhaseWord> phase_word(std::string_view word, Quantity quantity) {
    const bool letter = quantity == Quantity::voltage
                            ? word.starts_with('V') || word.starts_with('U')
                            : word.starts_with('I');
    if (!letter || word.size() < 2) return std::nullopt;
    word.remove_prefix(1);
    if (word.size() > 1 && word[0] == 'L' && find_phase(word.substr(1, 1)) != nullptr) {
        word.remove_prefix(1);
    }
    PhaseWord out;
    out.phase = find_phase(word.substr(0, 1));
    if (out.phase == nullptr) return std::nullopt;
    word.remove_prefix(1);
    if (!word.empty() && (word[0] == 'N' || word[0] == 'G')) word.remove_prefix(1);
    const PhaseName* other = find_phase(word.substr(0, 1));
    if (other != nullptr && other->family == out.phase->family &&
        other->family != PhaseFamily::digits && word.size() == 1) {
        out.between_phases = true;
        return out;
    }
    const bool foreign = !word.empty() && static_cast<unsigned char>(word[0]) >= 0x80;
    if (!is_digits(word) && !foreign) return std::nullopt;
    out.rest = word;
    return out;
}

std::string joined(const std::vector<std::string>& words) {
    return fmt::format("{}", fmt::join(words, " "));
}

// An angle channel beside it ("J1 Ia Angle" beside "J1 Ia") gives a phasor's magnitude away.
bool has_angle_sibling(const AnalogChannel& channel, const Recording& recording) {
    const std::string wanted = upper(channel.name) + " ANGLE";
    return std::any_of(recording.analog.begin(), recording.analog.end(),
                       [&](const AnalogChannel& c) { return upper(c.name) == wanted; });
}

const CaptureText* derived_reason(const std::vector<std::string>& words) {
    for (const Derived& row : kDerived) {
        if (std::find(words.begin(), words.end(), row.word) != words.end()) return &row.reason;
    }
    return nullptr;
}

void set_phase(ChannelMeaning& out, const PhaseName& phase) {
    out.phase = phase.phase;
    out.family = phase.family;
}

// Takes the phase out of the words; false when they name two phases at once.
bool phase_from_words(std::vector<std::string>& words, ChannelMeaning& out) {
    for (auto word = words.begin(); word != words.end(); ++word) {
        const std::optional<PhaseWord> found = phase_word(*word, out.quantity);
        if (!found) continue;
        if (found->between_phases) return false;
        set_phase(out, *found->phase);
        if (found->rest.empty()) {
            words.erase(word);
        } else {
            *word = found->rest;
        }
        return true;
    }
    return true;
}

// "SBUS A V node": a phase letter of its own, once the quantity is known from the unit.
void phase_from_lone_letter(std::vector<std::string>& words, ChannelMeaning& out) {
    const auto lone = std::find_if(words.begin(), words.end(), [](const std::string& word) {
        return word == "A" || word == "B" || word == "C" || word == "L1" || word == "L2" ||
               word == "L3";
    });
    if (lone == words.end()) return;
    const PhaseName* phase = find_phase(std::string_view{*lone}.substr(lone->size() - 1));
    if (out.phase < 0) set_phase(out, *phase);
    if (phase->phase == out.phase) std::erase(words, std::string{*lone});
}

}  // namespace

Sentence sentence_of(const AnalogChannel& c) {
    return Sentence::of(kCapture.channel, c.position, c.name, c.unit);
}

std::string describe(const AnalogChannel& channel) { return sentence_of(channel).in_english(); }

std::vector<std::string> words_of(std::string_view name) {
    std::vector<std::string> words;
    bool inside = false;
    for (const char c : upper(name)) {
        const bool part = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                          static_cast<unsigned char>(c) >= 0x80;
        if (part && !inside) words.emplace_back();
        if (part) words.back().push_back(c);
        inside = part;
    }
    return words;
}

ChannelMeaning meaning_of(const AnalogChannel& channel, const Recording& recording) {
    ChannelMeaning out;
    for (const Unit& unit : kUnits) {
        if (channel.unit != unit.text) continue;
        out.quantity = unit.quantity;
        out.scale = unit.scale;
    }
    if (out.quantity == Quantity::none) {
        out.excluded = channel.unit.empty() ? Sentence::of(kCapture.blank_unit)
                                            : Sentence::of(kCapture.unit, channel.unit);
        return out;
    }
    std::vector<std::string> words = words_of(channel.name);
    if (const CaptureText* reason = derived_reason(words)) {
        out.excluded =
            Sentence::of(kCapture.name_says, Sentence::of(reason->context, reason->english));
        return out;
    }
    if (has_angle_sibling(channel, recording)) {
        out.excluded = Sentence::of(kCapture.angle_beside);
        return out;
    }
    if (!phase_from_words(words, out)) {
        out.excluded = Sentence::of(kCapture.between_phases);
        return out;
    }
    const PhaseName* field = find_phase(upper(channel.phase));
    if (field != nullptr && field->family == PhaseFamily::abc) set_phase(out, *field);
    phase_from_lone_letter(words, out);
    if (out.phase < 0) out.excluded = Sentence::of(kCapture.no_phase);
    out.group = joined(words);
    return out;
}

}  // namespace signals
