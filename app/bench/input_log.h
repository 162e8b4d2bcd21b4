// Everything that enters a rig from outside, between two frames: with a snapshot before it, enough
// to make the run again bit by bit.
#pragma once

#include <cstdint>
#include <span>

namespace bench {

// What `bytes` of an input holds (input_packing.h).
enum class InputKind : std::uint8_t {
    installation,  // Rig::set_installation()
    event,         // Rig::begin()
    key,           // the key, then 1 for down or 0 for up
    line_byte,     // one byte; the stamp is the line's
    line_damage,   // nothing; likewise
    line_advance,  // nothing; likewise
    verdict,       // what was answered to Rig::on_request inside the input before this one
    request,       // the PDU of Rig::request()
    power,         // kPowerGoes, kPowerComes or kPowerCut
    configure      // Rig::configure()
};
inline constexpr int kInputKinds = 10;

inline constexpr std::uint8_t kPowerGoes = 0;
inline constexpr std::uint8_t kPowerComes = 1;
inline constexpr std::uint8_t kPowerCut = 2;

struct RigInput {
    std::int64_t frame = 0;  // frames that had been advanced when it entered
    InputKind kind = InputKind::key;
    std::int64_t line_tick = 0;  // of the line's clock, 1/32768 s; 0 where the line has no part
    std::span<const std::uint8_t> bytes;
};

class InputLog {
 public:
    virtual void entered(const RigInput& input) = 0;

 protected:
    ~InputLog() = default;
};

}  // namespace bench
