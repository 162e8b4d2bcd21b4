// Runs meters on one line in real time, faster, slower or step by step, on one thread that owns
// them.
//
// Event-driven: the owner sleeps until the next deadline or until a port has bytes, advances the
// meter to now, serves the line, publishes a View. Any thread may call the functions below; what
// they ask for happens between two frames on the owner's thread, in the order of the calls.
//
// Time: the metering clock follows the wall times the speed, counted from an anchor (pacer.h);
// after a stall at most one second of wall time is caught up with. The line clock follows the wall
// at any speed and while paused (line_server.h). As fast as it goes, the owner looks at the ports
// every 2 ms.
//
// Meters are named by their place on the line, from 0 in the order given, not by their address: a
// panel can change that, and two may have the same. They share speed and frame number. What names
// no meter means the first, which is the only one for most.
//
// The bits of a meter depend on what it is given at which frame, never on speed, pauses or wall
// time. To do something at an exact frame: run_until(), wait(), do it, run_until() again.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/bench/history/looker.h"
#include "app/bench/history/tree.h"
#include "app/bench/rig.h"
#include "app/bench/view.h"
#include "app/line/answer_filter.h"
#include "app/line/traffic.h"
#include "app/ports/tcp_framing.h"
#include "app/ports/tcp_limits.h"
#include "signals/scenario/words.h"

namespace bench {

class Records;

inline constexpr double kMinSpeed = 0.1;

enum class RateCheck : std::uint8_t { strict, lenient };

class Runner {
 public:
    explicit Runner(std::unique_ptr<Rig> rig);
    // 1..line::kMostMeters; they must stand at the same frame. Throws std::invalid_argument.
    explicit Runner(std::vector<std::unique_ptr<Rig>> meters);
    ~Runner();  // stops and joins

    Runner(const Runner&) = delete;
    Runner& operator=(const Runner&) = delete;

    // What was asked for before start() happens at start().
    void start();
    // Ends the owner's thread after what it is doing and publishes a last view. start() goes on.
    void stop();

    // 0.1 .. infinity times real time. Throws std::invalid_argument outside.
    void set_speed(double speed);
    void pause();
    void resume();
    // Pauses, then advances exactly `frames`, as fast as it goes; other requests and the line wait.
    void step(std::int64_t frames);
    // Runs on (a pause ends) and pauses when `frame` frames have been advanced since power-up; at
    // once when they have been already. wait() returns then.
    void run_until(std::int64_t frame);
    // Blocks until run_until()'s frame has been reached or stop() was called. Throws
    // std::runtime_error when the owner's thread gave up (View::failure).
    void wait();
    // The same for at most this long; false when the time is over and neither has happened.
    bool wait_for(std::chrono::milliseconds at_most);

    // Opens the line on a pty. `link`, if given, becomes a symlink to it (replaced when it
    // is a stale link of ours, an error when it is anything else). Returns the path to give to
    // clients. Throws std::system_error with the path in its text.
    //
    // A client at another baud rate than the meter's is not understood, as on RS-485;
    // RateCheck::lenient takes every rate for right (for clients that never set one).
    std::string open_pty(const std::optional<std::string>& link = std::nullopt,
                         RateCheck check = RateCheck::strict);
    // Opens the line on a serial device of this machine, set as the first meter is. Throws
    // std::system_error with the path in its text.
    std::string open_serial(const std::string& device);
    // Serves the line as a serial port over TCP (RFC 2217) at [HOST:]PORT, likewise open_tcp().
    std::string open_rfc2217(const std::string& where, const ports::TcpLimits& limits = {});

    // Listens at `where`, [HOST:]PORT (ports/tcp_address.h; the host is 127.0.0.1 unless it is
    // named), for clients of Modbus/TCP or RTU over TCP. Returns the address that was really
    // opened. Throws std::invalid_argument when `where` is none, std::system_error when it cannot
    // be had, both with it in their text.
    std::string open_tcp(ports::Protocol protocol, const std::string& where,
                         const ports::TcpLimits& limits = {});

    // Closes the port whose open_...() returned `address`: clients are cut off, the address is
    // free. `closed` is told so on the owner's thread; false: there was no such port.
    void close_port(const std::string& address, std::function<void(bool)> closed = {});

