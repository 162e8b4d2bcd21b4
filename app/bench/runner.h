// Runs a Rig in real time, faster, slower or step by step, on one thread that owns it.
//
// Event-driven: the owner sleeps until the next deadline or until a port has bytes, advances the
// meter to now, serves the line, publishes a View. Any thread may call the functions below; what
// they ask for happens between two frames on the owner's thread, in the order of the calls.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "app/bench/rig.h"

namespace bench {

// A consistent picture of the bench at one frame. Immutable once published.
struct View {
    meter::Points points;
    meter::Lcd lcd;
    meter::Contacts contacts;
    signals::Installation installation;
    signals::Truth truth;
    signals::TerminalBlock scope;   // the newest kBlockFrames frames, with currents
    std::int64_t frame = 0;
    double simulated_seconds = 0.0;
    double realtime_factor = 0.0;   // achieved over the last second of wall time
    double speed = 1.0;             // asked for; infinity is "as fast as it goes"
    bool paused = false;
};

inline constexpr double kMinSpeed = 0.1;

class Runner {
 public:
    explicit Runner(std::unique_ptr<Rig> rig);
    ~Runner();  // stops and joins

    void start();
    void stop();

    // 0.1 .. infinity times real time. Throws std::invalid_argument outside.
    void set_speed(double speed);
    void pause();
    void resume();
    void step(std::int64_t frames);  // pauses, then advances exactly `frames`
    // Pauses for good once this frame has been reached; wait() returns then.
    void run_until(std::int64_t frame);
    // Blocks until run_until()'s frame, stop(), or `interrupted` turned true.
    void wait();

    // Opens the meter's line on a pty. `link`, if given, becomes a symlink to it (replaced when it
    // is a stale link of ours, an error when it is anything else). Returns the path to give to
    // clients. Throws std::system_error with the path in its text.
    std::string open_pty(const std::optional<std::string>& link = std::nullopt);

    void key(meter::Key key, bool down);
    void set_installation(const signals::Installation& installation);
    // Anything else: runs on the owner's thread between two frames.
    void post(std::function<void(Rig&)> action);

    [[nodiscard]] std::shared_ptr<const View> view() const;
    // Called on the owner's thread after each published view (at most 60 times a second).
    void on_view(std::function<void()> callback);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace bench
