#include "core/storage/journal.h"

#include <algorithm>

#include "core/storage/crc32.h"

namespace meter {

namespace {

constexpr std::size_t kHeadBytes = 8;
constexpr std::size_t kTailBytes = 8;
constexpr std::size_t kTailAt = Journal::kSlotBytes - kTailBytes;
constexpr std::size_t kPieceBytes = 32;  // memory is walked in pieces of this size

static_assert(kHeadBytes + Journal::kPayloadMax == kTailAt);

void put32(std::uint8_t* out, std::uint32_t value) {
    for (int i = 0; i < 4; ++i) out[i] = static_cast<std::uint8_t>(value >> (8 * i));
}

std::uint32_t get32(const std::uint8_t* in) {
    std::uint32_t value = 0;
    for (int i = 0; i < 4; ++i) value |= std::uint32_t{in[i]} << (8 * i);
    return value;
}

// Sequences wrap. Valid ones are at most a few laps apart, far less than 2^31.
bool newer(std::uint32_t a, std::uint32_t b) { return static_cast<std::int32_t>(a - b) > 0; }

// Calls visit(piece) for `length` bytes of memory from `offset` until it returns false.
template <class F>
bool for_pieces(const Board& board, std::uint32_t offset, std::size_t length, F visit) {
    std::array<std::uint8_t, kPieceBytes> buffer;
    for (std::size_t done = 0; done < length; done += kPieceBytes) {
        const std::span piece{buffer.data(), std::min(length - done, kPieceBytes)};
        board.nv_read(offset + static_cast<std::uint32_t>(done), piece);
        if (!visit(piece)) return false;
    }
    return true;
}

}  // namespace

bool Journal::mount() {
    const std::size_t slots = std::min<std::size_t>(board_.nv_size() / kSlotBytes, kNowhere);
    slots_ = slots < kLeastSlots ? Slot{0} : static_cast<Slot>(slots);
    cursor_ = 0;
    next_sequence_ = 0;
    live_.fill(kNowhere);

    bool found = false;
    std::array<std::uint32_t, kRecords> newest{};
    for (Slot slot = 0; slot < slots_; ++slot) {
        const Head head = read_head(slot);
        if (!is_record(slot, head)) continue;
        if (live(head.id) == kNowhere || newer(head.sequence, newest[head.id])) {
            live(head.id) = slot;
            newest[head.id] = head.sequence;
        }
        if (!found || newer(head.sequence + 1, next_sequence_)) {
            found = true;
            cursor_ = after(slot);
            next_sequence_ = head.sequence + 1;
        }
    }
    return slots_ != 0;
}

bool Journal::read(RecordKind kind, std::span<std::uint8_t> out) const {
    const Slot slot = live(kind.id);
    if (!fits(kind, slot, out.size())) return false;
    board_.nv_read(address(slot) + kHeadBytes, out);
    return true;
}

bool Journal::write(RecordKind kind, std::span<const std::uint8_t> payload) {
    if (slots_ == 0 || payload.size() > kPayloadMax) return false;
    if (holds(kind, payload)) return true;
    return append({0, static_cast<std::uint8_t>(kind.id), kind.version,
                   static_cast<std::uint16_t>(payload.size())},
                  payload);
}

bool Journal::is_live(Slot slot) const {
    return std::find(live_.begin(), live_.end(), slot) != live_.end();
}

Journal::Head Journal::read_head(Slot slot) const {
    std::array<std::uint8_t, kHeadBytes> bytes;
    board_.nv_read(address(slot), bytes);
    return {get32(&bytes[0]), bytes[4], bytes[5],
            static_cast<std::uint16_t>(bytes[6] | (bytes[7] << 8))};
}

bool Journal::is_record(Slot slot, const Head& head) const {
    std::array<std::uint8_t, kTailBytes> tail;
    board_.nv_read(address(slot) + kTailAt, tail);
    if (get32(&tail[4]) != head.sequence) return false;
    if (head.id >= kRecords || head.length > kPayloadMax) return false;
    Crc32 crc;
    for_pieces(board_, address(slot), kHeadBytes + head.length, [&](auto piece) {
        crc.add(piece);
        return true;
    });
    return crc.value() == get32(&tail[0]);
}

bool Journal::fits(RecordKind kind, Slot slot, std::size_t length) const {
    if (slots_ == 0 || slot == kNowhere) return false;
    const Head head = read_head(slot);
    return head.version == kind.version && head.length == length && is_record(slot, head);
}

bool Journal::holds(RecordKind kind, std::span<const std::uint8_t> payload) const {
    const Slot slot = live(kind.id);
    if (!fits(kind, slot, payload.size())) return false;
    return for_pieces(board_, address(slot) + kHeadBytes, payload.size(), [&](auto piece) {
        const bool same = std::equal(piece.begin(), piece.end(), payload.begin());
        payload = payload.subspan(piece.size());
        return same;
    });
}

// Power may fail in here. What keeps the records: place() only ever writes to a slot that is not
// live, and a slot is only given up as live when a newer record of its kind is whole.
bool Journal::append(Head head, std::span<const std::uint8_t> payload) {
    for (int n = 0; n < kMostPlacements; ++n) {
        while (is_live(cursor_)) cursor_ = after(cursor_);
        const Slot ahead = after(cursor_);
        if (is_live(ahead) && live(head.id) != ahead) {
            carry_over(ahead);
        } else if (place(head, payload)) {
            return true;
        }
    }
    return false;
}

// At the cursor, which moves on. True when the record reads back whole.
bool Journal::place(Head head, std::span<const std::uint8_t> payload) {
    const Slot slot = cursor_;
    head.sequence = next_sequence_;
    cursor_ = after(slot);
    ++next_sequence_;

    std::array<std::uint8_t, kHeadBytes> bytes;
    put32(&bytes[0], head.sequence);
    bytes[4] = head.id;
    bytes[5] = head.version;
    bytes[6] = static_cast<std::uint8_t>(head.length);
    bytes[7] = static_cast<std::uint8_t>(head.length >> 8);
    Crc32 crc;
    crc.add(bytes);
    crc.add(payload);
    std::array<std::uint8_t, kTailBytes> tail;
    put32(&tail[0], crc.value());
    put32(&tail[4], head.sequence);

    board_.nv_write(address(slot), bytes);
    board_.nv_write(address(slot) + kHeadBytes, payload);
    board_.nv_write(address(slot) + kTailAt, tail);

    const Head back = read_head(slot);
    if (back.sequence != head.sequence || !is_record(slot, back)) return false;
    live(head.id) = slot;
    return true;
}

// A record that has been damaged since it was found is given up.
void Journal::carry_over(Slot slot) {
    const Head head = read_head(slot);
    if (!is_record(slot, head)) {
        std::replace(live_.begin(), live_.end(), slot, kNowhere);
        return;
    }
    std::array<std::uint8_t, kPayloadMax> buffer;
    const std::span payload{buffer.data(), head.length};
    board_.nv_read(address(slot) + kHeadBytes, payload);
    place(head, payload);
}

}  // namespace meter
