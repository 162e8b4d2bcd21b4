// A real meter and its twin side by side.
#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "app/poll/sweep.h"
#include "core/registers/points.h"

namespace cli {

struct TwinRow {
    polling::Reading real;
    polling::Reading twin;

    // Twin minus real; nothing where one of them has no value.
    [[nodiscard]] std::optional<double> difference() const;
};

// Every row of the sweep beside what the twin's registers say, as a master reads them.
std::vector<TwinRow> side_by_side(const polling::Sweep& real, const meter::Points& twin);

// One line per register: name, real, twin, difference, in percent of the real value as well, unit.
std::string to_table(const std::vector<TwinRow>& rows);
// {NAME:{"real":…,"twin":…,"difference":…},…}; null where there is no value.
nlohmann::ordered_json to_json(const std::vector<TwinRow>& rows);

}  // namespace cli
