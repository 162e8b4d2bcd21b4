#include "signals/replay/mapping.h"

#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "signals/capture/text.h"
#include "signals/replay/channel_name.h"

namespace signals {
namespace {

struct Candidate {
    std::size_t index = 0;
    ChannelMeaning meaning;
};

struct Group {
    std::array<std::size_t, 3> index{};  // into Recording::analog, phases A B C
    std::string name;
    double scale = 1.0;
    bool same_name = false;     // found by name, not by neighbourhood
    bool phase_fields = false;  // the phase fields agree
};

using Candidates = std::vector<Candidate>;

const char* noun(Quantity quantity) {
    return quantity == Quantity::voltage ? "voltage" : "current";
}

bool fields_give_phases(const Recording& r, const Group& group) {
    for (std::size_t x = 0; x < 3; ++x) {
        const std::string field = upper(r.analog[group.index[x]].phase);
        if (field.size() != 1 || field[0] != static_cast<char>('A' + static_cast<char>(x))) {
            return false;
        }
    }
    return true;
}

// Three channels, phases A B C, that agree in group name, family and unit.
std::vector<Group> named_groups(const Candidates& all, std::vector<bool>& used) {
    std::vector<Group> groups;
    for (std::size_t first = 0; first < all.size(); ++first) {
        if (used[first]) continue;
        std::array<std::optional<std::size_t>, 3> member;
        for (std::size_t i = first; i < all.size(); ++i) {
            const ChannelMeaning& m = all[i].meaning;
            const ChannelMeaning& like = all[first].meaning;
            const auto phase = static_cast<std::size_t>(m.phase);
            if (!used[i] && m.group == like.group && m.family == like.family &&
                m.scale == like.scale && !member[phase]) {
                member[phase] = i;
            }
        }
        if (!member[0] || !member[1] || !member[2]) continue;
        Group group{{}, all[first].meaning.group, all[first].meaning.scale, true, false};
        for (std::size_t x = 0; x < 3; ++x) {
            group.index[x] = all[*member[x]].index;
            used[*member[x]] = true;
        }
        groups.push_back(group);
    }
    return groups;
}

// Three neighbours in the order A B C ("F1-IA", "F2-IB", "F3-IC").
void neighbour_groups(const Candidates& all, std::vector<bool>& used, std::vector<Group>& groups) {
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        bool fits = true;
        for (std::size_t x = 0; x < 3; ++x) {
            const ChannelMeaning& m = all[i + x].meaning;
            fits = fits && !used[i + x] && m.phase == static_cast<int>(x) &&
                   m.scale == all[i].meaning.scale && m.family == all[i].meaning.family &&
                   all[i + x].index == all[i].index + x;
        }
        if (!fits) continue;
        Group group{{all[i].index, all[i + 1].index, all[i + 2].index},
                    all[i].meaning.group,
                    all[i].meaning.scale,
                    false,
                    false};
        used[i] = used[i + 1] = used[i + 2] = true;
        groups.push_back(group);
    }
}

std::vector<Group> groups_of(const Recording& r, const Candidates& all) {
    std::vector<bool> used(all.size(), false);
    std::vector<Group> groups = named_groups(all, used);
    neighbour_groups(all, used, groups);
    for (Group& group : groups) group.phase_fields = fields_give_phases(r, group);
    return groups;
}

int shared_words(const std::string& a, const std::string& b) {
    const std::vector<std::string> words = words_of(a);
    const std::vector<std::string> others = words_of(b);
    return static_cast<int>(std::count_if(words.begin(), words.end(), [&](const std::string& w) {
        return std::find(others.begin(), others.end(), w) != others.end();
    }));
}

// How well currents belong to voltages; ties go to the group that comes first in the file.
int affinity(const Recording& r, const Group& v, const Group& i) {
    const std::string& circuit = r.analog[v.index[0]].circuit;
    int score = 10 * shared_words(v.name, i.name);
    if (v.name == i.name) score += 100;
    if (!circuit.empty() && circuit == r.analog[i.index[0]].circuit) score += 20;
    if (i.phase_fields) score += 5;
    if (i.same_name) score += 1;
    return score;
}

std::string describe(const AnalogChannel& c) {
    return fmt::format("channel {} '{}' [{}]", c.position, c.name, c.unit);
}

std::string phases_found(const Candidates& all) {
    std::string letters;
    for (const char letter : {'A', 'B', 'C'}) {
        const bool there = std::any_of(all.begin(), all.end(), [&](const Candidate& c) {
            return c.meaning.phase == letter - 'A';
        });
        if (there) letters.push_back(letter);
    }
    return letters.empty() ? "none" : letters;
}

void split(const Recording& r, Candidates& voltages, Candidates& currents,
           std::vector<std::string>& left_out) {
    for (std::size_t i = 0; i < r.analog.size(); ++i) {
        ChannelMeaning meaning = meaning_of(r.analog[i], r);
        if (!meaning.excluded.empty()) {
            left_out.push_back(
                fmt::format("left out: {}: {}", describe(r.analog[i]), meaning.excluded));
        } else {
            Candidates& side = meaning.quantity == Quantity::voltage ? voltages : currents;
            side.push_back({i, std::move(meaning)});
        }
    }
}

void require_groups(const Recording& r, Quantity quantity, const Candidates& all,
                    const std::vector<Group>& groups, const std::vector<std::string>& left_out) {
    if (!groups.empty()) return;
    std::string text =
        fmt::format("{}: no three phase {}s among its {} analog channels (phases found: {})",
                    r.file, noun(quantity), r.analog.size(), phases_found(all));
    constexpr std::size_t kShown = 3;
    for (std::size_t i = 0; i < std::min(kShown, left_out.size()); ++i) text += "; " + left_out[i];
    if (left_out.size() > kShown) {
        text += fmt::format("; and {} more", left_out.size() - kShown);
    }
    text += "; a map by hand (VA=name or position,...) can name them";
    throw MappingError(text);
}

void explain_group(const Recording& r, const Group& group, std::size_t first_terminal,
                   std::vector<std::string>& out) {
    const char* why =
        group.same_name ? "same name in all three phases" : "neighbours in phase order";
    for (std::size_t x = 0; x < 3; ++x) {
        const AnalogChannel& c = r.analog[group.index[x]];
        out.push_back(fmt::format("{} is {}: phase by {}, {}", kTerminalNames[first_terminal + x],
                                  describe(c), group.phase_fields ? "field" : "name", why));
    }
}

void explain_others(const Recording& r, const std::vector<Group>& groups, const Group& taken,
                    std::vector<std::string>& out) {
    for (const Group& group : groups) {
        if (&group == &taken) continue;
        out.push_back(fmt::format("also there: {}, and its two other phases",
                                  describe(r.analog[group.index[0]])));
    }
}

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

Mapping find_mapping(const Recording& recording) {
    Candidates voltages;
    Candidates currents;
    std::vector<std::string> left_out;
    split(recording, voltages, currents, left_out);
    const std::vector<Group> v = groups_of(recording, voltages);
    const std::vector<Group> i = groups_of(recording, currents);
    require_groups(recording, Quantity::voltage, voltages, v, left_out);
    require_groups(recording, Quantity::current, currents, i, left_out);

    const auto prefer = [](const Group& a, const Group& b) {
        return a.phase_fields < b.phase_fields;
    };
    const Group& volts = *std::max_element(v.begin(), v.end(), prefer);
    const Group& amps = *std::max_element(i.begin(), i.end(), [&](const Group& a, const Group& b) {
        return affinity(recording, volts, a) < affinity(recording, volts, b);
    });
    Mapping mapping;
    for (std::size_t x = 0; x < 3; ++x) {
        mapping.voltage[x] = {volts.index[x], volts.scale};
        mapping.current[x] = {amps.index[x], amps.scale};
    }
    explain_group(recording, volts, 0, mapping.explanation);
    explain_group(recording, amps, 3, mapping.explanation);
    explain_others(recording, v, volts, mapping.explanation);
    explain_others(recording, i, amps, mapping.explanation);
    mapping.explanation.insert(mapping.explanation.end(), left_out.begin(), left_out.end());
    return mapping;
}

Mapping read_mapping(std::string_view text, const Recording& recording) {
    Mapping mapping;
    std::array<bool, 6> given{};
    for (const Field& entry : split_fields(text, ',')) {
        const std::size_t equals = entry.text.find('=');
        if (equals == std::string_view::npos) {
            throw MappingError(
                fmt::format("map entry '{}' is not TERMINAL=channel, such as VA=4", entry.text));
        }
        const std::size_t terminal = terminal_index(trimmed(entry.text.substr(0, equals)));
        if (given[terminal]) {
            throw MappingError(fmt::format("{} is mapped twice", kTerminalNames[terminal]));
        }
        given[terminal] = true;
        const std::string_view channel = trimmed(entry.text.substr(equals + 1));
        assign(mapping, terminal, channel_index(channel, recording), recording);
    }
    for (std::size_t i = 0; i < given.size(); ++i) {
        if (!given[i]) {
            throw MappingError(fmt::format("{} is not mapped; VA VB VC IA IB IC are all needed",
                                           kTerminalNames[i]));
        }
    }
    return mapping;
}

}  // namespace signals
