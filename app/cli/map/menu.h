// The panel's screens and menus, from its own tables (core/panel).
#pragma once

#include <string>

namespace cli {

// Markdown: how to walk, a table of the screens, a table of the settings with how each is entered.
std::string to_menu();

}  // namespace cli
