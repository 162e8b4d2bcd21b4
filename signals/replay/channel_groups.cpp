#include "signals/replay/channel_groups.h"

#include <optional>

#include "signals/capture/text.h"

namespace signals {
namespace {

bool fields_give_phases(const Recording& r, const ChannelGroup& group) {
    for (std::size_t x = 0; x < 3; ++x) {
        const std::string field = upper(r.analog[group.index[x]].phase);
        if (field.size() != 1 || field[0] != static_cast<char>('A' + static_cast<char>(x))) {
            return false;
        }
    }
    return true;
}

// Three channels, phases A B C, that agree in group name, family and unit.
std::vector<ChannelGroup> named_groups(const Candidates& all, std::vector<bool>& used) {
    std::vector<ChannelGroup> groups;
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
        ChannelGroup group{{}, all[first].meaning.group, all[first].meaning.scale, true, false};
        for (std::size_t x = 0; x < 3; ++x) {
            group.index[x] = all[*member[x]].index;
            used[*member[x]] = true;
        }
        groups.push_back(group);
    }
    return groups;
}

// Three neighbours in the order A B C ("F1-IA", "F2-IB", "F3-IC").
void neighbour_groups(const Candidates& all, std::vector<bool>& used,
                      std::vector<ChannelGroup>& groups) {
    for (std::size_t i = 0; i + 2 < all.size(); ++i) {
        bool fits = true;
        for (std::size_t x = 0; x < 3; ++x) {
            const ChannelMeaning& m = all[i + x].meaning;
            fits = fits && !used[i + x] && m.phase == static_cast<int>(x) &&
                   m.scale == all[i].meaning.scale && m.family == all[i].meaning.family &&
                   all[i + x].index == all[i].index + x;
        }
        if (!fits) continue;
        ChannelGroup group{{all[i].index, all[i + 1].index, all[i + 2].index},
                           all[i].meaning.group,
                           all[i].meaning.scale,
                           false,
                           false};
        used[i] = used[i + 1] = used[i + 2] = true;
        groups.push_back(group);
    }
}

}  // namespace

std::vector<ChannelGroup> groups_of(const Recording& r, const Candidates& all) {
    std::vector<bool> used(all.size(), false);
    std::vector<ChannelGroup> groups = named_groups(all, used);
    neighbour_groups(all, used, groups);
    for (ChannelGroup& group : groups) group.phase_fields = fields_give_phases(r, group);
    return groups;
}

}  // namespace signals
