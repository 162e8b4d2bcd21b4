#include "app/bench/history/room.h"

#include "app/bench/phrases.h"

namespace bench {

signals::Sentence why_full(const Room& room) {
    if (room.bound == Room::Bound::branches)
        return Sentence::of(kBench.most_branches, room.branches);
    return Sentence::of(kBench.most_bytes, room.branches, room.most >> 20U);
}

}  // namespace bench
