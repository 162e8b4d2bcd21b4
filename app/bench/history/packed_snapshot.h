// A snapshot of a rig (snapshot.h) as a history keeps it: in two fifths of its bytes.
//
// Five sixths of a snapshot are the meter's non-volatile journal, a ring of slots of 256 bytes
// (core/storage/journal.h), and a record differs little from the one before it. So each byte is
// taken against the one 256 before, and what is equal becomes a number:
//
//   runs to the end: how many are equal, how many differ (LEB128 each), those that differ, XORed
//
// It takes a whole number of kB: what one leaves on the heap then fits another, while sizes that
// differ by a few bytes left holes, 1.3 MB of them in the hours after a branch was full.
//
// For memory alone: nothing here is written to files, which have snapshots as they are.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

namespace bench {

class PackedSnapshot {
 public:
    explicit PackedSnapshot(std::span<const std::uint8_t> snapshot);

    [[nodiscard]] std::vector<std::uint8_t> unpacked() const;
    // Bytes; it takes less than 1 kB more.
    [[nodiscard]] std::size_t size() const { return packed_.size(); }

 private:
    std::size_t unpacked_size_;
    std::vector<std::uint8_t> packed_;
};

using SharedSnapshot = std::shared_ptr<const PackedSnapshot>;

}  // namespace bench
