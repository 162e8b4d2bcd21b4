// The inputs of a rig in the order they entered, in few bytes, and how to let them enter again.
//
//   chunk   frame and line tick that it counts from; then inputs:
//           kind, frames since the input before, [line ticks since, zigzag], [size, bytes]
//
// Numbers are LEB128 (seven bits a byte, the lowest first). A line byte takes 5 to 6 bytes. Chunks
// never change once they are made, so copies of a history share them, also between threads.
#pragma once

#include <cstdint>
#include <deque>
#include <memory>
#include <span>
#include <vector>

#include "app/bench/input_log.h"

namespace bench {

class Rig;

struct Chunk {
    std::int64_t frame = 0;
    std::int64_t line_tick = 0;
    std::vector<std::uint8_t> bytes;

    template <class A>
    friend void transfer(A& archive, Chunk& c) {
        archive(c.frame, c.line_tick, c.bytes);
    }
};
using Chunks = std::vector<std::shared_ptr<const Chunk>>;

class JournalWriter final : public InputLog {
 public:
    void entered(const RigInput& input) override;
    // What entered since the last call; null when nothing did.
    std::shared_ptr<const Chunk> take();

 private:
    void number(std::uint64_t value);

    Chunk chunk_;
    std::int64_t frame_ = 0;
    std::int64_t line_tick_ = 0;
};

// Reads chunks one after the other. Throws std::invalid_argument, never reads past their ends, when
// they are not what a writer wrote.
class JournalReader {
 public:
    JournalReader() = default;
    explicit JournalReader(Chunks chunks);

    // The next input, or null at the end; valid until next().
    [[nodiscard]] const RigInput* peek() const { return there_ ? &input_ : nullptr; }
    void next();

 private:
    [[nodiscard]] std::uint64_t number();
    void begin_chunk();

    Chunks chunks_;
    std::size_t chunk_ = 0;
    std::size_t place_ = 0;
    bool there_ = false;
    RigInput input_;
};

// A rig that goes over what another one did.
class Player {
 public:
    // The rig must stand at the snapshot that the chunks begin behind, and outlive the player,
    // which answers its on_request.
    Player(Rig& rig, Chunks chunks);
    ~Player();

    Player(const Player&) = delete;
    Player& operator=(const Player&) = delete;

    // Advances by `most` frames at most, not beyond `goal`, and lets everything enter that entered
    // before `goal` frames had been advanced. True when it is there: nothing that entered at that
    // frame has entered yet.
    bool advance(std::int64_t goal, std::int64_t most);

 private:
    void enter_next();

    Rig& rig_;
    JournalReader reader_;
    std::deque<std::uint8_t> verdicts_;
};

}  // namespace bench
