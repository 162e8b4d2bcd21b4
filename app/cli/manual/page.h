// Manual pages in the man macros, section 1.
#pragma once

#include <string>

#include "app/cli/manual/outline.h"

namespace cli {

// "metertwin-cli-run": the name of a command's page, without the section.
std::string page_name(const CommandOutline& command);

// The page of one command; commands below it are named with their own pages.
std::string manual_page(const CommandOutline& command, const std::string& version);

}  // namespace cli
