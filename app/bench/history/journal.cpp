#include "app/bench/history/journal.h"

#include <algorithm>
#include <array>
#include <stdexcept>
#include <utility>

#include "app/bench/input_packing.h"
#include "app/bench/phrases.h"
#include "app/bench/rig.h"

namespace bench {
namespace {

constexpr int kAnySize = -1;

// How an input is written, by its kind.
struct Shape {
    bool stamped;  // by the line's clock
    int size;      // of its bytes
};
constexpr std::array<Shape, kInputKinds> kShapes{{{false, kAnySize},
                                                  {false, kAnySize},
                                                  {false, 2},
                                                  {true, 1},
                                                  {true, 0},
                                                  {true, 0},
                                                  {false, 1},
                                                  {false, kAnySize},
                                                  {false, 1},
                                                  {false, kAnySize}}};

constexpr std::uint64_t zigzag(std::int64_t value) {
    return (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63);
}

constexpr std::uint64_t unzigzag(std::uint64_t value) { return (value >> 1) ^ (~(value & 1) + 1); }

// No sum of instants that a run can have comes near the ends of the type.
constexpr std::uint64_t kFar = std::uint64_t{1} << 56;

std::int64_t later(std::int64_t from, std::uint64_t by) {
    const std::uint64_t sum = static_cast<std::uint64_t>(from) + by;
    if (sum >= kFar) refuse_journal(kBench.instant);
    return static_cast<std::int64_t>(sum);
}

}  // namespace

void JournalWriter::number(std::uint64_t value) {
    for (; value >= 0x80; value >>= 7)
        chunk_.bytes.push_back(static_cast<std::uint8_t>(value | 0x80));
    chunk_.bytes.push_back(static_cast<std::uint8_t>(value));
}

void JournalWriter::entered(const RigInput& input) {
    const Shape& shape = kShapes[static_cast<std::size_t>(input.kind)];
    if (chunk_.bytes.empty()) {
        chunk_.frame = frame_ = input.frame;
        chunk_.line_tick = line_tick_ = input.line_tick;
    }
    chunk_.bytes.push_back(static_cast<std::uint8_t>(input.kind));
    number(static_cast<std::uint64_t>(input.frame - frame_));
    frame_ = input.frame;
    if (shape.stamped) {
        number(zigzag(input.line_tick - line_tick_));
        line_tick_ = input.line_tick;
    }
    if (shape.size == kAnySize) number(input.bytes.size());
    chunk_.bytes.insert(chunk_.bytes.end(), input.bytes.begin(), input.bytes.end());
}

std::shared_ptr<const Chunk> JournalWriter::take() {
    if (chunk_.bytes.empty()) return nullptr;
    chunk_.bytes.shrink_to_fit();
    return std::make_shared<const Chunk>(std::exchange(chunk_, {}));
}

JournalReader::JournalReader(Chunks chunks) : chunks_(std::move(chunks)) {
    if (!chunks_.empty()) begin_chunk();
    next();
}

void JournalReader::begin_chunk() {
    place_ = 0;
    input_.frame = chunks_[chunk_]->frame;
    input_.line_tick = chunks_[chunk_]->line_tick;
}

std::uint64_t JournalReader::number() {
    const auto& bytes = chunks_[chunk_]->bytes;
    std::uint64_t value = 0;
    for (int shift = 0; shift < 64; shift += 7) {
        if (place_ >= bytes.size()) refuse_journal(kBench.inside_number);
        const std::uint8_t byte = bytes[place_++];
        value |= std::uint64_t{byte & 0x7FU} << shift;
        if (byte < 0x80) return value;
    }
    refuse_journal(kBench.long_number);
}

void JournalReader::next() {
    while (chunk_ < chunks_.size() && place_ == chunks_[chunk_]->bytes.size())
        if (++chunk_ < chunks_.size()) begin_chunk();
    there_ = chunk_ < chunks_.size();
    if (!there_) return;
    const auto& bytes = chunks_[chunk_]->bytes;
    const std::uint8_t kind = bytes[place_++];
    if (kind >= kInputKinds) refuse_journal(kBench.no_such_input);
    const Shape& shape = kShapes[kind];
    input_.kind = static_cast<InputKind>(kind);
    const std::uint64_t frames = number();
    input_.frame = later(input_.frame, frames);
    if (shape.stamped) input_.line_tick = later(input_.line_tick, unzigzag(number()));
    const std::uint64_t size =
        shape.size == kAnySize ? number() : static_cast<std::uint64_t>(shape.size);
    if (size > bytes.size() - place_) refuse_journal(kBench.inside_input);
    input_.bytes = std::span{bytes}.subspan(place_, static_cast<std::size_t>(size));
    place_ += static_cast<std::size_t>(size);
}

Player::Player(Rig& rig, Chunks chunks) : rig_(rig), reader_(std::move(chunks)) {
    rig_.on_request = [this](std::span<const std::uint8_t>) {
        if (verdicts_.empty()) return std::uint8_t{0};
        const std::uint8_t verdict = verdicts_.front();
        verdicts_.pop_front();
        return verdict;
    };
}

Player::~Player() { rig_.on_request = nullptr; }

// What was answered inside an input stands behind it.
void Player::enter_next() {
    const RigInput input = *reader_.peek();
    reader_.next();
    verdicts_.clear();
    for (const RigInput* v = reader_.peek(); v != nullptr && v->kind == InputKind::verdict;
         v = reader_.peek()) {
        verdicts_.push_back(v->bytes[0]);
        reader_.next();
    }
    enter(rig_, input);
}

bool Player::advance(std::int64_t goal, std::int64_t most) {
    const std::int64_t end = std::min(goal, rig_.frame() + most);
    while (rig_.frame() < end) {
        const RigInput* input = reader_.peek();
        if (input == nullptr || input->frame >= end) {
            rig_.advance(end - rig_.frame());
        } else if (input->frame > rig_.frame()) {
            rig_.advance(input->frame - rig_.frame());
        } else {
            enter_next();
        }
    }
    return rig_.frame() >= goal;
}

}  // namespace bench