    // Listens to every port and the line from now on, on the owner's thread.
    void add_tap(std::shared_ptr<line::Tap> tap);
    // Decides from now on what becomes of every answer, on the owner's thread; nullptr ends it.
    void set_answer_filter(std::shared_ptr<line::AnswerFilter> filter);

    // As many as there are; a run that is opened may have more or less. What is asked of one that
    // there is not, since it may just have gone, is not done.
    [[nodiscard]] std::size_t meters() const;
    void key(meter::Key key, bool down) { this->key(0, key, down); }
    void key(std::size_t meter, meter::Key key, bool down);
    void set_installation(const signals::Installation& installation) {
        set_installation(0, installation);
    }
    void set_installation(std::size_t meter, const signals::Installation& installation);
    // Any other doing to a meter, as the two above: when an earlier moment is looked at, it is that
    // moment's meter that is meant, and the run goes on from there first.
    void enter(std::size_t meter, std::function<void(Rig&)> action);
    // Anything else: runs on the owner's thread between two frames, on the meters that run.
    void post(std::function<void(Rig&)> action) { post(0, std::move(action)); }
    void post(std::size_t meter, std::function<void(Rig&)> action);

    // What is told of the run and its history from now on is in this language; English at first.
    void speak(signals::Words words);

    // Keeps from now on what is needed to come back to any moment (history/tree.h). `make_input`
    // makes the waveform, if any, that the rigs were given by set_input(), for looking.
    void keep_history(MakeInput make_input = {}, const HistoryLimits& limits = {});
    // Puts another history and its newest state in the place of the meters that run, of as many
    // meters as it is of; pause, speed, ports and their clients, taps and filters stay. `opened` is
    // told, on the owner's thread, what was wrong, or an empty text.
    using Opened = std::function<void(const std::string& error)>;
    void open(Tree tree, MakeInput make_input, Opened opened);
    // Gives the history with everything up to now, on the owner's thread, or at once when the
    // runner is stopped; it costs a snapshot and a copy of pointers. There must be one.
    void collect(std::function<void(Tree)> collected);

    // Shows an earlier moment: the meter as it was when that frame was first reached. The run is
    // paused meanwhile and goes on serving its line. A newer wish takes the place of one that is
    // still being made. Frames outside the branch count as its nearest end; its newest frame, when
    // the branch is the present one, as look_at_now().
    void look_at(int branch, std::int64_t frame);
    // Shows the run again, which runs on if it ran when somebody began to look.
    void look_at_now();
    // Goes on from the moment on show, paused: the run is restored to it, and what follows is a
    // new branch, or the same when the moment is its branch's newest. resume(), step(),
    // run_until(), key(), set_installation() and enter() do this first, by themselves. An answer
    // that the line was about to give at that moment is lost.
    //
    // When there is no room for one more branch (HistoryLimits), nothing of it happens where it
    // would be one, and the moment stays on show (TimeView::room); run_until() counts as done.
    void go_on();
    // A branch by its number (BranchView::number). An empty name takes the name away; deleting
    // gives up what was run in the branch alone, and shows the run again. `told` is told, on the
    // owner's thread, what was wrong (history/branches.h), or an empty text.
    using Told = std::function<void(const std::string& error)>;
    void rename_branch(int number, const std::string& name, Told told = {});
    void delete_branch(int number, Told told = {});

    // Records all meters from now on, the run and what is looked at (records.h); nullptr: no
    // longer.
    void record(std::shared_ptr<Records> records);
    // Waveforms of the watched meter too; not at first.
    void record_waveforms(bool wanted);

    // Shows the meter on show, which is an earlier one while somebody looks (made to the end
    // first), on the owner's thread.
    using Inspect = std::function<void(const Rig& shown, const TimeView& time)>;
    void inspect(std::size_t meter, Inspect inspect);

    // Of the watched meter, the first unless watch() says another: always a fresh one.
    [[nodiscard]] std::shared_ptr<const View> view() const;
    void watch(std::size_t meter);
    // Of any meter; of one that is not watched as it was when the runner last stopped or came to
    // run_until()'s frame, or at first. nullptr: there is no such meter.
    [[nodiscard]] std::shared_ptr<const View> view(std::size_t meter) const;
    // Called on the owner's thread after each published view (at most 60 times a second, 10 while
    // nothing but time changes, and once more when run_until()'s frame is reached).
    void on_view(std::function<void()> callback);

 private:
    struct Parts;
    std::unique_ptr<Parts> parts_;
};

}  // namespace bench
