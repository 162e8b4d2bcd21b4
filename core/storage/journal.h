// The non-volatile journal: the newest whole record of every kind, whatever happens to the power.
//
//   slot 0      slot 1      slot 2      slot 3      slot 4        slot n-1
//   [totals 41] [totals 42] [  free   ] [  old    ] [settings 7] ... [old]
//                            ^ cursor    ^ must be free before the cursor is written
//
// The memory is a ring of slots. A record goes to the slot at the cursor and the cursor moves on,
// so wear is even. A slot that holds the newest record of a kind is live and is never written to.
// When the cursor comes close to one, its record is written anew at the cursor first (carried
// over): its old slot is free then, and records that hardly ever change do not spare their slots.
//
// A slot, integers little-endian:
//
//     0  sequence  4    one more with every record written, wraps
//     4  id        1    RecordId
//     5  version   1    of the payload's layout
//     6  length    2    of the payload, 0..240
//     8  payload   length; what follows up to 248 is left as it was
//   248  crc       4    CRC-32 of the bytes 0 .. 8 + length
//   252  sequence  4    again
//
// Why power may fail anywhere: bytes are written in ascending order. Until the last one, the slot
// begins with the new sequence and does not end with it, so a mixture of two payloads is no record,
// without any reliance on the CRC; and what was newest before is in another slot. This holds too
// when the byte being written is left as garbage. (Two cuts in a row can leave the same garbage in
// both sequences around a whole payload: one burst of at most 32 bits, which the CRC always sees.)
// Beyond that, the CRC is for memory that no journal has written, or that has changed by itself.
//
// What is asked of Board::nv_*: no erasing, writes take effect byte by byte in ascending order, and
// before the call returns. FRAM does so, and byte-writable EEPROM.
//
// Bounds: mount() reads every byte at most once (64 KiB: 256 slots). write() writes one record,
// and at most kRecords others that have to be carried over; no byte is written more than once a
// lap. At one record a second, 32 KiB (128 slots) see each byte written about 250,000 times a year.
// read() is two passes over one slot. Stack: one payload.
//
// Not modelled: a second copy of records that hardly change. When bits of the only whole copy of a
// record flip, it is absent (or an older one that is still there is taken at the next mount).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>

#include "core/board.h"
#include "core/storage/records.h"

namespace meter {

class Journal {
 public:
    static constexpr std::size_t kSlotBytes = 256;
    static constexpr std::size_t kPayloadMax = 240;
    // Live records, the slot being written, a free one behind it, and some that may be worn out.
    static constexpr std::size_t kLeastSlots = 2 * kRecords;

    // `board` must outlive the journal. Nothing is read before mount().
    explicit Journal(Board& board) : board_(board) {}

    // Finds the newest record of every kind, at power-up. Any contents will do: what is no record
    // is free space. False when the memory has fewer than kLeastSlots slots; then nothing is kept.
    bool mount();

    // The newest payload of a kind. False, and `out` untouched, when there is none, or its version
    // or length is another, or its CRC does not fit (any more).
    [[nodiscard]] bool read(RecordKind kind, std::span<std::uint8_t> out) const;

    // Keeps `payload`. When it returns true the record has been read back and will be there after
    // any power loss; when power fails inside, either the old record is there or the new one. A
    // payload equal to what is kept is not written again. False when the payload is longer than
    // kPayloadMax, there is no memory, or the slots tried did not read back what was written.
    bool write(RecordKind kind, std::span<const std::uint8_t> payload);

    // What mount() finds is a function of the memory, so a meter's snapshot does not hold this
    // list: whoever puts another memory behind the board calls mount().
    template <class V>
    constexpr void visit_state(V& visit) {
        visit("slots", slots_);
        visit("cursor", cursor_);
        visit("next_sequence", next_sequence_);
        visit("live", live_);
    }

 private:
    using Slot = std::uint16_t;

    struct Head {
        std::uint32_t sequence = 0;
        std::uint8_t id = 0;
        std::uint8_t version = 0;
        std::uint16_t length = 0;
    };

    // Records carried over, the one to write, and a few slots that do not keep what is written.
    static constexpr int kMostPlacements = static_cast<int>(kRecords) + 4;
    static constexpr Slot kNowhere = 0xFFFF;

    [[nodiscard]] static std::uint32_t address(Slot slot) {
        return static_cast<std::uint32_t>(slot * kSlotBytes);
    }
    [[nodiscard]] Slot after(Slot slot) const {
        return static_cast<Slot>(slot + 1 < slots_ ? slot + 1 : 0);
    }
    [[nodiscard]] Slot& live(std::uint8_t id) { return live_[id]; }
    [[nodiscard]] Slot live(RecordId id) const { return live_[static_cast<std::size_t>(id)]; }
    [[nodiscard]] bool is_live(Slot slot) const;

    [[nodiscard]] Head read_head(Slot slot) const;
    [[nodiscard]] bool is_record(Slot slot, const Head& head) const;
    [[nodiscard]] bool holds(RecordKind kind, std::span<const std::uint8_t> payload) const;
    [[nodiscard]] bool fits(RecordKind kind, Slot slot, std::size_t length) const;

    bool append(Head head, std::span<const std::uint8_t> payload);
    bool place(Head head, std::span<const std::uint8_t> payload);
    void carry_over(Slot slot);

    Board& board_;
    Slot slots_ = 0;   // 0: no memory
    Slot cursor_ = 0;  // where the next record goes, unless that slot is live
    std::uint32_t next_sequence_ = 0;
    std::array<Slot, kRecords> live_{};  // by RecordId; kNowhere: absent
};

}  // namespace meter
