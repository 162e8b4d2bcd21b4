#include "app/poll/blocks.h"

#include <algorithm>

namespace polling {
namespace {

// Whether every register of first..last-1 exists.
bool without_hole(int first, int last) {
    for (int number = first; number < last; ++number)
        if (meter::find_register(static_cast<std::uint16_t>(number)) == nullptr) return false;
    return true;
}

bool joins(const Block& block, const meter::RegisterRow& row, int most_wasted) {
    const int end = block.first + block.count;
    return row.number - end <= most_wasted &&
           row.number + row.count - block.first <= kMostRegisters && without_hole(end, row.number);
}

}  // namespace

std::vector<Block> blocks_of(std::span<const meter::RegisterRow* const> rows, int most_wasted) {
    Rows sorted(rows.begin(), rows.end());
    std::sort(sorted.begin(), sorted.end(),
              [](const auto* a, const auto* b) { return a->number < b->number; });
    std::vector<Block> blocks;
    for (const meter::RegisterRow* row : sorted) {
        if (blocks.empty() || !joins(blocks.back(), *row, most_wasted)) {
            blocks.push_back({row->number, row->count});
            continue;
        }
        Block& block = blocks.back();
        const int end = std::max(block.first + block.count, row->number + row->count);
        block.count = static_cast<std::uint16_t>(end - block.first);
    }
    return blocks;
}

}  // namespace polling
