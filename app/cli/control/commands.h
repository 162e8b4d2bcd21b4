// The commands of a console: a table, and what each does.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

#include "app/cli/control/console.h"
#include "app/cli/control/words.h"

namespace cli {

struct ConsoleCommand {
    const char* name;
    const char* arguments;  // for people; empty: it takes none
    const char* help;
    std::string (*run)(struct Commands& commands, const std::string& arguments);
};

std::span<const ConsoleCommand> console_commands();

// The run that commands act on. Everything throws std::exception in words.
struct Commands {
    Console& console;
    std::size_t meter = 0;

    std::string execute(const Words& words);

    std::string status();
    std::string lcd();
    std::string keys(const std::string& words);
    std::string hold(const std::string& key_and_time);
    std::string set(const std::string& quantities);
    std::string event(const std::string& keys);
    std::string fault(const std::string& text);
    std::string faults();
    std::string unfault(const std::string& id);
    std::string speed(const std::string& times);
    std::string pause();
    std::string resume();
    std::string step(const std::string& count_and_unit);
    std::string run(const std::string& duration);
    std::string look(const std::string& time_and_branch);
    std::string now();
    std::string go_on();
    std::string branches();
    std::string rename_branch(const std::string& branch_and_name);
    std::string delete_branch(const std::string& branch);
    std::string save(const std::string& file);
    std::string open(const std::string& kind_and_place);
    std::string close(const std::string& address);

 private:
    [[nodiscard]] bench::TimeView time();
    [[nodiscard]] bench::TimeView kept_time();  // throws when there is no history
    void expect_room();  // for one more branch, should going on from the moment on show need it
    std::string told(const std::function<void(bench::Runner::Told)>& wish);
    [[nodiscard]] int branch_number(std::string_view branch, const char* command);
    [[nodiscard]] std::string moment();
    [[nodiscard]] std::size_t meter_at(int address) const;
    void begin(const std::string& event, const std::string& name);
    void press(meter::Key key, std::int64_t frames);
    // Exactly so many frames, at once; then as before.
    void advance(std::int64_t frames);
};

}  // namespace cli
