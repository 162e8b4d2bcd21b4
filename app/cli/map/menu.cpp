#include "app/cli/map/menu.h"

#include <fmt/format.h>

#include <array>
#include <iterator>
#include <string_view>

#include "core/panel/menu_table.h"
#include "core/panel/screen_table.h"

namespace cli {
namespace {

using meter::Item;
using meter::Row;
using meter::Screen;

// As the panel walks them, `+` to the next.
constexpr std::array<std::string_view, 11> kRows{
    "energies",    "power",   "demand",  "voltage, current, frequency",
    "phase A",     "phase B", "phase C", "alerts",
    "information", "reset",   "setup"};

std::string label(const char* ieee, const char* iec) {
    return std::string_view{ieee} == iec ? fmt::format("`{}`", ieee)
                                         : fmt::format("`{}` / `{}`", ieee, iec);
}

std::string screens() {
    std::string out = "| row | screens, from left to right |\n| --- | --- |\n";
    auto print = std::back_inserter(out);
    const Screen* before = nullptr;
    for (const Screen& screen : meter::kScreens) {
        const bool first = before == nullptr || before->row != screen.row;
        if (first)
            fmt::format_to(print, "{}| {} | ", before == nullptr ? "" : " |\n",
                           kRows.at(static_cast<std::size_t>(screen.row)));
        fmt::format_to(print, "{}{}", first ? "" : ", ", label(screen.ieee, screen.iec));
        before = &screen;
    }
    return out + " |\n";
}

std::string entry_of(const Item& item) {
    if (item.kind == meter::ItemKind::view) return "shown only";
    if (item.entry.choices.empty()) {
        std::string out = fmt::format("{} digits", item.entry.digits);
        if (item.entry.decimals > 0)
            out += fmt::format(", {} of them decimals", item.entry.decimals);
        return out;
    }
    std::string out = "one of ";
    for (const meter::Choice& choice : item.entry.choices)
        out += fmt::format("{}`{}`", &choice == item.entry.choices.data() ? "" : ", ", choice.text);
    return out;
}

std::string items() {
    std::string out = "| below | screen | parameter | entered as |\n| --- | --- | --- | --- |\n";
    for (const Item& item : meter::kItems) {
        const bool reset = item.screen == meter::MenuScreen::reset;
        const char* screen =
            reset ? "RESET" : meter::kSetupScreens.at(static_cast<std::size_t>(item.screen));
        fmt::format_to(std::back_inserter(out), "| {} | `{}` | {} | {} |\n",
                       reset ? "RESET" : "SETUP", screen,
                       label(item.caption.ieee, item.caption.iec), entry_of(item));
    }
    return out;
}

}  // namespace

std::string to_menu() {
    return "`+` and `-` walk through the rows, `→` goes right along the screens of a row and `←`\n"
           "back. Labels are IEEE / IEC where they differ (`UNITS`).\n\n" +
           screens() +
           "\nSETUP and RESET ask for a passcode of five digits first (`→`, then `+` and `-` for\n"
           "each digit and `→` to the next). There `+` and `-` choose a screen, `→` enters its "
           "first\n"
           "parameter, `→` behind the last digit or choice accepts it, `←` drops the edit and goes "
           "up.\n\n" +
           items();
}

}  // namespace cli
