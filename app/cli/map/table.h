// The register table itself, in the columns of registers.csv.
#pragma once

#include <string>

#include "app/poll/selection.h"

namespace cli {

std::string to_csv(const polling::Rows& rows);
std::string to_json_table(const polling::Rows& rows);
std::string to_markdown(const polling::Rows& rows);

}  // namespace cli
