// Starting files for `metertwin-cli scenario new`.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace cli {

struct Template {
    std::string_view name;
    std::string_view summary;
    std::string_view text;  // a commented scenario
};

std::span<const Template> scenario_templates();
// Throws std::invalid_argument with the names when there is none.
const Template& find_template(const std::string& name);

}  // namespace cli
