// Traffic as a bus would tell it, and what a decoder makes of it.
#pragma once

#include <string>
#include <vector>

#include "app/line/log_decoder.h"
#include "tests/app/line/frames.h"

namespace line::test {

inline constexpr std::int64_t kSecond = meter::kCrystalHz;

inline Traffic traffic_of(Direction direction, Framing framing, Frame bytes,
                          Client client = {"x", 0}, std::int64_t tick = 0,
                          std::int64_t length = 0) {
    Traffic traffic;
    traffic.begin = {tick};
    traffic.end = {tick + length};
    traffic.client = std::move(client);
    traffic.direction = direction;
    traffic.framing = framing;
    traffic.bytes = std::move(bytes);
    return traffic;
}

class Conversation final : public RecordSink {
 public:
    explicit Conversation(Client client = {"/tmp/meter", 0}, Framing framing = Framing::rtu)
        : client_(std::move(client)), framing_(framing) {}

    Conversation& at(double seconds) {
        now_ = static_cast<std::int64_t>(seconds * static_cast<double>(kSecond));
        return *this;
    }
    Conversation& by(Client client, Framing framing = Framing::rtu) {
        client_ = std::move(client);
        framing_ = framing;
        return *this;
    }
    // Each takes 100 ticks on the line and leaves 50 behind it.
    Conversation& ask(Frame bytes) { return say(Direction::request, std::move(bytes)); }
    Conversation& answer(Frame bytes) { return say(Direction::answer, std::move(bytes)); }
    Conversation& collide(Frame bytes) { return say(Direction::answer, std::move(bytes), true); }
    void add(const Record& record) override { records.push_back(record); }

    std::vector<Traffic> traffic;
    std::vector<Record> records;

 private:
    Conversation& say(Direction direction, Frame bytes, bool collided = false) {
        traffic.push_back(traffic_of(direction, framing_, std::move(bytes), client_, now_, 100));
        traffic.back().collided = collided;
        now_ += 150;
        records.push_back(decoder_.decode(traffic.back()));
        return *this;
    }

    Client client_;
    Framing framing_;
    std::int64_t now_ = 0;
    LogDecoder decoder_;
};

}  // namespace line::test
