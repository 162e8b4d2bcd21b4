#include "signals/replay/mapping.h"

#include <fmt/format.h>

#include <algorithm>

#include "signals/capture/phrases.h"
#include "signals/replay/channel_groups.h"

namespace signals {
namespace {

int shared_words(const std::string& a, const std::string& b) {
    const std::vector<std::string> words = words_of(a);
    const std::vector<std::string> others = words_of(b);
    return static_cast<int>(std::count_if(words.begin(), words.end(), [&](const std::string& w) {
        return std::find(others.begin(), others.end(), w) != others.end();
    }));
}

// How well currents belong to voltages; ties go to the group that comes first in the file.
int affinity(const Recording& r, const ChannelGroup& v, const ChannelGroup& i) {
    const std::string& circuit = r.analog[v.index[0]].circuit;
    int score = 10 * shared_words(v.name, i.name);
    if (v.name == i.name) score += 100;
    if (!circuit.empty() && circuit == r.analog[i.index[0]].circuit) score += 20;
    if (i.phase_fields) score += 5;
    if (i.same_name) score += 1;
    return score;
}

Sentence phases_found(const Candidates& all) {
    std::string letters;
    for (const char letter : {'A', 'B', 'C'}) {
        const bool there = std::any_of(all.begin(), all.end(), [&](const Candidate& c) {
            return c.meaning.phase == letter - 'A';
        });
        if (there) letters.push_back(letter);
    }
    return letters.empty() ? Sentence::of(kCapture.none) : Sentence{letters};
}

void split(const Recording& r, Candidates& voltages, Candidates& currents,
           std::vector<Sentence>& left_out) {
    for (std::size_t i = 0; i < r.analog.size(); ++i) {
        ChannelMeaning meaning = meaning_of(r.analog[i], r);
        if (!meaning.excluded.empty()) {
            left_out.push_back(
                Sentence::of(kCapture.left_out, sentence_of(r.analog[i]), meaning.excluded));
        } else {
            Candidates& side = meaning.quantity == Quantity::voltage ? voltages : currents;
            side.push_back({i, std::move(meaning)});
        }
    }
}

// What is missing, what there is instead, and why the first channels do not do.
void require_both(const Recording& r, const Candidates& all,
                  const std::vector<ChannelGroup>& groups, Quantity quantity,
                  const std::vector<ChannelGroup>& others, const std::vector<Sentence>& left_out) {
    if (!groups.empty()) return;
    const CaptureText& text =
        quantity == Quantity::voltage ? kCapture.no_voltages : kCapture.no_currents;
    std::vector<Sentence> parts{Sentence::of(text.context, text.english, r.analog.size(),
                                             phases_found(all), others.size())};
    constexpr std::size_t kShown = 3;
    const std::size_t shown = std::min(kShown, left_out.size());
    parts.insert(parts.end(), left_out.begin(),
                 left_out.begin() + static_cast<std::ptrdiff_t>(shown));
    if (left_out.size() > kShown)
        parts.push_back(Sentence::of(kCapture.more, left_out.size() - kShown));
    parts.push_back(Sentence::of(kCapture.by_hand));
    throw MappingError(Sentence::after(r.file + ": ", Sentence::joined(parts, "; ")));
}

void explain_group(const Recording& r, const ChannelGroup& group, std::size_t first_terminal,
                   std::vector<std::string>& out) {
    const char* why =
        group.same_name ? "same name in all three phases" : "neighbours in phase order";
    for (std::size_t x = 0; x < 3; ++x) {
        const AnalogChannel& c = r.analog[group.index[x]];
        out.push_back(fmt::format("{} is {}: phase by {}, {}", kTerminalNames[first_terminal + x],
                                  describe(c), group.phase_fields ? "field" : "name", why));
    }
}

void explain_others(const Recording& r, const std::vector<ChannelGroup>& groups,
                    const ChannelGroup& taken, std::vector<std::string>& out) {
    for (const ChannelGroup& group : groups) {
        if (&group == &taken) continue;
        out.push_back(fmt::format("also there: {}, and its two other phases",
                                  describe(r.analog[group.index[0]])));
    }
}

}  // namespace

Mapping find_mapping(const Recording& recording) {
    Candidates voltages;
    Candidates currents;
    std::vector<Sentence> left_out;
    split(recording, voltages, currents, left_out);
    const std::vector<ChannelGroup> v = groups_of(recording, voltages);
    const std::vector<ChannelGroup> i = groups_of(recording, currents);
    require_both(recording, voltages, v, Quantity::voltage, i, left_out);
    require_both(recording, currents, i, Quantity::current, v, left_out);

    const auto prefer = [](const ChannelGroup& a, const ChannelGroup& b) {
        return a.phase_fields < b.phase_fields;
    };
    const ChannelGroup& volts = *std::max_element(v.begin(), v.end(), prefer);
    const ChannelGroup& amps =
        *std::max_element(i.begin(), i.end(), [&](const ChannelGroup& a, const ChannelGroup& b) {
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
    for (const Sentence& why : left_out) mapping.explanation.push_back(why.in_english());
    return mapping;
}

}  // namespace signals
