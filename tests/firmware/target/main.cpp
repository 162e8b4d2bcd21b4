// The meter's core on a board of its own: plays the log named on the command line and prints a line
// for each mark in it, then what it took, in lines that begin with #.
//
// Exit status: 0 when the log has been played to its end, 1 when not (with one line that says why),
// 3 on a processor fault.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

#include "core/meter.h"
#include "tests/firmware/player.h"
#include "tests/firmware/target/log_file.h"
#include "tests/firmware/target/semihosting.h"
#include "tests/firmware/target/stack_gauge.h"

namespace firmware {

namespace {

class Mps2 final : public Surroundings {
 public:
    void print(const char* line) override {
        semihosting::write(line);
        semihosting::write("\n");
    }
    void before(Kind) override { gauge_.paint(); }
    void after(Kind kind) override {
        std::uint32_t& deepest = deepest_[static_cast<std::size_t>(kind)];
        deepest = std::max(deepest, gauge_.depth());
    }
    [[nodiscard]] std::uint32_t deepest(std::size_t kind) const { return deepest_[kind]; }

 private:
    StackGauge gauge_;
    std::array<std::uint32_t, kKinds> deepest_{};
};

Mps2 board;
Player player{board};
LogFile log_file;
std::array<char, 1024> arguments;
Text text;

int fail(const char* what, const char* of_what) {
    text.clear();
    board.print(text.add("error: ").add(what).add(": ").add(of_what).c_str());
    return 1;
}

void report() {
    text.clear();
    board.print(text.add("# meter ").add_decimal(sizeof(meter::Meter)).c_str());
    for (std::size_t kind = 0; kind < kKinds; ++kind) {
        if (board.deepest(kind) == 0) continue;
        text.clear();
        text.add("# stack ").add_decimal(board.deepest(kind));
        board.print(text.add(" ").add(kKindNames[kind]).c_str());
    }
}

}  // namespace

int run() {
    if (!semihosting::command_line(arguments)) return fail("no command line", "too long");
    const char* blank = std::strchr(arguments.data(), ' ');
    if (blank == nullptr) return fail("no log named", "-semihosting-config arg=NAME,arg=LOG");
    const char* path = blank + 1;
    if (!log_file.open(path)) return fail("cannot be opened", path);
    if (!log_file.header()) return fail("not an event log of this version", path);
    while (!player.ended()) {
        const auto event = log_file.next();
        if (!event) return fail("the log breaks off or holds an unknown event", path);
        if (!player.play(*event)) return fail(player.problem(), path);
    }
    report();
    return 0;
}

}  // namespace firmware
